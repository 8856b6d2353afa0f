// Cuts the text into tokens and multi-word tokens; fills `place`, `form`, `multi`, `space_after`.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void tokenise(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
