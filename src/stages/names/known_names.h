// Names that the pack knows and the model passed over.
#pragma once

#include "greffier/document.h"
#include "pack/knowledge.h"

namespace greffier::names {

// Adds states behind an article ("L'Équateur") and bodies of several words ("Médecins sans frontières") that begin with a
// capital and touch no mention. Mentions stay sorted.
void add_known_names(const Knowledge& knowledge, const std::vector<Fingerprint>& words, Origin origin, Document& document);

}  // namespace greffier::names
