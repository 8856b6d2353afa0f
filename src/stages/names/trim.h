// What a name is not: titles, descriptions in small letters, words behind it. Brings the model's spans to the record's.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"
#include "stages/workspace.h"

namespace greffier::names {

// Narrows, splits or drops the mentions, all of them names. Mentions stay sorted and do not overlap.
void trim_names(const Pack& pack, const Workspace& workspace, Document& document);

}  // namespace greffier::names
