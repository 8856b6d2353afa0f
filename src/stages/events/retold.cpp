// A deed is told more than once: by its noun again ("the attack"), in the passive after its doer was
// named, as the object of blame. What one telling leaves out another one has. Each question looks at no more than kMaxBack
// events or kMaxKnown nouns, so the cost is linear in the events.
// Tested in tests/unit/event_parties_test.cpp and by the examples of packs/*/events.rules.
#include "stages/events/retold.h"

#include <algorithm>

#include "stages/events/clause.h"
#include "stages/parties.h"

namespace greffier::events {
namespace {

constexpr std::size_t kMaxBack = 12;   // events that are looked at for the same deed
constexpr std::size_t kMaxKnown = 48;  // nouns whose country is remembered

EventType type_of(const Event& e) { return event_codes()[e.code].type; }

// Deeds that a text comes back to: violence and protest, and what happens to persons (they have a mode).
bool told_again(const Event& e) {
  const EventCode& code = event_codes()[e.code];
  return code.type == EventType::assault || code.type == EventType::protest || !code.mode.empty();
}

bool same_deed(const Event& a, const Event& b, bool same_word) {
  if (a.code != b.code) return false;
  const EventCode& code = event_codes()[a.code];
  return same_word || (code.type != EventType::assault && code.type != EventType::protest);
}

bool without_parties(const Event& e) { return e.actors.empty() && e.targets.empty(); }

bool judges(EventType type) { return type == EventType::accuse || type == EventType::support || type == EventType::reject; }

struct KnownNoun {
  std::uint32_t lemma;
  Country country;
  bool guilty;
};

}  // namespace

void Retold::tell_again(Index head, Event& event) const {
  if (told_again(event) && without_parties(event)) again(head, event);
  if (type_of(event) == EventType::assault) same_hand(head, event);
}

// Violence told in the passive without a doer is by the hand of the violence told just before, unless that hand suffers it.
void Retold::same_hand(Index head, Event& event) const {
  if (!r_.verb(head) || !event.actors.empty() || event.targets.empty() || doc_.events.empty()) return;
  const Event& before = doc_.events.back();
  if (type_of(before) != EventType::assault || before.actors.empty()) return;
  if (doc_.sentence_of(head) - doc_.sentence_of(heads.back()) > 1) return;
  const Party& doer = doc_.parties[before.actors.begin];
  const Party& sufferer = doc_.parties[event.targets.begin];
  if (doer.place == sufferer.place || doer.sector == sufferer.sector ||
      (doer.entity != kNone && doer.entity == sufferer.entity))
    return;
  event.actors = before.actors;
}

// A noun with a definite or demonstrative article names the deed told before in its paragraph by the same noun: it has its
// parties.
void Retold::again(Index head, Event& event) const {
  const Index determiner = r_.child(head, {Deprel::det});
  if (r_.verb(head) || (determiner != kNone && r_.token(determiner).feats.definite == Definite::Ind)) return;
  const std::size_t first = doc_.events.size() > kMaxBack ? doc_.events.size() - kMaxBack : 0;
  for (std::size_t i = doc_.events.size(); i-- > first;) {
    const Event& before = doc_.events[i];
    if (doc_.text({before.trigger.end, event.trigger.begin}).find('\n') != std::string_view::npos) return;
    if (!same_deed(before, event, r_.index.lemma[heads[i]] == r_.index.lemma[head])) continue;
    event.actors = before.actors;
    event.targets = before.targets;
    return;
  }
}

void Retold::complete() {
  for (std::size_t i = 0; i < doc_.events.size(); ++i) {
    hurt_there(i);
  }
  for (std::size_t i = 0; i < doc_.events.size(); ++i) judge_doers(i);
  settle_parties();
}

// The event whose trigger is headed by this token, among those near `near`; kNone as an index where there is none.
Index Retold::event_at(Index head, std::size_t near) const {
  const std::size_t first = near > kMaxBack ? near - kMaxBack : 0, last = std::min(heads.size(), near + kMaxBack);
  for (std::size_t i = first; i < last; ++i)
    if (heads[i] == head) return static_cast<Index>(i);
  return kNone;
}

// "refuses any talks with X": who judges is a side of the deed himself.
bool Retold::takes_part(const Event& judging, const Event& deed) const {
  for (Index i = judging.actors.begin; i < judging.actors.end; ++i)
    for (Index k = deed.actors.begin; k < deed.actors.end; ++k)
      if (doc_.parties[i].place == doc_.parties[k].place) return true;
  return false;
}

// "condemned the repression by the government": who is blamed or praised for a deed is its doer, not who suffers it.
void Retold::judge_doers(std::size_t event) {
  Event& e = doc_.events[event];
  if (!judges(type_of(e)) || !r_.verb(heads[event])) return;
  const Index object = deep_object(r_, heads[event]);
  if (object == kNone) return;
  const auto judged = [&](Index head) {
    const Index deed = event_at(head, event);
    if (deed == kNone || doc_.events[deed].actors == e.actors || takes_part(e, doc_.events[deed])) return false;
    const Event& d = doc_.events[deed];
    const bool sufferer = !e.targets.empty() && !d.targets.empty() &&
                          doc_.parties[e.targets.begin].place == doc_.parties[d.targets.begin].place;
    if (e.targets.empty() || sufferer) e.targets = d.actors;
    return !e.targets.empty();
  };
  if (judged(object)) return;
  for (Index c = r_.first_child(object); c != kNone; c = r_.next(c))
    if (r_.rel(c) == Deprel::conj && judged(c)) return;
}

// "ten people were killed in the attack": the attack hit them.
void Retold::hurt_there(std::size_t event) {
  Event& e = doc_.events[event];
  const Index noun = heads[event];
  if (type_of(e) != EventType::assault || !e.targets.empty() || r_.verb(noun) || r_.rel(noun) != Deprel::obl) return;
  const Index deed = event_at(r_.head(noun), event);
  if (deed == kNone || type_of(doc_.events[deed]) != EventType::assault || !passive(r_, heads[deed])) return;
  e.targets = doc_.events[deed].targets;
}

// A noun without a country of its own has that of the same noun told before; likewise guilt.
void Retold::settle_parties() {
  std::vector<KnownNoun> known;
  for (Party& party : doc_.parties) {
    if (party.entity != kNone) continue;
    const TokenRange phrase = doc_.tokens_within(party.place);
    if (phrase.empty()) continue;
    const Index head = head_of(doc_, phrase);
    if (r_.token(head).upos != Upos::NOUN) continue;
    const std::uint32_t lemma = r_.index.lemma[head];
    const auto at = std::find_if(known.begin(), known.end(), [&](const KnownNoun& k) { return k.lemma == lemma; });
    const bool own = party_of(r_.pack, r_.workspace, doc_, phrase).at_home;
    if (at != known.end()) {
      if (own && !at->country.empty()) party.country = at->country;
      if (at->guilty && party.sector == Sector::cvl && r_.child(head, {Deprel::det}) != kNone) party.sector = Sector::crm;
      if (!own) at->country = party.country;
      at->guilty |= party.sector == Sector::crm;
    } else if (known.size() < kMaxKnown) {
      known.push_back({lemma, own ? Country() : party.country, party.sector == Sector::crm});
    }
  }
}

}  // namespace greffier::events
