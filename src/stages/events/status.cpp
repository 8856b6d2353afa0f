// Climbs from the trigger to the root of what governs it. The first word that settles the status does so: a negation, a
// tense or mood, an adjective or adverb ("possible", "future"), a verb or noun of the lists event-governor and
// event-governor-noun, a conjunction of doubt. What nothing settles happened. At most kMaxClimb steps, so constant for each
// event. A negated governor turns what it says; a charge or demand stands where it is denied; what is decreed when announced
// is done. RECORD.md defines the five values; tested in tests/unit/event_status_test.cpp.
#include "stages/events/status.h"

#include <optional>

#include "stages/events/agreement.h"
#include "stages/events/clause.h"

namespace greffier::events {
namespace {

using Verdict = std::optional<EventStatus>;

Verdict verdict_of(std::string_view value) { return from_spelling<EventStatus>(value); }

bool negated(const Reading& r, Index verb) {
  bool negative = false;
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c)) {
    if (r.rel(c) == Deprel::advmod && r.in(c, r.lists.restriction)) return false;
    const bool particle =
        r.rel(c) == Deprel::advmod || r.rel(c) == Deprel::mark || r.rel(c) == Deprel::case_ || r.rel(c) == Deprel::cc;
    if (particle && (r.in(c, r.lists.negation) || r.in(c, r.lists.none_word))) negative = true;
    if (r.rel(c) == Deprel::nsubj && r.token(c).upos == Upos::PRON && r.in(c, r.lists.none_word)) negative = true;
  }
  return negative;
}

Verdict by_modifier(const Reading& r, Index t) {
  for (Index c = r.first_child(t); c != kNone; c = r.next(c)) {
    const Deprel rel = r.rel(c);
    if (rel != Deprel::amod && rel != Deprel::advmod && rel != Deprel::det && rel != Deprel::acl) continue;
    if (rel == Deprel::det && r.in(c, r.lists.none_word)) return EventStatus::denied;
    if (const Verdict v = verdict_of(r.value(c, r.lists.modifier))) return v;
  }
  return std::nullopt;
}

bool tells_past(const Reading& r, Index verb) {
  const Index word = finite_word(r, verb);
  return word != kNone && (r.token(word).feats.tense == Tense::Past || r.token(word).feats.tense == Tense::Imp || word != verb);
}

// A conditional below a verb in the past is that past's future: "announced that he would leave".
bool future_of_past(const Reading& r, Index verb) {
  Index t = verb;
  for (int step = 0; step < kMaxClimb && r.head(t) != kNone; ++step, t = r.head(t)) {
    if (r.rel(t) != Deprel::ccomp) continue;
    const Index told = r.head(t);  // "said yesterday, adding that": the participle has the tense of its head
    const bool leans = finite_word(r, told) == kNone && r.rel(told) == Deprel::advcl;
    return tells_past(r, leans ? r.head(told) : told);
  }
  return false;
}

// "Would be opened": the conditional of the passive's auxiliary is no past.
bool simple_tense(const Reading& r, Index verb, Index word) {
  return word == verb || (r.subtype(word) == Subtype::pass && r.in(word, r.lists.auxiliary_passive));
}

// "Even if" grants what it says.
bool opens_doubt(const Reading& r, Index mark) {
  return r.in(mark, r.lists.doubt) && (mark == 0 || !r.in(mark - 1, r.lists.concession));
}

Verdict by_mood(const Reading& r, Index verb) {
  const Index word = finite_word(r, verb);
  if (word == kNone) return std::nullopt;
  if (word != verb)
    if (const Verdict v = verdict_of(r.value(word, r.lists.modal))) return v;
  const Feats& feats = r.token(word).feats;
  if (feats.mood == Mood::Cnd) {
    const bool told = simple_tense(r, verb, word) && future_of_past(r, verb);
    return told ? EventStatus::future : EventStatus::possible;
  }
  if (feats.tense == Tense::Fut) return EventStatus::future;
  if (feats.mood == Mood::Imp) return EventStatus::possible;
  for (Index c = r.first_child(verb); c != kNone && c < verb; c = r.next(c))
    if (r.rel(c) == Deprel::mark && opens_doubt(r, c)) return EventStatus::possible;
  return std::nullopt;
}

