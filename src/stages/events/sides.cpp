// Each side has slots in order of preference; the first that yields a party fills the side, with all its coordinated
// heads. In a deed of two sides every slot adds to the actors. A party counts once. Tested in
// tests/unit/event_parties_test.cpp.
#include "stages/events/sides.h"

#include <algorithm>

#include "greffier/vocabulary.h"
#include "stages/events/clause.h"
#include "stages/events/coordination.h"
#include "stages/events/party.h"
#include "stages/events/slots.h"
#include "stages/parties.h"
#include "stages/workspace.h"

namespace greffier::events {
namespace {

// Collects parties at the end of Document::parties.
class Side {
 public:
  Side(const Reading& r, Document& document, ByteRange trigger, bool acts, bool by_force, bool things)
      : r_(r), doc_(document), range_{size(), size()}, trigger_(trigger), acts_(acts), by_force_(by_force), things_(things) {}

  // Adds the party at `head` and those coordinated with it; false where there is none.
  bool add(Index head) {
    const TokenList heads = coordinated(r_, head);
    bool found = false;
    for (const Index h : heads) found |= add_one(h);
    return found;
  }
  bool empty() const { return range_.empty(); }
  void carried() { acts_ = true; }  // what follows does the deed by a verb that carries it
  ItemRange range() const { return range_; }

 private:
  Index size() const { return static_cast<Index>(doc_.parties.size()); }

  bool add_one(Index head) {
    if (trigger_.covers(r_.token(head).place)) return false;  // a word of the deed's own name is no party
    if (!things_ && mention_at(r_.doc, head) == kNone && r_.in(head, r_.lists.thing_noun)) return false;
    const PartyList found = parties_at(r_, head, acts_);
    if (found.size() > 0 && by_force_ && found.begin()->entity != kNone && mere_place(r_, found.begin()->entity, acts_))
      return false;
    const bool many = found.size() > 1;
    for (const Party& party : found)
      if (!known(party, many)) doc_.parties.push_back(party), range_.end = size();
    return found.size() > 0;
  }

  bool known(const Party& party, bool one_of_many) const {
    for (Index i = range_.begin; i < range_.end; ++i) {
      const Party& other = doc_.parties[i];
      if (!one_of_many && other.place == party.place) return true;
      if (party.entity != kNone && other.entity == party.entity) return true;
    }
    return false;
  }

