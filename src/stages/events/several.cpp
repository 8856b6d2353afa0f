// The two of "the two leaders" are looked for among the last kMaxBack mentions before the phrase: persons of the trade that
// the noun says, or for a noun of states (list pair-of-states) parties of two countries. Constant work for each phrase.
// Tested in tests/unit/event_parties_test.cpp.
#include "stages/events/several.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/parties.h"

namespace greffier::events {
namespace {

constexpr std::size_t kMaxBack = 24;  // mentions

void add_country(const Reading& r, Index adjective, const Party& whole, PartyList& out) {
  const Demonym* demonym = r.pack.knowledge->demonym(fingerprint(r.doc.form(r.token(adjective))));
  if (demonym == nullptr) return;
  for (const Party& p : out)
    if (p.country == demonym->country) return;
  Party party = whole;
  party.country = demonym->country;
  party.entity = kNone;
  out.add(party);
}

PartyList by_adjectives(const Reading& r, Index head, const Party& whole) {
  PartyList out;
  if (!r.pack.knowledge) return out;
  for (Index c = r.first_child(head); c != kNone; c = r.next(c)) {
    if (r.rel(c) != Deprel::amod) continue;
    add_country(r, c, whole, out);
    for (Index k = r.first_child(c); k != kNone; k = r.next(k))
      if (r.rel(k) == Deprel::conj) add_country(r, k, whole, out);
  }
  return out;
}

bool the_two(const Reading& r, Index head) {
  const Index number = r.child(head, {Deprel::nummod}), determiner = r.child(head, {Deprel::det});
  if (number == kNone || determiner == kNone || r.value(number, r.lists.number) != "2") return false;
  return r.token(determiner).feats.definite != Definite::Ind && !r.token(determiner).feats.poss;
}

bool fits(const Entity& e, const Party& whole, bool states) {
  if (states) return !e.country.empty() && (e.sector == Sector::gov || e.sector == Sector::mil || e.type == EntityType::loc);
  return e.type == EntityType::per && e.sector == whole.sector;
}

bool apart(const Entity& a, const Party& b, Index entity, bool states) { return states ? a.country != b.country : entity != b.entity; }

PartyList last_two(const Reading& r, const Party& whole, bool states) {
  PartyList out;
  const auto& mentions = r.doc.mentions;
  auto m = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& x) { return x.place.end <= whole.place.begin; });
  for (std::size_t back = 0; m != mentions.begin() && back < kMaxBack && out.size() < 2; ++back) {
    --m;
    if (m->entity == kNone || !fits(r.doc.entities[m->entity], whole, states)) continue;
    const Entity& e = r.doc.entities[m->entity];
    if (out.size() == 1 && !apart(e, *out.begin(), m->entity, states)) continue;
    Party party{whole.place, states ? kNone : m->entity, e.country, states ? whole.sector : e.sector};
    if (party.sector == Sector::none) party.sector = Sector::gov;
    out.add(party);
  }
  return out;
}

}  // namespace

PartyList several(const Reading& r, Index head, const Party& whole) {
  if (r.token(head).upos != Upos::NOUN || r.token(head).feats.number == Number::Sing) return {};
  const PartyList out = the_two(r, head) ? last_two(r, whole, r.in(head, r.lists.pair_of_states)) : by_adjectives(r, head, whole);
  return out.size() > 1 ? out : PartyList();
}

}  // namespace greffier::events