// "the cities besieged by", "Rome supports": what lasts when it is told.
bool lasting(const Reading& r, Index verb) {
  const Index word = finite_word(r, verb);
  if (word == kNone)
    return (r.rel(verb) == Deprel::acl || r.rel(verb) == Deprel::amod) && !r.infinitive(verb) &&
           r.token(verb).feats.tense != Tense::Pres;
  return word == verb && r.token(word).feats.mood == Mood::Ind &&
         (r.token(word).feats.tense == Tense::Pres || r.token(word).feats.tense == Tense::Imp);
}

// "The inquiry into the fire", "the strike blocks": what a noun names without an end or beginning.
bool stands(const Reading& r, Index noun) {
  const Index host = host_verb(r, noun);
  return host == kNone || (finite_word(r, host) == host && r.token(host).feats.tense == Tense::Pres);
}

// Who demands "in order to denounce" denounces; who marches "to demand" demands.
bool of_the_word(EventType type) {
  switch (type) {
    case EventType::accuse: case EventType::request: case EventType::support: case EventType::reject:
    case EventType::protest: case EventType::threaten: return true;
    default: return false;
  }
}

// Deeds that are done where they are announced or decided: those of the word and of force, not those of giving and going.
bool done_by_decree(EventType type) {
  switch (type) {
    case EventType::assault: case EventType::coerce: case EventType::sanction: case EventType::concede: return true;
    default: return of_the_word(type) && type != EventType::protest;
  }
}

// A finite clause tells its own tense; a word above it settles only doubt and denial.
bool settles(const Reading& r, Index below, EventStatus status) {
  const bool own_tense = r.verb(below) && finite_word(r, below) != kNone;
  if (!own_tense) return true;
  const Index word = finite_word(r, below);
  return status == EventStatus::denied ||
         (status == EventStatus::possible &&
          (r.token(word).feats.mood == Mood::Sub || (word == below && r.token(word).feats.tense == Tense::Pres)));
}

bool argument(Deprel rel) {
  switch (rel) {
    case Deprel::obj: case Deprel::obl: case Deprel::xcomp: case Deprel::ccomp: case Deprel::nmod: case Deprel::iobj:
    case Deprel::nsubj: case Deprel::csubj: return true;
    default: return false;
  }
}

bool perfect(const Reading& r, Index t) {
  return r.infinitive(t) ? false : r.verb(t) && !r.finite(t) && r.child(t, {Deprel::aux}) != kNone;
}

// "The talks continue", told in the present.
bool goes_on(const Reading& r, Index verb) {
  return verdict_of(r.value(verb, r.lists.governor)) == EventStatus::ongoing && finite_word(r, verb) == verb &&
         r.token(verb).feats.tense == Tense::Pres;
}

// What a negated governor says: who does not want to or will not do it leaves it undone; who does not exclude it may do it.
EventStatus turned(EventStatus status) {
  switch (status) {
    case EventStatus::denied: return EventStatus::possible;
    case EventStatus::future: case EventStatus::possible: return EventStatus::denied;
    default: return status;
  }
}

