// The last step of every cut: whole quotations, no marks at the edges; and whether what is left is quoted.
#pragma once

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

// Widens cuts to whole quotations, takes marks and stops from their edges, drops what is empty.
void finish(const Scene& scene, Cuts& cuts, Index cue);

// Whether the finished cuts are quotations, hold some or hold none. Marks that also hold the cue do not count.
StatementKind kind_of(const Scene& scene, const Cuts& cuts, Index cue);

}  // namespace greffier::statements
