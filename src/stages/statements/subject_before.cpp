// Where the tree gives a verb no subject, the words before it decide: the nearest noun phrase without a preposition that can
// speak, in the same clause and quotation. Cost: kFar words. Tested by the examples of packs/*/statements.rules.
#include "stages/statements/subject_before.h"

#include "stages/statements/cue.h"
#include "stages/statements/speaker.h"

namespace greffier::statements {
namespace {

constexpr Index kFar = 30;         // words between a subject and a verb that the tree does not join
constexpr Index kRelative = 8;     // words between a relative pronoun and its verb

bool relative(const Token& t) { return t.feats.pron_type == PronType::Rel; }

}  // namespace

bool comma_between(const Scene& s, Index from, Index to) {
  for (Index i = from + 1; i < to; ++i)
    if (s.text(i) == "," || s.text(i) == ":") return true;
  return false;
}

namespace {

// For the finite verb `i` of a relative clause that a comma closes before the cue: its pronoun, else kNone.
Index set_off_relative(const Scene& s, Index i, Index begin, Index cue) {
  if (!finite(s.token(i)) || !comma_between(s, i, cue)) return kNone;
  for (Index p = i; p-- > begin && p + kRelative > i;) {
    if (s.token(p).feats.pron_type == PronType::Rel) return p;
    if (finite(s.token(p))) return kNone;
  }
  return kNone;
}

}  // namespace

// The noun phrase without a preposition that stands nearest before the cue, for a tree without a subject.
Index subject_before(const Scene& s, Index cue) {
  const Index begin = s.sentence_of(cue).tokens.begin;
  const Index least = cue > begin + kFar ? cue - kFar : begin;
  for (Index i = cue; i-- > least;) {
    const Token& t = s.token(i);
    if (s.quote_around(i, cue) != kNone) continue;
    if (s.text(i) == ":") return kNone;
    if (i == finite_of(s, cue)) continue;  // the cue's own auxiliary
    if (const Index pronoun = set_off_relative(s, i, begin, cue); pronoun != kNone) {
      i = pronoun;
      continue;
    }
    if (finite(t) && finite(s.token(finite_of(s, cue)))) return kNone;
    if (finite(t) && s.quote_of[i] == s.quote_of[cue])
      return own_subject(s, t.relation.base == Deprel::aux && t.head != kNone ? t.head : i);
    if (!nominal(t) || t.feats.reflex || (s.index.layers[i] & kInTime) != 0 || has_child(s, i, Deprel::case_)) continue;
    if (t.upos == Upos::PRON && s.form_listed(i, s.lists.object)) continue;
    if (t.upos == Upos::PRON && (t.relation.base == Deprel::expl || t.relation.base == Deprel::iobj || relative(t))) continue;
    const bool part =
        t.head != kNone && t.head < i && t.head >= begin && nominal(s.token(t.head)) && !comma_between(s, t.head, i);
    if (!part && speaks(s, i)) return i;
  }
  return kNone;
}

}  // namespace greffier::statements
