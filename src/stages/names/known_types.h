// A name that the pack knows is of the type that the pack knows.
#pragma once

#include <vector>

#include "greffier/document.h"
#include "pack/fingerprint.h"
#include "pack/knowledge.h"

namespace greffier::names {

// Changes the type of a name that the knowledge has, but never with that type. A person's last name stays a person's.
void give_known_types(const Knowledge& knowledge, const std::vector<Fingerprint>& words, Document& document);

}  // namespace greffier::names
