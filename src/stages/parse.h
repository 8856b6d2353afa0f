// The dependency tree, greedy arc-hybrid.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void parse(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
