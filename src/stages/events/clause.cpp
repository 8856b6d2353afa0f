// Walks from a verb to its logical arguments. Each step moves to a verb that shares the wanted argument: the first of a
// coordination, the governor of an infinitive (its subject, or its object where the governor is one of object control:
// "asked them to leave"), the noun that a participle or relative clause describes. At most kMaxClimb steps.
// Tested in tests/unit/event_parties_test.cpp.
#include "stages/events/clause.h"

#include "stages/events/agreement.h"

namespace greffier::events {
namespace {

bool relative(const Reading& r, Index t) {
  return r.token(t).feats.pron_type == PronType::Rel || (r.token(t).upos == Upos::PRON && r.in(t, r.lists.relative));
}

// The whole noun phrase before a relative pronoun, where the tree does not hang its clause on one: from the last noun up
// to what it is a complement of, but not up to a deed ("the raid of the police that opened fire").
Index noun_before(const Reading& r, Index pronoun) {
  Index noun = kNone;
  for (Index t = pronoun; t > 0 && pronoun - t < 4 && noun == kNone;)
    if (r.nominal(--t)) noun = t;
  if (noun == kNone) return pronoun;
  for (int step = 0; step < kMaxClimb && r.head(noun) != kNone && r.head(noun) < noun; ++step) {
    const Deprel rel = r.rel(noun);
    if ((rel != Deprel::nmod && rel != Deprel::flat && rel != Deprel::appos) || r.in(r.head(noun), r.lists.deed_noun)) break;
    noun = r.head(noun);
  }
  return noun;
}

bool describes_noun(const Reading& r, Index verb) {
  return (r.rel(verb) == Deprel::acl || r.rel(verb) == Deprel::amod) && r.head(verb) != kNone;
}

Index subject_of(const Reading& r, Index verb);

bool past_participle(const Reading& r, Index verb) {
  return r.participle(verb) && r.token(verb).feats.tense != Tense::Pres;
}

bool has_auxiliary(const Reading& r, Index verb) { return r.child(verb, {Deprel::aux}) != kNone; }

// The grammatical subject that a verb shares with those before it in its coordination.
Index shared_subject(const Reading& r, Index verb) {
  const auto leans = [&](Index v) { return r.rel(v) == Deprel::conj || (r.rel(v) == Deprel::advcl && past_participle(r, v)); };
  for (int step = 0; step < kMaxClimb && leans(verb) && r.head(verb) != kNone; ++step) {
    verb = r.head(verb);
    if (const Index subject = subject_of(r, verb); subject != kNone) return subject;
    if (describes_noun(r, verb)) return r.head(verb);
  }
  return kNone;
}

// A verb that shares auxiliary and subject with the first of its coordination: "was arrested and beaten".
bool leans_on_first(const Reading& r, Index verb) {
  const Index first = r.head(verb);
  if (r.rel(verb) != Deprel::conj || first == kNone || r.child(verb, {Deprel::nsubj}) != kNone) return false;
  const bool present = r.participle(first) && !past_participle(r, first);  // "evoking X, accused": no auxiliary to share
  return (r.verb(first) || r.participle(first)) && !present;
}

// A bare noun phrase before the verb that the tree takes for an adjunct; time expressions are adjuncts.
Index bare_noun_before(const Reading& r, Index verb) {
  for (Index c = r.first_child(verb); c != kNone && c < verb; c = r.next(c)) {
    if (r.rel(c) == Deprel::advmod)  // "at least six of the accused were …"
      if (const Index some = r.child(c, {Deprel::obl}); some != kNone && r.child(some, {Deprel::nummod}) != kNone) return some;
    if (r.rel(c) != Deprel::obl || r.token(c).upos != Upos::NOUN || (r.index.layers[c] & kInTime)) continue;
    if (r.child(c, {Deprel::case_, Deprel::mark}) == kNone) return c;
  }
  return kNone;
}

// A "subject" behind a verb that has none or another before it is its object read wrongly.
bool object_as_subject(const Reading& r, Index verb, Index c, Index found) {
  if (c < verb) return false;
  return found != kNone || stray(r, verb) || (!has_auxiliary(r, verb) && (r.infinitive(verb) || r.participle(verb)));
}

// The subject. Of several that the tree knows, one before a colon ("Country: X does") or of time gives way to the next.
Index named_subject(const Reading& r, Index verb) {
  Index found = kNone;
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c)) {
    if (r.rel(c) != Deprel::nsubj || object_as_subject(r, verb, c, found)) continue;
    if (found == kNone || r.doc.form(r.token(found + 1)) == ":" || (r.index.layers[found] & kInTime) ||
        r.token(c).upos == Upos::PRON)
      found = c;
  }
  return found;
}

Index subject_of(const Reading& r, Index verb) {
  const Index subject = named_subject(r, verb);
  return subject == kNone ? bare_noun_before(r, verb) : antecedent(r, subject);
}

