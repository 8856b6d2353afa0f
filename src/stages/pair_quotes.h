// Pairs quotation marks of every shape.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void pair_quotes(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