// What the governor of `t` says of it.
Verdict by_governor(const Reading& r, Index t, Index governor) {
  const bool verb = r.verb(governor);
  const Deprel rel = r.rel(t);
  if (verb && rel == Deprel::nsubj && goes_on(r, governor)) return EventStatus::ongoing;
  if (verb && rel == Deprel::nsubj && !passive(r, governor))
    return r.child(governor, {Deprel::xcomp}) == kNone ? Verdict() : verdict_of(r.value(governor, r.lists.modal));
  if (!verb && rel == Deprel::nsubj) return verdict_of(r.value(governor, r.lists.modifier));  // "is under way"
  const bool agent = rel == Deprel::obl && (r.subtype(t) == Subtype::agent || r.introduced(t, r.lists.role_by));
  if (agent || (!argument(rel) && rel != Deprel::acl)) return std::nullopt;
  // "engaged in the offensive": only "of" and "to" make it what is planned.
  const bool beside = rel == Deprel::obl && r.nominal(t) && r.child(t, {Deprel::case_}) != kNone &&
                      !r.introduced(t, r.lists.role_of) && !r.introduced(t, r.lists.role_to);
  if (verb && r.in(governor, r.lists.done_modal) && perfect(r, governor)) return std::nullopt;
  const Verdict v = verdict_of(r.value(governor, verb ? r.lists.governor : r.lists.governor_noun));
  if (!v || !settles(r, t, *v)) return std::nullopt;
  if (verb && negated(r, governor)) return turned(*v);
  return *v == EventStatus::future && (beside || perfect(r, t)) ? std::nullopt : v;  // "announced having left"
}

// What the governing clause itself says: its negation reaches objects, not subjects.
Verdict by_clause(const Reading& r, Index verb, bool subject) {
  if (!subject && negated(r, verb)) return EventStatus::denied;
  if (const Verdict v = by_modifier(r, verb)) return v;
  return by_mood(r, verb);
}

// Whether the climb goes on above `t`. Adverbial and relative clauses and parentheses stand on their own; so do nouns in
// adjuncts ("after the attack") and complements of nouns that say nothing of the deed ("the date of the attack").
bool hangs_on(const Reading& r, Index t) {
  const Index head = r.head(t);
  if (head == kNone) return false;
  switch (r.rel(t)) {
    case Deprel::acl: case Deprel::advcl: return r.infinitive(t);
    case Deprel::nmod: return !r.value(head, r.lists.governor_noun).empty();
    case Deprel::obl:
      return r.infinitive(t) || r.introduced(t, r.lists.role_of) || r.introduced(t, r.lists.role_to) ||
             r.subtype(t) == Subtype::arg || r.subtype(t) == Subtype::agent;
    case Deprel::parataxis: case Deprel::appos: case Deprel::root: case Deprel::discourse: return false;
    default: return true;
  }
}

// An infinitive of purpose has not happened.
bool purpose(const Reading& r, Index t) {
  return r.infinitive(t) && r.child(t, {Deprel::aux}) == kNone && r.introduced(t, r.lists.purpose);
}

}  // namespace

EventStatus status_of(const Reading& r, Index trigger, EventType type, bool state) {
  const bool said = of_the_word(type);
  if (!r.verb(trigger) && negated(r, trigger)) return EventStatus::denied;
  if (const Verdict v = r.verb(trigger) ? by_clause(r, trigger, false) : by_modifier(r, trigger)) return *v;
  bool on = false;
  Index t = trigger;
  for (int step = 0; step < kMaxClimb; ++step) {
    if (purpose(r, t) && !(said && t == trigger)) return EventStatus::possible;
    if (!hangs_on(r, t)) break;
    const Index governor = r.head(t);
    if (const Verdict v = by_governor(r, t, governor)) {
      const bool decreed = t == trigger && !r.verb(t) && done_by_decree(type) && r.in(governor, r.lists.announcer);
      const bool answered = said && t == trigger && !r.verb(t) && *v == EventStatus::denied;  // a charge denied was made
      if (*v != EventStatus::ongoing && !answered && !decreed) return *v;
      on |= *v == EventStatus::ongoing;
    }
    const bool own_tense = r.verb(t) && finite_word(r, t) != kNone;
    if (own_tense && r.rel(t) != Deprel::ccomp && r.rel(t) != Deprel::conj) break;
    if (own_tense && r.rel(t) == Deprel::conj && finite_word(r, governor) == kNone) break;  // no infinitive is joined to it
    if (r.verb(governor) && !own_tense)
      if (const Verdict v = by_clause(r, governor, r.rel(t) == Deprel::nsubj)) return *v;
    t = governor;
  }
  const bool lasts = state && (r.verb(trigger) ? lasting(r, trigger) : stands(r, trigger));
  return on || lasts ? EventStatus::ongoing : EventStatus::happened;
}

}  // namespace greffier::events
