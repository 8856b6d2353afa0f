// Where the parties of a deed stand. Prepositions decide, not relations: a parser that errs in attachment mostly keeps the
// phrase and loses its head, so a slot is looked for at the trigger, at its first complements, at the participles behind it
// and at the verb that carries it, in this order. What the prepositions are, and which verbs carry deeds, is in the pack's
// lists. Tested in tests/unit/event_parties_test.cpp.
#include "stages/events/slots.h"

#include "stages/events/clause.h"
#include "stages/parties.h"
#include "stages/phrases.h"

namespace greffier::events {
namespace {

bool complement(const Reading& r, Index c) {
  switch (r.rel(c)) {
    case Deprel::nmod: case Deprel::obl: case Deprel::iobj: case Deprel::xcomp: return r.nominal(c);
    default: return false;
  }
}

bool carries(const Reading& r, Index verb, std::string_view side) { return r.value(verb, r.lists.light_verb) == side; }

// "A deal of coalition": one bare noun says of which kind the deed is.
bool says_kind(const Reading& r, Index t) {
  return r.token(t).upos == Upos::NOUN && r.token(t).feats.number == Number::Sing && mention_at(r.doc, t) == kNone &&
         r.child(t, {Deprel::det, Deprel::nummod}) == kNone;
}

void add_introduced(const Reading& r, Index head, ListId prepositions, TokenList& out, bool whole = false) {
  for (Index c = r.first_child(head); c != kNone; c = r.next(c)) {
    if (complement(r, c) && r.introduced(c, prepositions) && !(whole && says_kind(r, c))) out.add(antecedent(r, c));
    // A participle as good as a preposition: "an inquiry concerning X".
    if (r.rel(c) == Deprel::acl && r.in(c, prepositions)) out.add(r.child(c, {Deprel::obj}));
  }
}

// A complement that a parser hung on the trigger's first complement: "the attack of the rebels against the barracks".
void add_beyond(const Reading& r, Index trigger, ListId prepositions, TokenList& out) {
  for (Index c = r.first_child(trigger); c != kNone; c = r.next(c))
    if (c > trigger && (complement(r, c) || r.rel(c) == Deprel::obj)) add_introduced(r, c, prepositions, out);
}

// Complements of the trigger, of the participles behind it and of the verb that carries it.
void add_around(const Reading& r, Index trigger, ListId prepositions, TokenList& out) {
  add_introduced(r, trigger, prepositions, out);
  add_beyond(r, trigger, prepositions, out);
  if (r.verb(trigger)) return;
  if (const Index series = r.head(trigger);
      series != kNone && r.rel(trigger) == Deprel::nmod && r.in(series, r.lists.series_noun))
    add_introduced(r, series, prepositions, out);
  for (Index c = r.first_child(trigger); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::acl && r.verb(c) && (prepositions != r.lists.role_by || carries(r, c, "actor")))
      add_introduced(r, c, prepositions, out);
  if (const Index host = host_verb(r, trigger); host != kNone && r.in(host, r.lists.light_verb))
    add_introduced(r, host, prepositions, out);
}

void add_possessor(const Reading& r, Index noun, TokenList& out) {
  for (Index c = r.first_child(noun); c != kNone && c < noun; c = r.next(c))
    if (r.rel(c) == Deprel::det && r.token(c).feats.poss) out.add(possessor(r, c));
}

void add_adjectives(const Reading& r, Index noun, TokenList& out) {
  for (Index c = r.first_child(noun); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::amod && r.token(c).upos == Upos::ADJ) out.add(c);
}

void add_clitics(const Reading& r, Index verb, TokenList& out) {
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::iobj && !r.token(c).feats.reflex) out.add(antecedent(r, c));
}

// "the American embargo", "the North Korean missile launch", "the reforms begun by the ministry".
void add_nationality(const Reading& r, Index thing, TokenList& out) {
  add_adjectives(r, thing, out);
  for (Index c = r.first_child(thing); c != kNone; c = r.next(c)) {
    if (r.rel(c) == Deprel::nmod && r.introduced(c, r.lists.role_of) && says_kind(r, c)) add_adjectives(r, c, out);
    if (r.rel(c) == Deprel::acl && r.verb(c)) add_introduced(r, c, r.lists.role_by, out);
  }
}

void add_owner(const Reading& r, Index verb, TokenList& out) {
  Index thing = deep_object(r, verb);
  if (thing == kNone)
    for (Index c = r.first_child(verb); c != kNone && thing == kNone; c = r.next(c))
      if (complement(r, c) && r.introduced(c, r.lists.role_to)) thing = c;
  if (thing == kNone) return;
  add_introduced(r, thing, r.lists.role_of, out);
  add_nationality(r, thing, out);
  for (Index c = r.first_child(thing); c != kNone; c = r.next(c))  // "the figures put forward by X"
    if (r.rel(c) == Deprel::acl && r.participle(c)) add_introduced(r, c, r.lists.role_by, out);
}

// A complement that a parser hung on the verb, though it stands right behind the noun: "ordered the release of X".
void add_next(const Reading& r, Index noun, TokenList& out) {
  const Index host = r.head(noun);
  if (host == kNone || !r.verb(host) || r.rel(noun) == Deprel::obl) return;
  for (Index c = r.first_child(host); c != kNone; c = r.next(c))
    if (c > noun && r.rel(c) == Deprel::obl && r.nominal(c) && r.introduced(c, r.lists.role_of) &&
        subtree(r.doc, r.index, c).begin == noun + 1)
      out.add(c);
}

// "victim of an attack": the word above the deed's noun, however far the complement was hung.
Index victim_phrase(const Reading& r, Index noun) {
  Index t = r.head(noun);
  for (int step = 0; t != kNone && step < 3; ++step, t = r.head(t)) {
    if (r.in(t, r.lists.victim_phrase)) return t;
    if (r.verb(t)) break;
  }
  return kNone;
}

// The noun stands where the deed stands: the object of an active verb, the subject of a passive one, a complement.
bool carried_by(const Reading& r, Index noun, Index host) {
  return r.rel(noun) != Deprel::nsubj || passive(r, host);
}

// The subject; of a participle behind a noun that does nothing also the subject of its clause: "held a vote asking them".
void add_subject(const Reading& r, Index verb, TokenList& out) {
  out.add(deep_subject(r, verb));
  if (r.rel(verb) != Deprel::acl || !r.participle(verb) || passive(r, verb)) return;
  for (Index t = r.head(verb), step = 0; t != kNone && step < kMaxClimb; ++step, t = r.head(t))
    if (r.verb(t)) return out.add(deep_subject(r, t));
}

// Of whom a noun is said: "X was on a visit". Parsers often take X for the head.
Index said_of(const Reading& r, Index noun) {
  const auto is = [&](Index t) {
    const Index copula = r.child(t, {Deprel::cop});
    return copula != kNone && r.in(copula, r.lists.auxiliary_passive);
  };
  if (const Index subject = r.child(noun, {Deprel::nsubj}); subject != kNone && is(noun)) return subject;
  const Index head = r.head(noun);
  return r.rel(noun) == Deprel::nmod && head != kNone && (is(noun) || is(head)) ? head : kNone;
}

// Whom an adjective is said of.
Index described(const Reading& r, Index adjective) {
  if (r.token(adjective).upos != Upos::ADJ) return kNone;
  if (const Index subject = r.child(adjective, {Deprel::nsubj}); subject != kNone) return antecedent(r, subject);
  return r.rel(adjective) == Deprel::amod ? r.head(adjective) : kNone;
}

void add_clause_subject(const Reading& r, Index verb, TokenList& out) {
  const Index clause = r.child(verb, {Deprel::ccomp, Deprel::xcomp});
  if (clause == kNone || !r.verb(clause)) return;
  if (r.rel(clause) == Deprel::ccomp) return out.add(r.child(clause, {Deprel::nsubj}));
  add_around(r, clause, r.lists.role_to, out);
  add_around(r, clause, r.lists.role_against, out);
  out.add(deep_object(r, clause));
  add_owner(r, clause, out);
}

// Whom a verb's subject reaches: its object, or behind "to" ("cost ten people their lives"), or the object of a verb joined to
// it.
void add_reached(const Reading& r, Index verb, TokenList& out) {
  out.add(deep_object(r, verb));
  add_introduced(r, verb, r.lists.role_to, out);
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::conj && r.verb(c) && r.in(c, r.lists.reaching_verb)) out.add(deep_object(r, c));
}

}  // namespace

