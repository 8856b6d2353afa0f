// Tells the language of the text where the article does not.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void identify_language(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
