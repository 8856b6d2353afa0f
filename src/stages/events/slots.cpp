// Where the parties of a deed stand. Prepositions decide, not relations: a parser that errs in attachment mostly keeps the
// phrase and loses its head, so a slot is looked for at the trigger, at its first complements, at the participles behind it
// and at the verb that carries it, in this order. What the prepositions are, and which verbs carry deeds, is in the pack's
// lists. Tested in tests/unit/event_parties_test.cpp.
#include "stages/events/slots.h"

#include "stages/events/clause.h"
#include "stages/events/party.h"
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
  const bool weapons = r.in(t, r.lists.thing_noun) && r.child(t, {Deprel::amod, Deprel::nmod}) == kNone;  // "drone strikes"
  return r.token(t).upos == Upos::NOUN && (weapons || r.token(t).feats.number == Number::Sing) && mention_at(r.doc, t) == kNone &&
         r.child(t, {Deprel::det, Deprel::nummod}) == kNone;
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

bool possessed(const Reading& r, Index noun) {
  for (Index c = r.first_child(noun); c != kNone && c < noun; c = r.next(c))
    if (r.rel(c) == Deprel::det && r.token(c).feats.poss) return true;
  return false;
}

// Whose a thing is; a town that it lies in is none of them.
void add_owners_of(const Reading& r, Index thing, TokenList& out) {
  TokenList all;
  add_introduced(r, thing, r.lists.role_of, all);
  for (const Index t : all) {
    const Index mention = mention_at(r.doc, t);
    if (mention == kNone || !mere_place(r, r.doc.mentions[mention].entity, true)) out.add(t);
  }
}

void add_owner(const Reading& r, Index verb, TokenList& out) {
  Index thing = deep_object(r, verb);
  if (thing == kNone)
    for (Index c = r.first_child(verb); c != kNone && thing == kNone; c = r.next(c))
      if (complement(r, c) && r.introduced(c, r.lists.role_to)) thing = c;
  if (thing == kNone || possessed(r, thing)) return;  // "gave up ITS reform of the courts"
  add_owners_of(r, thing, out);
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

// "against the reform OF THE MINISTER": where what stands there is no party, whose it is.
void add_owners(const Reading& r, TokenList& out) {
  const TokenList things = out;
  for (const Index thing : things) add_introduced(r, thing, r.lists.role_of, out);
}

// "held in protests AGAINST X", where the tree hangs X on the verb above.
void add_right_behind(const Reading& r, Index noun, ListId prepositions, TokenList& out) {
  const Index above = verb_above(r, noun);
  if (above == kNone) return;
  for (Index c = r.first_child(above); c != kNone; c = r.next(c))
    if (c > noun && complement(r, c) && r.introduced(c, prepositions) && subtree(r.doc, r.index, c).begin == noun + 1) out.add(c);
}

// "the case of X, who …": where the tree hangs a relative clause on a noun that does nothing, the nearest one.
void add_nearest_antecedent(const Reading& r, Index verb, TokenList& out) {
  const Index pronoun = r.child(verb, {Deprel::nsubj});
  if (pronoun == kNone || pronoun == 0 || r.token(pronoun).feats.pron_type != PronType::Rel || !r.nominal(pronoun - 1)) return;
  out.add(pronoun - 1);
}

// The subject; of a participle behind a noun that does nothing also the subject of its clause: "held a vote asking them".
void add_subject(const Reading& r, Index verb, TokenList& out) {
  const Index subject = deep_subject(r, verb);
  const bool suffers = passive(r, verb);
  out.add(subject == kNone && !suffers ? r.sayer(verb) : subject);
  if (!suffers) add_nearest_antecedent(r, verb, out);
  if (suffers && subject != kNone && r.in(subject, r.lists.deed_noun)) {  // "hurt by the shots of X"
    add_introduced(r, subject, r.lists.role_of, out);
    add_adjectives(r, subject, out);
  }
  if (r.rel(verb) != Deprel::acl || !r.participle(verb) || passive(r, verb)) return;
  for (Index t = r.head(verb), step = 0; t != kNone && step < kMaxClimb; ++step, t = r.head(t))
    if (r.verb(t)) return out.add(deep_subject(r, t));
}

// "the remains of opponents killed": the participle says it of the nearest noun where the first is no party.
void add_nearest_described(const Reading& r, Index participle, TokenList& out) {
  const Index noun = participle > 0 ? participle - 1 : kNone;
  if (r.rel(participle) != Deprel::acl || !r.participle(participle) || noun == kNone || !r.nominal(noun)) return;
  if (noun != r.head(participle) && passive(r, participle)) out.add(noun);
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

}  // namespace

// "the treaty of Lisbon": where it was signed.
bool says_where(const Reading& r, Index noun, Index complement, ListId prepositions) {
  if (prepositions != r.lists.role_of || !r.in(noun, r.lists.meeting_noun)) return false;
  const Index mention = mention_at(r.doc, complement);
  return mention != kNone && mere_place(r, r.doc.mentions[mention].entity, false);
}

void add_introduced(const Reading& r, Index head, ListId prepositions, TokenList& out, bool whole) {
  for (Index c = r.first_child(head); c != kNone; c = r.next(c)) {
    if (c < head && prepositions == r.lists.role_to && r.verb(head) && r.nominal(c)) continue;  // "At X, he demands": where
    if (complement(r, c) && r.introduced(c, prepositions) && !(whole && says_kind(r, c)) && !says_where(r, head, c, prepositions)) out.add(antecedent(r, c));
    // A participle as good as a preposition: "an inquiry concerning X".
    if (r.rel(c) == Deprel::acl && r.in(c, prepositions)) out.add(r.child(c, {Deprel::obj}));
  }
}

Index verb_above(const Reading& r, Index noun) {
  for (int step = 0; noun != kNone && step < kMaxClimb; ++step, noun = r.head(noun)) {
    if (r.rel(noun) == Deprel::nsubj) return kNone;
    if (step > 0 && r.verb(noun)) return noun;
  }
  return kNone;
}

// The last noun that is a subject in the sentence.
Index subject_in(const Reading& r, TokenRange sentence) {
  for (Index t = sentence.end; t-- > sentence.begin;)
    if (r.rel(t) == Deprel::nsubj && (r.token(t).upos == Upos::NOUN || r.token(t).upos == Upos::PROPN)) return t;
  return kNone;
}

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
  const Index sentence = r.doc.sentence_of(determiner);
  return sentence == 0 ? kNone : subject_in(r, r.doc.sentences[sentence - 1].tokens);
}

