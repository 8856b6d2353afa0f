// Descriptions beside a name: "le président bélarusse Alexandre Loukachenko", "Belta, l'agence publique".
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"
#include "stages/workspace.h"

namespace greffier::entities {

// Adds a nominal mention for each description set beside the name of a person or organisation, and keeps what it says:
// its noun and country as a role; its gender, sector and country as facts of an entity that the knowledge does not have.
void read_appositions(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier::entities
