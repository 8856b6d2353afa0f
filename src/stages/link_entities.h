// Entities, knowledge, coreference: gives every mention its entity, adds nominals and pronouns.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void link_entities(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
