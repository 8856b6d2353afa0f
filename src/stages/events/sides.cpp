// Each side has slots in order of preference; the first that yields a party fills the side, with all its coordinated
// heads. In a deed of two sides every slot adds to the actors. A party counts once. Tested in
// tests/unit/event_parties_test.cpp.
#include "stages/events/sides.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/events/clause.h"
#include "stages/events/slots.h"
#include "stages/parties.h"
#include "stages/phrases.h"
#include "stages/workspace.h"

namespace greffier::events {
namespace {

constexpr int kMaxCoordinated = 12;

// A town that is no seat of a government and no state.
bool mere_place(const Reading& r, Index entity) {
  const Entity& e = r.doc.entities[entity];
  if (e.type != EntityType::loc || e.sector != Sector::none) return false;
  const KnownThing* state = r.pack.knowledge ? r.pack.knowledge->state(e.country) : nullptr;
  return state == nullptr || state->id != r.doc.pooled(e.kb);
}

bool names_people(const Reading& r, Index t) {
  return r.token(t).upos == Upos::NOUN && r.pack.knowledge && r.pack.knowledge->demonym(fingerprint(r.doc.form(r.token(t)))) != nullptr;
}

bool names_party(const Reading& r, Index t) {
  switch (r.token(t).upos) {
    case Upos::PROPN: return true;
    case Upos::PRON: return r.token(t).feats.pron_type != PronType::Rel && !r.token(t).feats.reflex;
    case Upos::NUM: return r.child(t, {Deprel::nmod}) != kNone;
    default: return r.in(t, r.lists.party_noun) || r.in(t, r.lists.role_noun) || names_people(r, t);
  }
}

bool names_nobody(const Reading& r, Index t) {
  if (r.rel(t) == Deprel::expl) return true;
  const Index determiner = r.child(t, {Deprel::det});
  return determiner != kNone && r.in(determiner, r.lists.none_word);
}

std::optional<Party> nationality(const Reading& r, Index adjective) {
  if (!r.pack.knowledge) return std::nullopt;
  const Demonym* demonym = r.pack.knowledge->demonym(fingerprint(r.doc.form(r.token(adjective))));
  if (demonym == nullptr) return std::nullopt;
  Party party;
  party.place = r.token(adjective).place;
  party.country = demonym->country;
  party.sector = Sector::gov;
  return party;
}

// "Country: X does": the party of a headline stands behind the colon.
Index behind_colon(const Reading& r, Index head) {
  if (head + 2 >= r.doc.tokens.size() || r.doc.form(r.token(head + 1)) != ":") return head;
  for (Index c = r.first_child(head); c != kNone; c = r.next(c))
    if (c > head + 1 && r.nominal(c)) return c;
  return head;
}

// The narrowest phrase, without the article in "du" and without a complement of the deed that was hung on the party.
TokenRange phrase_of(const Reading& r, Index head) {
  TokenRange phrase = noun_phrase(r.doc, r.index, head);
  while (phrase.size() > 1 && r.token(phrase.begin).multi == MultiWord::later) ++phrase.begin;
  for (Index t = phrase.begin; t < head; ++t)
    if (r.doc.form(r.token(t)) == ":") phrase.begin = t + 1;
  for (Index c = r.first_child(head); c != kNone; c = r.next(c))
    if (c > head && r.introduced(c, r.lists.role_against)) phrase.end = std::max(head + 1, std::min(phrase.end, subtree(r.doc, r.index, c).begin));
  return trimmed(r.doc, phrase);
}

// The sector by the list of nouns and the article's own country, where the knowledge of the pack leaves them open.
void complete(const Reading& r, Index head, Party& party) {
  if (party.sector == Sector::none) party.sector = from_spelling<Sector>(r.value(head, r.lists.party_noun)).value_or(Sector::none);
  if (party.sector == Sector::none && names_people(r, head)) party.sector = Sector::cvl;
  const bool at_home = party.sector != Sector::none && party.sector != Sector::igo && party.sector != Sector::ngo && party.sector != Sector::reb;
  if (party.country.empty() && (at_home || r.in(head, r.lists.local_noun)))
    party.country = r.workspace.home;
  if (party.country == r.workspace.home && r.in(head, r.lists.foreign_noun)) party.country = {};
}

// "I" and "we" in quoted words are who says them.
void borrow_speaker(const Reading& r, Index pronoun, Party& party) {
  const Hop* speaker = r.speaker(pronoun);
  if (speaker == nullptr || speaker->place.covers(party.place)) return;
  party.entity = speaker->entity;
  if (party.entity != kNone) {
    party.country = r.doc.entities[party.entity].country;
    party.sector = r.doc.entities[party.entity].sector;
    return;
  }
  const PartyInfo info = party_of(r.pack, r.workspace, r.doc, r.doc.tokens_within(speaker->place));
  party.country = info.country;
  party.sector = info.sector;
}

// Collects parties at the end of Document::parties.
class Side {
 public:
  Side(const Reading& r, Document& document) : r_(r), doc_(document), range_{size(), size()} {}

  // Adds the party at `head` and those coordinated with it; false where there is none.
  bool add(Index head) {
    bool any = add_one(head);
    int more = kMaxCoordinated;
    for (Index c = r_.first_child(head); c != kNone && more > 0; c = r_.next(c))
      if (r_.rel(c) == Deprel::conj && r_.nominal(c) && --more >= 0) any |= add_one(c);
    return any;
  }
  bool empty() const { return range_.empty(); }
  ItemRange range() const { return range_; }

 private:
  Index size() const { return static_cast<Index>(doc_.parties.size()); }

