// What the pack knows of the entities that a text names: knowledge id, country, sector, gender.
#pragma once

#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "pack/fingerprint.h"
#include "stages/entities/scratch.h"

namespace greffier::entities {

// The country that the text speaks of most: by its places and adjectives of nationality, headings and first sentences
// counting more. Empty where it names none.
Country home_of(const Pack& pack, const std::vector<Fingerprint>& words, const Document& document);

// The same with the persons and bodies whose country is known; who only reports does not count.
Country home_with_people(const Pack& pack, const std::vector<Fingerprint>& words, const Document& document);

// Finds each entity in the knowledge. Of several entries with its name, the one that fits best the kind of name, the
// article's day and the countries of the text; where two fit equally well, the entity stays without id, and with a country
// only if they agree on it.
void know_entities(const Pack& pack, const std::vector<Fingerprint>& words, Country home, Scratch& scratch, Document& document);

}  // namespace greffier::entities
