// Split antecedents: behind "the two", the two of that kind that come to mind first, both spoken of a moment ago; with two
// adjectives of nationality, the holders of the office in both countries. Tested in tests/unit/coreference_test.cpp.
#include "stages/entities/pairs.h"

#include "pack/knowledge.h"
#include "stages/entities/nouns.h"
#include "stages/entities/offices.h"
#include "stages/entities/tree.h"

namespace greffier::entities {
namespace {

constexpr unsigned kNear = 2;  // sentences back

bool two(const Context& c, Index t) {
  for (Index k = c.index.first_child[t]; k != kNone && k < t; k = c.index.next_sibling[k])
    if (c.form_in_list(k, "number-two")) return true;
  return t > 0 && c.form_in_list(t - 1, "number-two");
}

// The countries of the adjectives of nationality at a noun and of those coordinated with them; their number, at most 3.
int countries_at(const Context& c, Index head, std::array<Country, 2>& out, int found) {
  for (Index k = c.index.first_child[head]; k != kNone; k = c.index.next_sibling[k]) {
    if (k < head || (!is(c.d.tokens[k], Deprel::amod) && !is(c.d.tokens[k], Deprel::conj)) || !c.pack.knowledge) continue;
    const Demonym* demonym = c.pack.knowledge->demonym(fingerprint(c.d.form(c.d.tokens[k])));
    if (demonym == nullptr) continue;
    if (found < 2) out[static_cast<std::size_t>(found)] = demonym->country;
    found = countries_at(c, k, out, found + 1);
    if (found > 2) break;
  }
  return found;
}

Index state_of(const Context& c, Country country) {
  for (Index e = 0; e < c.d.entities.size(); ++e)
    if (c.type(e) == EntityType::loc && c.d.entities[e].country == country && is_state(c.pack, c.d, e)) return e;
  return kNone;
}

// The two persons who come to mind first.
bool two_persons(const Context& c, const NounSense& sense, Pair& pair) {
  const bool officials = sense.sector == Sector::gov;
  for (std::size_t i = 0; i < 2; ++i) {
    pair.entity[i] = c.discourse.most_salient([&](Index e) {
      const Gender gender = sense.gender == Gender::Fem ? sense.gender : Gender::none;  // a masculine plural holds both
      return c.type(e) == EntityType::per && c.discourse.age(e) <= kNear && agree(gender, c.facts(e).gender) &&
             (!officials || c.d.entities[e].sector == Sector::gov) && (i == 0 || e != pair.entity[0]);
    });
    if (pair.entity[i] == kNone) return false;
    pair.country[i] = c.d.entities[pair.entity[i]].country;
  }
  return true;
}

// The two countries that come to mind first, by their own name, a capital or an official.
bool two_countries(const Context& c, Pair& pair) {
  for (std::size_t i = 0; i < 2; ++i) {
    const Index e = c.discourse.most_salient([&](Index x) {
      const Entity& entity = c.d.entities[x];
      const bool stands = entity.sector == Sector::gov || (entity.type == EntityType::loc && is_state(c.pack, c.d, x));
      return stands && !entity.country.empty() && c.discourse.age(x) <= kNear && (i == 0 || entity.country != pair.country[0]);
    });
    if (e == kNone) return false;
    pair.country[i] = c.d.entities[e].country;
    pair.entity[i] = state_of(c, pair.country[i]);
  }
  return true;
}

}  // namespace

void read_pair(Context& c, Index t) {
  const NounSense sense = sense_of(c.pack, c.w, c.d, t);
  Pair pair;
  pair.token = t;
  if (countries_at(c, t, pair.country, 0) == 2) {
    const std::string_view offices = offices_of(c, sense);
    for (std::size_t i = 0; i < 2; ++i) pair.entity[i] = offices.empty() ? kNone : named_holder(c, pair.country[i], offices);
    c.w.entities.pairs.push_back(pair);
    return;
  }
  if (!two(c, t) || !definite(c.d, c.index, t)) return;
  const bool found = sense.kind == NounKind::country || in_list(c.pack, c.w, t, "noun-side") ? two_countries(c, pair)
                     : sense.kind == NounKind::person                                        ? two_persons(c, sense, pair)
                                                                                             : false;
  if (found) c.w.entities.pairs.push_back(pair);
}

}  // namespace greffier::entities