Index possessor(const Reading& r, Index determiner) {
  Index clause = r.head(determiner);
  for (int step = 0; clause != kNone && step < kMaxClimb; ++step, clause = r.head(clause)) {
    if (!r.verb(clause)) continue;
    const Index subject = deep_subject(r, clause);
    if (subject != kNone && subject < determiner) return subject;
  }
  const Index begin = r.doc.sentences[r.doc.sentence_of(determiner)].tokens.begin;
  for (Index t = determiner; t-- > begin;)
    if (r.token(t).upos == Upos::PROPN && r.rel(t) != Deprel::flat) return t;
  return kNone;
}

TokenList in_slot(const Reading& r, Index trigger, Slot slot) {
  TokenList out;
  const bool verb = r.verb(trigger);
  switch (slot) {
    case Slot::none: break;
    case Slot::subject: verb ? add_subject(r, trigger, out) : out.add(said_of(r, trigger)); break;
    case Slot::object: out.add(verb ? deep_object(r, trigger) : described(r, trigger)); break;
    case Slot::owner: add_owner(r, trigger, out); break;
    case Slot::of:
      if (verb) {
        add_introduced(r, trigger, r.lists.role_of, out, true);
        break;
      }
      add_introduced(r, trigger, r.lists.role_of, out, true);
      if (out.empty()) add_next(r, trigger, out);
      add_possessor(r, trigger, out);
      break;
    case Slot::by:
      add_around(r, trigger, r.lists.role_by, out);
      if (!verb) add_adjectives(r, trigger, out);
      break;
    case Slot::against: add_around(r, trigger, r.lists.role_against, out); break;
    case Slot::to:
      if (verb) add_clitics(r, trigger, out);
      else if (const Index host = host_verb(r, trigger); host != kNone && r.in(host, r.lists.light_verb))
        add_clitics(r, host, out);
      add_around(r, trigger, r.lists.role_to, out);
      break;
    case Slot::toward:
      if (verb) add_around(r, trigger, r.lists.role_toward, out);
      break;
    case Slot::for_: add_around(r, trigger, r.lists.role_for, out); break;
    case Slot::clause: if (verb) add_clause_subject(r, trigger, out); break;
    case Slot::with: case Slot::between: add_around(r, trigger, r.lists.role_with, out); break;
  }
  return out;
}