  bool add_one(Index head) {
    const std::optional<Party> party = party_at(r_, head);
    if (!party) return false;
    for (Index i = range_.begin; i < range_.end; ++i) {
      const Party& other = doc_.parties[i];
      if (other.place == party->place || (party->entity != kNone && other.entity == party->entity)) return true;
    }
    doc_.parties.push_back(*party);
    range_.end = size();
    return true;
  }

  const Reading& r_;
  Document& doc_;
  ItemRange range_;
};

bool add_any(Side& side, const TokenList& heads) {
  return std::any_of(heads.begin(), heads.end(), [&](Index head) { return side.add(head); });
}

// Behind a noun's "to", a place is where the deed happens, not who receives it.
void add_receivers(const Reading& r, Side& side, const TokenList& heads) {
  for (const Index head : heads) {
    const Index mention = mention_at(r.doc, head);
    const bool place = mention != kNone && r.doc.mentions[mention].type == EntityType::loc;
    if (!place && side.add(head)) return;
  }
}

ItemRange fill(const Reading& r, Index trigger, const Slots& slots, bool all, bool actors, Document& d) {
  Side side(r, d);
  for (const Slot slot : slots) {
    if (slot == Slot::none || (!all && !side.empty())) break;
    if (slot == Slot::to && !r.verb(trigger)) add_receivers(r, side, in_slot(r, trigger, slot));
    else add_any(side, in_slot(r, trigger, slot));
  }
  if (!r.verb(trigger) && (side.empty() || all)) {
    const TokenList carried = actors ? carried_actor(r, trigger) : carried_target(r, trigger);
    if (all) std::for_each(carried.begin(), carried.end(), [&](Index head) { side.add(head); });
    else add_any(side, carried);
  }
  return side.range();
}

bool any(const Document& d, ItemRange range, bool (*test)(const Document&, const Party&)) {
  for (Index i = range.begin; i < range.end; ++i)
    if (test(d, d.parties[i])) return true;
  return false;
}

bool person(const Document& d, const Party& p) { return p.entity == kNone || d.entities[p.entity].type != EntityType::loc; }

bool human(const Document& d, const Party& p) { return p.entity == kNone || d.entities[p.entity].type == EntityType::per; }

bool official(const Document&, const Party& p) {
  switch (p.sector) {
    case Sector::gov: case Sector::mil: case Sector::leg: case Sector::igo: case Sector::rel: return true;
    default: return false;
  }
}

bool met(const Document& d, const Event& e, const Needs& needs) {
  if (needs.actor && e.actors.empty()) return false;
  if (needs.target && e.targets.empty()) return false;
  if (needs.either && e.actors.empty() && e.targets.empty()) return false;
  if (needs.actor_person && !any(d, e.actors, person)) return false;
  if (needs.actor_human && !any(d, e.actors, human)) return false;
  if (needs.target_person && !any(d, e.targets, person)) return false;
  return !needs.actor_official || any(d, e.actors, official);
}

bool helpless(const Party& p) { return p.sector == Sector::cvl || p.sector == Sector::hlh || p.sector == Sector::edu; }

// "the attack of X": places do not attack, and the helpless suffer.
void mend(const Reading& r, const Document& d, Event& e) {
  if (e.actors.size() != 1) return;
  const Party& actor = d.parties[e.actors.begin];
  if (actor.entity != kNone && mere_place(r, actor.entity)) e.actors.end = e.actors.begin;
  if (helpless(actor) && e.targets.empty()) std::swap(e.actors, e.targets);
}

bool held(const Frame& frame) { return frame.mode == "arrest" || frame.mode == "convict"; }

// Whoever is arrested or convicted and is nothing else counts as a criminal.
void blame(Document& d, ItemRange targets) {
  for (Index i = targets.begin; i < targets.end; ++i)
    if (d.parties[i].entity == kNone && d.parties[i].sector == Sector::cvl) d.parties[i].sector = Sector::crm;
}

}  // namespace

std::optional<Party> party_at(const Reading& r, Index head) {
  if (head == kNone || names_nobody(r, head) || r.in(head, r.lists.deed_noun) || (r.index.layers[head] & kInTime)) return std::nullopt;
  if (r.token(head).upos == Upos::ADJ) return nationality(r, head);
  head = behind_colon(r, head);
  const Index mention = mention_at(r.doc, head);
  if (mention == kNone && !names_party(r, head)) return std::nullopt;
  const TokenRange phrase = phrase_of(r, head);
  const PartyInfo info = party_of(r.pack, r.workspace, r.doc, phrase);
  Party party;
  party.place = r.doc.place_of(phrase);
  party.entity = info.entity;
  party.country = info.country;
  party.sector = info.sector;
  if (info.entity == kNone) complete(r, head, party);
  else if (mere_place(r, info.entity)) party.sector = Sector::none;
  if (info.entity == kNone && r.token(head).feats.person == Person::First) borrow_speaker(r, head, party);
  const bool anonymous = party.entity == kNone && party.sector == Sector::none && party.country.empty();
  return anonymous && r.token(head).upos == Upos::NOUN ? std::nullopt : std::optional(party);
}

bool fill_sides(const Reading& r, Index trigger, const Frame& frame, Document& d, Event& event) {
  const std::size_t before = d.parties.size();
  event.actors = fill(r, trigger, frame.actors, frame.both, true, d);
  event.targets = fill(r, trigger, frame.targets, false, false, d);
  if (frame.type == EventType::assault && !r.verb(trigger) && !frame.both) mend(r, d, event);
  if (held(frame)) blame(d, event.targets);
  if (met(d, event, frame.needs)) return true;
  d.parties.resize(before);
  return false;
}

}  // namespace greffier::events