// The agent where it was hung on a complement of the passive: "is called too dear BY THE RIGHT".
Index agent_beyond(const Reading& r, Index verb) {
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c)) {
    if (c < verb || (r.rel(c) != Deprel::xcomp && r.rel(c) != Deprel::obl && r.rel(c) != Deprel::obj)) continue;
    for (Index k = r.first_child(c); k != kNone; k = r.next(k)) {
      if (k < c || !r.nominal(k) || (r.rel(k) != Deprel::obl && r.rel(k) != Deprel::nmod)) continue;
      if (r.introduced(k, r.lists.role_by)) return k;
    }
  }
  return kNone;
}

Index agent_of(const Reading& r, Index verb) {
  if (const Index agent = r.child(verb, Deprel::obl, Subtype::agent); agent != kNone) return agent;
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::obl && r.introduced(c, r.lists.role_by)) return c;
  return agent_beyond(r, verb);
}

// Whom a verb addresses: its object, or its indirect object.
Index addressee(const Reading& r, Index verb) {
  if (const Index object = deep_object(r, verb); object != kNone && r.nominal(object)) return object;
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c)) {
    const Deprel rel = r.rel(c);
    if (rel == Deprel::iobj || (rel == Deprel::obl && r.introduced(c, r.lists.role_to))) return c;
  }
  return kNone;
}

// An object behind an active verb that the tree takes for a subject; a bare name, or people counted ("killing at least ten
// soldiers"), that it takes for another complement.
Index bare_name(const Reading& r, Index verb) {
  Index subject = kNone;
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c)) {
    if (r.rel(c) == Deprel::nsubj && object_as_subject(r, verb, c, subject)) return c;
    if (r.rel(c) == Deprel::nsubj) subject = c;
    const bool counted = r.token(c).upos == Upos::NOUN && r.child(c, {Deprel::nummod}) != kNone;
    if (c < verb || (r.token(c).upos != Upos::PROPN && !counted) || (r.index.layers[c] & kInTime)) continue;
    if ((r.rel(c) == Deprel::xcomp || r.rel(c) == Deprel::obl) && r.child(c, {Deprel::case_, Deprel::mark}) == kNone) return c;
  }
  return kNone;
}

// The first object that is no time ("suspended at the end of May the flights").
Index first_object(const Reading& r, Index verb) {
  Index found = kNone;
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::obj && (found == kNone || (r.index.layers[found] & kInTime))) found = c;
  return found;
}

// "the decision of X to cut", "took the decision to cut": whose a noun is does the infinitive below it.
Index owner_of(const Reading& r, Index noun) {
  for (Index c = r.first_child(noun); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::nmod && r.nominal(c) && r.introduced(c, r.lists.role_of)) return c;
  const Index verb = r.head(noun);
  return verb != kNone && r.verb(verb) && r.rel(noun) == Deprel::obj && !passive(r, verb) ? subject_of(r, verb) : kNone;
}

// "des" before an object is often read as a preposition with an article.
Index partitive_object(const Reading& r, Index verb) {
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c)) {
    if (c < verb || r.rel(c) != Deprel::obl || r.subtype(c) == Subtype::agent) continue;
    const Index preposition = r.child(c, {Deprel::case_});
    if (preposition != kNone && r.token(preposition).multi == MultiWord::first && r.in(preposition, r.lists.role_of)) return c;
  }
  return bare_name(r, verb);
}

// "was brought before the judge, CHARGED and jailed": the passive verb whose series a participle goes on with, though a
// parser hung it on the noun before the comma; else kNone.
Index in_series(const Reading& r, Index participle) {
  const Index noun = r.head(participle);
  const Index next = r.child(participle, {Deprel::conj});
  if (noun > participle || next == kNone || !past_participle(r, next)) return kNone;
  const Index verb = r.head(noun);
  const bool comma = participle > 0 && r.doc.form(r.token(participle - 1)) == ",";
  return comma && verb != kNone && r.verb(verb) && passive(r, verb) ? verb : kNone;
}

// Infinitives and participles beside another verb: whose subject is theirs.
bool borrows_subject(const Reading& r, Index verb) {
  const Deprel rel = r.rel(verb);
  return r.head(verb) != kNone && !r.finite(verb) && !has_auxiliary(r, verb)
             ? rel == Deprel::xcomp || rel == Deprel::ccomp || rel == Deprel::advcl || rel == Deprel::conj || rel == Deprel::obl
             : r.head(verb) != kNone && r.child(verb, {Deprel::nsubj}) == kNone &&
                   (rel == Deprel::xcomp || rel == Deprel::advcl || rel == Deprel::conj || rel == Deprel::ccomp);
}

}  // namespace

