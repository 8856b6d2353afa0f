// Statements with cue, content, chain.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void find_statements(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
