// The walk to the subject goes up the tree only, so its cost is the depth of the verb, bounded by kMaxClimb.
#include "stages/statements/speaker.h"

#include "stages/statements/cue.h"

namespace greffier::statements {
namespace {

constexpr int kMaxClimb = 12;
constexpr Index kReach = 10;  // words between an inverted verb and its subject

bool relative(const Token& t) { return t.feats.pron_type == PronType::Rel; }

// A pronoun glued to the verb before it ("a-t-elle"), whatever relation the tree gives it.
bool clitic_subject(const Scene& s, Index i) {
  const Token& t = s.token(i);
  return t.upos == Upos::PRON && i > 0 && verbal(s.token(i - 1)) && !s.token(i - 1).space_after &&
         (t.relation.base == Deprel::nsubj || t.relation.subtype == Subtype::subj || s.text(i).starts_with('-'));
}

// A subject that the tree calls something else: a noun phrase without preposition before its verb.
Index mislabelled(const Scene& s, Index verb) {
  for (Index c = s.index.first_child[verb]; c != kNone && c < verb; c = s.index.next_sibling[c]) {
    const Token& t = s.token(c);
    const bool could = t.relation.base == Deprel::obj || t.relation.base == Deprel::dislocated || t.relation.base == Deprel::dep ||
                       t.relation.base == Deprel::advmod || t.relation.base == Deprel::nmod || t.relation.base == Deprel::appos;
    if (could && (t.upos == Upos::NOUN || t.upos == Upos::PROPN) && !has_child(s, c, Deprel::case_)) return c;
  }
  return kNone;
}

Index own_subject(const Scene& s, Index verb) {
  Index found = kNone;
  for (Index c = s.index.first_child[verb]; c != kNone; c = s.index.next_sibling[c]) {
    const Relation r = s.token(c).relation;
    if (r.base == Deprel::nsubj) return c;
    if (r.base == Deprel::expl && r.subtype == Subtype::subj && found == kNone) found = c;
  }
  return found == kNone ? mislabelled(s, verb) : found;
}

// The noun that the relative clause of `verb` belongs to, also where the verb is a later one of several in it.
Index antecedent(const Scene& s, Index verb) {
  for (int n = 0; n < kMaxClimb && verb != kNone; ++n, verb = s.token(verb).head)
    if (s.token(verb).relation.base == Deprel::acl) return s.token(verb).head;
  return kNone;
}

}  // namespace

Index subject_of(const Scene& s, Index verb) {
  Index at = verb;
  for (int n = 0; n < kMaxClimb && at != kNone; ++n) {
    if (const Index own = own_subject(s, at); own != kNone) return relative(s.token(own)) ? antecedent(s, at) : own;
    const Token& t = s.token(at);
    switch (t.relation.base) {
      case Deprel::conj: case Deprel::xcomp: case Deprel::advcl: case Deprel::ccomp: case Deprel::aux: case Deprel::cop:
      case Deprel::parataxis: case Deprel::dep: case Deprel::obl: case Deprel::advmod:
        at = t.head;
        break;
      case Deprel::acl:
        return t.head;
      default:
        return kNone;
    }
  }
  return kNone;
}

Index subject_after(const Scene& s, Index verb, TokenRange cue) {
  for (Index i = cue.begin; i < cue.end; ++i)
    if (clitic_subject(s, i)) return i;
  Index loose = kNone;
  for (Index c = s.index.first_child[verb]; c != kNone; c = s.index.next_sibling[c]) {
    if (c < cue.end || c > cue.end + kReach) continue;
    const Token& t = s.token(c);
    if (t.relation.base == Deprel::nsubj) return c;
    if (loose == kNone && nominal(t) && !has_child(s, c, Deprel::case_) && (s.index.layers[c] & kInTime) == 0) loose = c;
  }
  return loose;
}

bool inverted(const Scene& s, Index verb, TokenRange cue) {
  for (Index i = cue.begin; i < cue.end; ++i)
    if (clitic_subject(s, i)) return true;
  const Index own = own_subject(s, verb);
  if (own != kNone) return own > verb;
  const Index begin = s.sentence_of(verb).tokens.begin;
  if (cue.begin <= begin || s.token(verb).relation.base == Deprel::conj || !finite(s.token(finite_of(s, verb)))) return false;
  return (s.punct(cue.begin - 1)) && subject_after(s, verb, cue) != kNone;
}

}  // namespace greffier::statements
