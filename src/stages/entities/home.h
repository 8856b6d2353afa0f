// Where the article is: the country that it speaks of most, and of each sentence the country of its scene.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "pack/fingerprint.h"
#include "pack/knowledge.h"

namespace greffier::entities {

// How often each country is spoken of.
class Countries {
 public:
  void add(Country country, unsigned weight) {
    if (const auto at = place(country); at < counts_.size()) counts_[at] += weight;
  }
  unsigned operator[](Country country) const {
    const auto at = place(country);
    return at < counts_.size() ? counts_[at] : 0;
  }
  Country most() const {
    const auto best = static_cast<std::size_t>(std::max_element(counts_.begin(), counts_.end()) - counts_.begin());
    if (counts_[best] == 0) return {};
    const std::array<char, 2> code = {static_cast<char>('A' + best / 26), static_cast<char>('A' + best % 26)};
    return Country(std::string_view(code.data(), code.size()));
  }

 private:
  static std::size_t place(Country c) {
    if (c.code[0] < 'A' || c.code[0] > 'Z' || c.code[1] < 'A' || c.code[1] > 'Z') return 26 * 26;
    return static_cast<std::size_t>(c.code[0] - 'A') * 26 + static_cast<std::size_t>(c.code[1] - 'A');
  }
  std::array<unsigned, 26 * 26> counts_{};
};

// The commonest reading of a place's name: a state before anything else, then a capital, a seat, a region, a city.
int rank(const KnownThing& thing);

// The country of the place whose name begins at the first of these tokens; empty for none.
Country country_of_place(const Knowledge& knowledge, const std::vector<Fingerprint>& words, TokenRange tokens);

// By the places and adjectives of nationality of the text, headings and first sentences counting more.
Countries countries_of(const Pack& pack, const std::vector<Fingerprint>& words, const Document& document);

// The same with the persons and bodies whose country is known; who only reports does not count.
Countries countries_with_people(const Pack& pack, const std::vector<Fingerprint>& words, const Document& document);

// For each sentence the country where an unnamed party in it is at home: the only one of its names, if the text speaks of
// that country about as much as of any; else the home country.
void scenes_of(const Document& document, const Countries& countries, std::vector<Country>& scenes);

}  // namespace greffier::entities
