// Time expressions.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void find_times(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