  const Reading& r_;
  Document& doc_;
  ItemRange range_;
  ByteRange trigger_;
  bool acts_;
  bool by_force_;  // the doers of violence: no town is one
  bool things_;    // things are parties
};

bool add_any(Side& side, const TokenList& heads) {
  return std::any_of(heads.begin(), heads.end(), [&](Index head) { return side.add(head); });
}

// Behind a noun's "to", a place is where the deed happens, not who receives it; of what is given or said, a state may be.
void add_receivers(const Reading& r, Side& side, const TokenList& heads, bool states, bool capitals) {
  for (const Index head : heads) {
    const Index mention = mention_at(r.doc, head);
    const bool place = mention != kNone && r.doc.mentions[mention].type == EntityType::loc;
    const bool state = place && states && !mere_place(r, r.doc.mentions[mention].entity, capitals);
    if ((!place || state) && side.add(head)) return;
  }
}

bool given_or_said(EventType type) {
  switch (type) {
    case EventType::aid:
    case EventType::support:
    case EventType::request:
    case EventType::threaten:
    case EventType::sanction:
      return true;
    default: return false;
  }
}

// Deeds of the hand are done to houses and by ships; words are not.
bool hits_things(EventType type) {
  switch (type) {
    case EventType::assault: case EventType::coerce: case EventType::protest: case EventType::mobilize:
    case EventType::sanction: case EventType::retreat: case EventType::aid: case EventType::threaten:
      return true;
    default: return false;
  }
}

// Where force is told, a capital that does not do it is but the place.
bool acts(const Reading& r, Index trigger, EventType type, bool actors) {
  const bool force = type == EventType::assault || type == EventType::protest || type == EventType::mobilize;
  return !force || (actors && r.verb(trigger));
}

ItemRange fill(const Reading& r, Index trigger, const Event& event, const Frame& frame, bool actors, Document& d) {
  const Slots& slots = actors ? frame.actors : frame.targets;
  const bool all = actors && frame.both;
  Side side(r, d, event.trigger, acts(r, trigger, frame.type, actors),
            actors && r.verb(trigger) && frame.type == EventType::assault, hits_things(frame.type));
  for (const Slot slot : slots) {
    if (slot == Slot::none || (!all && !side.empty())) break;
    const bool visit = frame.type == EventType::consult;
    if (slot == Slot::to && !r.verb(trigger))
      add_receivers(r, side, in_slot(r, trigger, slot), given_or_said(frame.type), visit);
    else if (slot == Slot::toward) add_receivers(r, side, in_slot(r, trigger, slot), true, visit);
    else add_any(side, in_slot(r, trigger, slot));
  }
  if (!r.verb(trigger) && (side.empty() || all)) {
    if (actors) side.carried();
    const TokenList carried = actors ? carried_actor(r, trigger) : carried_target(r, trigger);
    // "refuses any talks with X": who stands above takes part.
    const bool one_side = all && side.range().size() == 1 && r.child(trigger, {Deprel::nmod, Deprel::obl}) != kNone;
    if (one_side && !in_slot(r, trigger, Slot::with).empty())
      for (const Index head : in_slot(r, trigger, Slot::clause_subject)) side.add(head);
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
    case Sector::gov: case Sector::leg: case Sector::igo: case Sector::rel: return true;
    default: return false;
  }
}

bool somebody(const Document&, const Party& p) { return p.entity != kNone || p.sector != Sector::none || !p.country.empty(); }

bool present(const Document& d, const Event& e, const Needs& needs, bool conflict) {
  if (needs.actor && e.actors.empty()) return false;
  if (needs.target && (e.targets.empty() || (!conflict && !any(d, e.targets, somebody)))) return false;
  return !needs.either || !e.actors.empty() || !e.targets.empty();
}

bool of_kind(const Document& d, const Event& e, const Needs& needs) {
  const auto is = [&](ItemRange side, bool (*test)(const Document&, const Party&)) {
    return any(d, side, test) || (needs.waived && side.empty());
  };
  if (needs.actor_person && !is(e.actors, person)) return false;
  if (needs.actor_human && !is(e.actors, human)) return false;
  if (needs.target_person && !is(e.targets, person)) return false;
  return !needs.actor_official || is(e.actors, official);
}

bool met(const Document& d, const Event& e, const Needs& needs, const Evidence& evidence) {
  const bool waived = needs.waived && evidence.plain();
  return (waived || present(d, e, needs, evidence.conflict())) && of_kind(d, e, needs);
}

// Who is not of a trade that uses force.
bool helpless(const Party& p, bool by_office) {
  switch (p.sector) {
    case Sector::none:
    case Sector::gov:
    case Sector::mil:
    case Sector::cop:
    case Sector::spy:
    case Sector::reb:
    case Sector::crm:
      return false;
    case Sector::opp: case Sector::pty: return by_office;
    default: return true;
  }
}

// "X carries out raids": the subject of a verb did it, whoever it is.
bool does_by_verb(const Reading& r, const Document& d, TokenRange phrase) {
  if (phrase.empty()) return false;
  const Index head = head_of(d, phrase);
  return r.rel(head) == Deprel::nsubj && r.head(head) != kNone && r.verb(r.head(head)) && !passive(r, r.head(head));
}

// "the attack of X", "the repression of X": places do nothing, and the helpless suffer.
void mend(const Reading& r, const Document& d, Event& e, bool by_office) {
  if (e.actors.size() != 1) return;
  const Party& actor = d.parties[e.actors.begin];
  if (actor.entity != kNone && mere_place(r, actor.entity, false)) e.actors.end = e.actors.begin;
  const TokenRange phrase = d.tokens_within(actor.place);
  const bool told = !phrase.empty() && r.introduced(head_of(d, phrase), r.lists.role_by);  // "by X": X did it, whoever it is
  if (told || does_by_verb(r, d, phrase) || !helpless(actor, by_office)) return;
  if (e.targets.empty()) std::swap(e.actors, e.targets);
  else e.actors.end = e.actors.begin;
}

bool armed(Sector s) { return s == Sector::mil || s == Sector::reb || s == Sector::cop || s == Sector::crm; }

// "the bombing OF THE AIR FORCE on a market": of an armed party, where another one is hit.
void bomb_by(const Reading& r, Index trigger, const Frame& frame, Document& d, Event& e) {
  if (!e.actors.empty() || e.targets.size() != 1 || !armed(d.parties[e.targets.begin].sector)) return;
  const TokenRange phrase = d.tokens_within(d.parties[e.targets.begin].place);
  if (phrase.empty() || !r.introduced(head_of(d, phrase), r.lists.role_of)) return;
  Side side(r, d, e.trigger, false, false, hits_things(frame.type));
  if (add_any(side, in_slot(r, trigger, Slot::against))) e.actors = e.targets, e.targets = side.range();
}

bool same_parties(const Document& d, const Event& e) {
  return e.actors.size() == 1 && e.targets.size() == 1 && d.parties[e.actors.begin].place == d.parties[e.targets.begin].place;
}

// A person of whom nothing is known, or a man or woman without a name, or one that a pronoun leaves open.
bool anybody(const Document& d, const Party& p) {
  if (p.entity == kNone) return p.sector == Sector::cvl || (p.sector == Sector::none && p.country.empty());
  return p.sector == Sector::none && d.entities[p.entity].type == EntityType::per;
}

// People who work have that trade where they stop working or march: "the miners", "the civil servants".
void count_as_workers(const Reading& r, Document& d, ItemRange parties) {
  for (Index i = parties.begin; i < parties.end; ++i) {
    const TokenRange phrase = d.tokens_within(d.parties[i].place);
    if (d.parties[i].entity == kNone && !phrase.empty() && r.in(head_of(d, phrase), r.lists.worker_noun))
      d.parties[i].sector = Sector::lab;
  }
}

void count_as(const Reading& r, Document& d, ItemRange parties, Sector sector) {
  for (Index i = parties.begin; i < parties.end; ++i) {
    Party& p = d.parties[i];
    if (!anybody(d, p)) continue;
    p.sector = sector;
    if (p.country.empty()) p.country = r.workspace.home;
  }
}

// Whoever is held or convicted, or does violence, and is nothing else counts as a criminal; whoever suffers it, as a civilian.
void judge(const Reading& r, Document& d, const Event& e, const Frame& frame) {
  const EventCode& code = event_codes()[e.code];
  if (code.mode == "arrest" || code.mode == "convict") count_as(r, d, e.targets, Sector::crm);
  if (code.type == EventType::protest) count_as_workers(r, d, e.actors);
  if (code.type != EventType::assault || frame.both) return;
  count_as(r, d, e.actors, Sector::crm);
  count_as(r, d, e.targets, Sector::cvl);
}

bool does(const Reading& r, Index verb) {
  const TokenList subject = in_slot(r, verb, Slot::subject);
  return std::any_of(subject.begin(), subject.end(), [&](Index head) { return parties_at(r, head, true).size() > 0; });
}

}  // namespace

bool fill_sides(const Reading& r, Index trigger, const Frame& frame, const Evidence& evidence, Document& d, Event& event) {
  if (frame.needs.doer && r.verb(trigger) && !does(r, trigger)) return false;
  const std::size_t before = d.parties.size();
  event.actors = fill(r, trigger, event, frame, true, d);
  event.targets = fill(r, trigger, event, frame, false, d);
  if (same_parties(d, event)) event.targets.end = event.targets.begin;
  const bool force = frame.type == EventType::assault || frame.type == EventType::coerce;
  if (frame.type == EventType::assault && !r.verb(trigger) && !frame.both) bomb_by(r, trigger, frame, d, event);
  if (force && !r.verb(trigger) && !frame.both) mend(r, d, event, frame.type == EventType::coerce);
  judge(r, d, event, frame);
  if (met(d, event, frame.needs, evidence)) return true;
  d.parties.resize(before);
  return false;
}

}  // namespace greffier::events
