// Descriptions and pronouns that point back: "le président bélarusse", "le pays", "son homologue russe", "il", "elle".
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"
#include "stages/workspace.h"

namespace greffier::entities {

// Reads the text from left to right and adds a nominal or pronoun mention wherever one entity is meant plainly.
void read_anaphora(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier::entities
