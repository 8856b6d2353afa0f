// Events with parties, status, day.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void find_events(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
