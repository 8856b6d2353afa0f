// The two of "the two leaders" are the two countries that the text speaks of most (nouns of the list pair-of-states), or the
// last two persons of the noun's trade. One walk over the mentions for each such phrase; phrases of this kind are rare.
// Tested in tests/unit/event_parties_test.cpp.
#include "stages/events/several.h"

#include <algorithm>
#include <array>

#include "pack/knowledge.h"
#include "stages/parties.h"

namespace greffier::events {
namespace {

constexpr std::size_t kMaxBack = 24;  // mentions
constexpr std::size_t kMaxStates = 8;

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
    const bool second = r.rel(c) == Deprel::conj && r.token(c).upos == Upos::ADJ && out.size() > 0;
    if (r.rel(c) != Deprel::amod && !second) continue;
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

bool governs(const Entity& e) {
  return !e.country.empty() && (e.sector == Sector::gov || e.sector == Sector::mil || e.type == EntityType::loc);
}

struct Spoken {
  Country country;
  int times;
};

// The two countries that the text before the phrase speaks of most, what its own sentence says left out where that will do.
PartyList two_states(const Reading& r, Index head, const Party& whole) {
  const auto& mentions = r.doc.mentions;
  const std::size_t sentence = r.doc.sentences[r.doc.sentence_of(head)].place.begin;
  std::array<Spoken, kMaxStates> spoken{};
  std::size_t known = 0;
  const auto count = [&](std::size_t from, std::size_t to) {
    for (const Mention& m : mentions) {
      if (m.place.end > to) break;
      if (m.place.begin < from || m.entity == kNone || !governs(r.doc.entities[m.entity])) continue;
      const Country country = r.doc.entities[m.entity].country;
      const auto at =
          std::find_if(spoken.begin(), spoken.begin() + known, [&](const Spoken& s) { return s.country == country; });
      if (at != spoken.begin() + known) ++at->times;
      else if (known < spoken.size()) spoken[known++] = {country, 1};
    }
  };
  count(0, sentence);
  if (known < 2) count(sentence, whole.place.begin);
  std::stable_sort(spoken.begin(), spoken.begin() + known, [](const Spoken& a, const Spoken& b) { return a.times > b.times; });
  PartyList out;
  for (std::size_t i = 0; i < std::min<std::size_t>(known, 2); ++i)
    out.add({whole.place, kNone, spoken[i].country, whole.sector == Sector::mil ? Sector::mil : Sector::gov});
  return out;
}

PartyList two_persons(const Reading& r, const Party& whole) {
  PartyList out;
  const auto& mentions = r.doc.mentions;
  auto m = std::partition_point(mentions.begin(), mentions.end(),
                                [&](const Mention& x) { return x.place.end <= whole.place.begin; });
  for (std::size_t back = 0; m != mentions.begin() && back < kMaxBack && out.size() < 2; ++back) {
    --m;
    if (m->entity == kNone || (out.size() == 1 && out.begin()->entity == m->entity)) continue;
    const Entity& e = r.doc.entities[m->entity];
    if (e.type == EntityType::per && e.sector == whole.sector) out.add({whole.place, m->entity, e.country, e.sector});
  }
  return out;
}

}  // namespace

PartyList several(const Reading& r, Index head, const Party& whole) {
  if (r.token(head).upos != Upos::NOUN || r.token(head).feats.number == Number::Sing) return {};
  if (!the_two(r, head)) {
    const PartyList out = by_adjectives(r, head, whole);
    return out.size() > 1 ? out : PartyList();
  }
  const PartyList out = r.in(head, r.lists.pair_of_states) ? two_states(r, head, whole) : two_persons(r, whole);
  return out.size() > 1 ? out : PartyList();
}

}  // namespace greffier::events