TokenList carried_actor(const Reading& r, Index noun) {
  TokenList out;
  // "brandished the threat of sanctions": who threatens would do it.
  if (const Index above = r.head(noun);
      above != kNone && r.rel(noun) == Deprel::nmod && !r.verb(above) && !r.value(above, r.lists.governor_noun).empty()) {
    const Index host = host_verb(r, above);
    if (host != kNone && carries(r, host, "actor")) out.add(deep_subject(r, host));
    if (host != kNone && carries(r, host, "asked"))
      add_introduced(r, host, r.lists.role_to, out), add_introduced(r, host, r.lists.role_of, out, true);
  }
  if (const Index culprit = r.head(noun);
      culprit != kNone && r.rel(noun) == Deprel::nmod && r.in(culprit, r.lists.culprit_noun)) {
    if (r.rel(culprit) == Deprel::appos) out.add(r.head(culprit));
    out.add(r.child(culprit, {Deprel::nsubj}));
    const Index verb = r.head(culprit);
    if (r.rel(culprit) != Deprel::nsubj && verb != kNone && r.verb(verb) && passive(r, verb)) out.add(deep_object(r, verb));
    out.add(culprit);
  }
  for (Index c = r.first_child(noun); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::acl && r.verb(c) && carries(r, c, "actor")) out.add(deep_subject(r, c));
  const Index host = host_verb(r, noun);
  if (host != kNone && carries(r, host, "sides")) {
    const Index one = deep_object(r, host);
    out.add(one);
    if (one != kNone) add_introduced(r, one, r.lists.role_to, out);
    add_introduced(r, host, r.lists.role_to, out);
    add_introduced(r, host, r.lists.role_with, out);
  }
  if (host != kNone && carried_by(r, noun, host)) {
    if (carries(r, host, "actor")) out.add(deep_subject(r, host));
    if (carries(r, host, "asked"))
      add_introduced(r, host, r.lists.role_to, out), add_introduced(r, host, r.lists.role_of, out, true);
    if (carries(r, host, "blamed"))
      add_introduced(r, host, r.lists.role_to, out), add_introduced(r, noun, r.lists.role_to, out);
  }
  return out;
}

TokenList carried_target(const Reading& r, Index noun) {
  TokenList out;
  if (const Index host = host_verb(r, noun); host != kNone) {
    if (carries(r, host, "target") && carried_by(r, noun, host)) out.add(deep_subject(r, host));
    if (r.in(host, r.lists.reaching_verb) && r.rel(noun) == Deprel::nsubj && !passive(r, host)) add_reached(r, host, out);
    if (r.in(host, r.lists.reaching_verb) && passive(r, host) && r.rel(noun) == Deprel::obl) out.add(deep_object(r, host));
  }
  if (const Index victim = victim_phrase(r, noun); victim != kNone) {
    out.add(r.child(victim, {Deprel::nsubj}));
    if (const Index verb = host_verb(r, victim); verb != kNone) out.add(deep_subject(r, verb));
    if (r.rel(victim) == Deprel::appos || r.rel(victim) == Deprel::acl) out.add(r.head(victim));
  }
  return out;
}

}  // namespace greffier::events
