// Fills Workspace::index, what pattern matching asks.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void index_tokens(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
