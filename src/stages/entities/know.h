// What the pack knows of the entities that a text names: knowledge id, country, sector, gender.
#pragma once

#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "pack/fingerprint.h"
#include "stages/entities/scratch.h"

namespace greffier::entities {

// Finds each entity in the knowledge. Of several entries with its name, the one that fits best the kind of name, the
// article's day and the countries of the text; where two fit equally well, the entity stays without id, and with a country
// only if they agree on it.
void know_entities(const Pack& pack, const std::vector<Fingerprint>& words, Country home, Scratch& scratch, Document& document);

}  // namespace greffier::entities
