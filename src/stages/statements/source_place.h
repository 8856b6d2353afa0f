// How far a source set between commas reaches: "According to X, mayor of Y, quoted by Z, …".
#pragma once

#include "stages/statements/scene.h"

namespace greffier::statements {

// The comma that ends the phrase of a source whose head is `speaker`, or kNone. What describes the source between commas is
// part of it; what the tree joins to it behind that comma is not.
Index source_comma(const Scene& scene, Index speaker);

}  // namespace greffier::statements