TokenList in_slot(const Reading& r, Index trigger, Slot slot) {
  TokenList out;
  const bool verb = r.verb(trigger);
  switch (slot) {
    case Slot::none: break;
    case Slot::subject: verb ? add_subject(r, trigger, out) : out.add(said_of(r, trigger)); break;
    case Slot::object:
      out.add(verb ? deep_object(r, trigger) : described(r, trigger));
      if (verb) add_nearest_described(r, trigger, out);
      break;
    case Slot::owner: add_owner(r, trigger, out); break;
    case Slot::of:
      if (verb) {
        add_introduced(r, trigger, r.lists.role_of, out, true);
        break;
      }
      add_introduced(r, trigger, r.lists.role_of, out, true);
      for (Index c = r.first_child(trigger); c != kNone && out.empty(); c = r.next(c))  // "the rough removal of X"
        if (c > trigger && r.participle(c) && (r.rel(c) == Deprel::acl || r.rel(c) == Deprel::amod))
          add_introduced(r, c, r.lists.role_of, out, true);
      if (out.empty()) add_next(r, trigger, out);
      add_possessor(r, trigger, out);
      break;
    case Slot::by:
      add_around(r, trigger, r.lists.role_by, out);
      if (!verb) add_adjectives(r, trigger, out);
      break;
    case Slot::against:
      add_around(r, trigger, r.lists.role_against, out);
      add_owners(r, out);
      if (out.empty() && !verb) add_right_behind(r, trigger, r.lists.role_against, out);
      break;
    case Slot::to:
      if (verb) add_clitics(r, trigger, out);
      else if (const Index host = host_verb(r, trigger); host != kNone && r.in(host, r.lists.light_verb))
        add_clitics(r, host, out);
      add_around(r, trigger, r.lists.role_to, out);
      break;
    case Slot::toward: add_around(r, trigger, r.lists.role_toward, out); break;
    case Slot::before: add_around(r, trigger, r.lists.role_before, out); break;
    case Slot::clause_subject:
      if (const Index above = verb ? kNone : verb_above(r, trigger); above != kNone)
        out.add(passive(r, above) ? deep_object(r, above) : deep_subject(r, above));
      break;
    case Slot::for_: add_around(r, trigger, r.lists.role_for, out); break;
    case Slot::clause: if (verb) add_clause_subject(r, trigger, out); break;
    case Slot::with: case Slot::between: add_around(r, trigger, r.lists.role_with, out); break;
  }
  return out;
}

}  // namespace greffier::events