Index antecedent(const Reading& r, Index t) {
  if (!relative(r, t)) return t;
  Index clause = r.head(t);
  for (int step = 0; clause != kNone && step < kMaxClimb; ++step, clause = r.head(clause))
    if (r.rel(clause) == Deprel::acl && r.head(clause) != kNone) {
      const Index noun = r.head(clause);
      return r.in(noun, r.lists.deed_noun) ? noun_before(r, t) : noun;
    } else if (step == 0 && r.rel(clause) == Deprel::conj) {
      break;
    }
  return noun_before(r, t);
}

// The auxiliary decides where there is one, for the tree often mistakes its kind; a reflexive is never passive.
bool passive(const Reading& r, Index verb) {
  for (int step = 0; step < kMaxClimb; ++step) {
    bool active = false, suffers = false;
    for (Index c = r.first_child(verb); c != kNone; c = r.next(c)) {
      if (r.token(c).feats.reflex || (r.rel(c) == Deprel::expl && r.subtype(c) != Subtype::subj)) return false;
      if (r.rel(c) != Deprel::aux && r.rel(c) != Deprel::cop) continue;
      active |= r.in(c, r.lists.auxiliary_active);
      suffers |= r.in(c, r.lists.auxiliary_passive);
    }
    if (active || suffers) return suffers && past_participle(r, verb) && !r.in(verb, r.lists.intransitive);
    if (r.child(verb, Deprel::nsubj, Subtype::pass) != kNone) return past_participle(r, verb);
    if (!past_participle(r, verb) || r.in(verb, r.lists.intransitive)) return false;
    if (describes_noun(r, verb) || !leans_on_first(r, verb)) {
      const Index object = r.child(verb, {Deprel::obj});
      return object == kNone || (r.index.layers[object] & kInTime);
    }
    verb = r.head(verb);
  }
  return false;
}

Index deep_subject(const Reading& r, Index verb) {
  bool loose = false;
  const Index told = verb;
  for (int step = 0; step < kMaxClimb; ++step) {
    if (step > 0 && !r.verb(verb)) return agreeing_subject(r, told);
    if (passive(r, verb)) {
      if (step == 0) return agent_of(r, verb);
      return loose ? kNone : deep_object(r, verb);  // "was forced to leave": the one forced leaves
    }
    if (const Index subject = subject_of(r, verb); subject != kNone) return subject;
    if (stray(r, verb)) return agreeing_subject(r, verb);
    if (describes_noun(r, verb) && r.participle(verb)) return described_by(r, verb);
    if (describes_noun(r, verb) && r.infinitive(verb))
      return r.introduced(verb, r.lists.role_to) ? r.head(verb) : owner_of(r, r.head(verb));
    if (!borrows_subject(r, verb)) return agreeing_subject(r, verb);
    const Index governor = r.head(verb);
    if (r.rel(verb) != Deprel::conj && r.rel(verb) != Deprel::advcl && r.in(governor, r.lists.object_control))
      if (const Index controlled = addressee(r, governor); controlled != kNone) return controlled;
    // "houses were bombed, killing ten": what was bombed does not kill.
    loose = r.rel(verb) == Deprel::advcl && r.participle(verb) && r.child(verb, {Deprel::mark, Deprel::case_}) == kNone;
    verb = governor;
  }
  return kNone;
}

Index deep_object(const Reading& r, Index verb) {
  for (int step = 0; step < kMaxClimb; ++step) {
    if (!passive(r, verb)) {
      const Index object = first_object(r, verb);
      if (object == kNone) return partitive_object(r, verb);
      return r.token(object).feats.reflex ? kNone : antecedent(r, object);
    }
    if (const Index subject = subject_of(r, verb); subject != kNone) return subject;
    if (stray(r, verb)) return agreeing_subject(r, verb);
    if (describes_noun(r, verb)) {
      if (const Index series = in_series(r, verb); series != kNone) return deep_object(r, series);
      return described_by(r, verb);
    }
    if (r.rel(verb) == Deprel::conj && r.head(verb) != kNone) return shared_subject(r, verb);
    // "says he was attacked" without a subject of its own: "after being attacked, she left".
    if (!borrows_subject(r, verb)) return has_auxiliary(r, verb) ? agreeing_subject(r, verb) : behind_fronted(r, verb);
    const Index subject = subject_of(r, r.head(verb));
    return subject;
  }
  return kNone;
}

Index host_verb(const Reading& r, Index noun) {
  Index t = noun;
  const auto carried = [&](Index n) {
    return r.rel(n) == Deprel::conj || (r.rel(n) == Deprel::nmod && r.in(r.head(n), r.lists.series_noun));
  };
  for (int step = 0; step < kMaxClimb && r.head(t) != kNone && carried(t); ++step) t = r.head(t);
  const Index head = r.head(t);
  if (head == kNone || !r.verb(head)) return kNone;
  switch (r.rel(t)) {
    case Deprel::obj: case Deprel::nsubj: case Deprel::obl: case Deprel::xcomp: case Deprel::iobj: return head;
    default: return kNone;
  }
}

}  // namespace greffier::events
