// Counting: every place, nationality, person and body of a known country is a vote for it. Cost: one look-up for each word
// and one step for each mention. Tested in tests/unit/coreference_test.cpp.
#include "stages/entities/home.h"

#include <algorithm>

namespace greffier::entities {
namespace {

constexpr unsigned kMuch = 3;  // times that the home country may be spoken of more than a scene's

constexpr unsigned kHeadingWeight = 6, kLeadWeight = 3, kFirstWeight = 8;
constexpr std::size_t kLeadSentences = 4;

unsigned weight_of(const Document& d, Index token) {
  const Index sentence = d.sentence_of(token);
  if (sentence >= d.sentences.size()) return 1;
  return d.sentences[sentence].heading ? kHeadingWeight : sentence < kLeadSentences ? kLeadWeight : 1;
}

bool reports(const Entity& e) { return e.sector == Sector::med || e.sector == Sector::igo || e.sector == Sector::ngo; }

// The only country of the names of a sentence; empty for none or several.
Country only_country(const Document& d, TokenRange sentence) {
  Country only;
  const auto first = std::partition_point(d.mentions.begin(), d.mentions.end(),
                                          [&](const Mention& m) { return m.tokens.begin < sentence.begin; });
  for (auto m = first; m != d.mentions.end() && m->tokens.begin < sentence.end; ++m) {
    const Entity& e = d.entities[m->entity];
    if (e.country.empty() || reports(e) || e.sector == Sector::bus) continue;  // a firm is at work in many countries
    if (!only.empty() && only != e.country) return {};
    only = e.country;
  }
  return only;
}

}  // namespace

int rank(const KnownThing& thing) {
  static constexpr std::array<std::string_view, 5> kOrder = {"city", "region", "seat", "capital", "state"};
  const auto at = std::find(kOrder.begin(), kOrder.end(), thing.kind);
  return at == kOrder.end() ? 0 : static_cast<int>(at - kOrder.begin());
}

Country country_of_place(const Knowledge& knowledge, const std::vector<Fingerprint>& words, TokenRange tokens) {
  const PhraseTable& names = knowledge.thing_names();
  const auto hit = names.longest(words, tokens.begin, tokens.end);
  const KnownThing* best = nullptr;
  for (Index v = hit.first; v != kNone; v = names.value(v).next) {
    const KnownThing& thing = knowledge.things()[names.value(v).number];
    if (thing.type == EntityType::loc && (best == nullptr || rank(thing) > rank(*best))) best = &thing;
  }
  return best == nullptr ? Country() : best->country;
}

// The country of the first place within a longer name ("the court of X").
Country country_within(const Knowledge& knowledge, const std::vector<Fingerprint>& words, TokenRange tokens) {
  Country country;
  for (Index t = tokens.begin; t < tokens.end && country.empty(); ++t)
    country = country_of_place(knowledge, words, {t, tokens.end});
  return country;
}

Countries countries_of(const Pack& pack, const std::vector<Fingerprint>& words, const Document& d) {
  Countries counts;
  if (!pack.knowledge) return counts;
  std::pair<Index, Country> first{kNone, {}};  // what is spoken of first counts for more
  const auto add = [&](Country country, Index token, unsigned times) {
    counts.add(country, times * weight_of(d, token));
    if (!country.empty() && token < first.first) first = {token, country};
  };
  for (const Mention& m : d.mentions) {
    if (m.type == EntityType::loc) add(country_of_place(*pack.knowledge, words, m.tokens), m.tokens.begin, 2);
    else if (m.type != EntityType::per) add(country_within(*pack.knowledge, words, m.tokens), m.tokens.begin, 1);
  }
  for (Index t = 0; t < words.size(); ++t)
    if (const Demonym* demonym = words[t].empty() ? nullptr : pack.knowledge->demonym(words[t])) add(demonym->country, t, 1);
  counts.add(first.second, kFirstWeight);
  return counts;
}

Countries countries_with_people(const Pack& pack, const std::vector<Fingerprint>& words, const Document& d) {
  Countries counts = countries_of(pack, words, d);
  for (const Mention& m : d.mentions) {
    const Entity& e = d.entities[m.entity];
    if (m.type != EntityType::loc && !e.country.empty() && !reports(e)) counts.add(e.country, 2 * weight_of(d, m.tokens.begin));
  }
  return counts;
}

void scenes_of(const Document& d, const Countries& countries, std::vector<Country>& scenes) {
  const Country home = countries.most();
  scenes.assign(d.sentences.size(), home);
  for (Index s = 0; s < d.sentences.size(); ++s) {
    const Country here = only_country(d, d.sentences[s].tokens);
    if (!here.empty() && kMuch * countries[here] >= countries[home]) scenes[s] = here;
  }
}

}  // namespace greffier::entities
