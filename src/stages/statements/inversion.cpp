// An inserted cue ("…, said Marie, …") has its subject behind it; the trees are poor there, so marks, clitics and the words
// behind the verb decide. Cost: kReach words behind the cue. Tested by the examples of packs/*/statements.rules.
#include "stages/statements/inversion.h"

#include <algorithm>

#include "base/utf8.h"
#include "stages/statements/cue.h"
#include "stages/statements/media.h"
#include "stages/statements/speaker.h"

namespace greffier::statements {
namespace {

constexpr Index kReach = 10;  // words between an inverted verb and its subject

// A pronoun glued to the verb before it ("said-she"), whatever relation the tree gives it.
bool clitic_subject(const Scene& s, Index i) {
  const Token& t = s.token(i);
  return t.upos == Upos::PRON && i > 0 && verbal(s.token(i - 1)) && !s.token(i - 1).space_after &&
         (t.relation.base == Deprel::nsubj || t.relation.subtype == Subtype::subj || s.text(i).starts_with('-'));
}

// Whether a noun phrase begins at `i` without a preposition.
bool opens_phrase(const Scene& s, Index i) {
  if (i >= s.document.tokens.size()) return false;
  const Upos tag = s.token(i).upos;
  return tag == Upos::DET || tag == Upos::PROPN || (s.index.layers[i] & kInName) != 0;
}

// Whether the subject that the tree gives the cue is that of a finite verb between them, in no clause of its own.
bool borrowed(const Scene& s, Index subject, Index cue) {
  for (Index i = subject + 1; i < cue; ++i) {
    if (s.token(i).feats.pron_type == PronType::Rel || s.token(i).upos == Upos::SCONJ || s.token(i).upos == Upos::CCONJ)
      return false;
    if (finite(s.token(i))) return true;
  }
  return false;
}

// "It will stay open says the office": no comma before the cue, its subject taken, a speaker right behind it.
bool runs_on(const Scene& s, Index own, Index verb, TokenRange cue) {
  if (own == kNone || !borrowed(s, own, cue.begin) || !finite(s.token(finite_of(s, verb)))) return false;
  const Index after = subject_after(s, verb, cue);
  return after != kNone && after <= cue.end + 3 && s.token(after).upos != Upos::PRON && speaks(s, after) &&
         finite_verb(s, {cue.end, s.sentence_of(verb).tokens.end}) == kNone;
}

// Whether the phrase of `i` begins behind a comma that stands behind `from`: "has told, to X, *the director*".
bool behind_comma(const Scene& s, Index i, Index from) {
  while (i > from && (s.token(i - 1).upos == Upos::DET || s.token(i - 1).upos == Upos::ADJ)) --i;
  return i > from && s.text(i - 1) == ",";
}

// Whether the words before end with a mark that need not end a sentence, and small letters go on: "Where? asks the judge."
bool exclaimed_before(const Scene& s, Index begin) {
  const std::string_view mark = s.text(begin - 1);
  return (mark == "?" || mark == "!" || mark == "…" || mark == "...") && !utf8::is_upper(utf8::decode(s.text(begin), 0).point);
}

}  // namespace

Index subject_after(const Scene& s, Index verb, TokenRange cue) {
  for (Index i = cue.begin; i < cue.end; ++i)
    if (clitic_subject(s, i)) return i;
  Index loose = kNone;
  const Index end = std::min(s.sentence_of(verb).tokens.end, cue.end + kReach);
  for (Index c = cue.end; c < end; ++c) {
    const Token& t = s.token(c);
    const bool of_cue = t.head != kNone && cue.contains(t.head);
    if ((of_cue && t.relation.base == Deprel::nsubj) || begins_person(s, c)) return c;
    const bool outside = of_cue || t.head == kNone || t.head < cue.begin || behind_comma(s, c, cue.end);
    if (loose == kNone && outside && nominal(t) && !prepositional(s, c) && (s.index.layers[c] & kInTime) == 0) loose = c;
  }
  return loose;
}

bool inserted_form(const Scene& s, Index verb) {
  const Token& t = s.token(verb);
  const Index begin = s.sentence_of(verb).tokens.begin;
  if (t.feats.verb_form != VerbForm::Part || t.feats.tense == Tense::Pres || has_child(s, verb, Deprel::aux) || verb <= begin ||
      !s.punct(verb - 1))
    return false;
  if (s.token(verb + 1 < s.document.tokens.size() ? verb + 1 : verb).upos != Upos::PROPN && !opens_phrase(s, verb + 1))
    return false;
  return finite_verb(s, {begin, verb}) != kNone || s.closes_at(verb - 1) != kNone || s.closes_at(verb - 2) != kNone;
}

bool inverted(const Scene& s, Index verb, TokenRange cue) {
  for (Index i = cue.begin; i < cue.end; ++i)
    if (clitic_subject(s, i)) return true;
  const Index own = own_subject(s, verb);
  if (own != kNone && own > verb && (s.index.layers[own] & kInTime) == 0) return true;
  const Index begin = s.sentence_of(verb).tokens.begin;
  if (cue.begin > begin && !s.punct(cue.begin - 1)) return runs_on(s, own, verb, cue);
  if (cue.begin == begin && begin > 0 && (s.closes_at(begin - 1) != kNone || exclaimed_before(s, begin)) &&
      finite(s.token(finite_of(s, verb))))
    return subject_after(s, verb, cue) != kNone;  // the sentence ended with the quotation
  if (cue.begin <= begin || s.text(cue.begin - 1) == ":" || !(finite(s.token(finite_of(s, verb))) || inserted_form(s, verb)))
    return false;
  if (subject_after(s, verb, cue) == kNone) return false;
  if (s.closes_at(cue.begin - 1) != kNone || s.closes_at(cue.begin - 2) != kNone)
    return own == kNone || s.quote_of[own] != kNone;
  return own == kNone ? s.token(verb).relation.base != Deprel::conj || opens_phrase(s, cue.end)
                      : borrowed(s, own, cue.begin) && opens_phrase(s, cue.end);
}

}  // namespace greffier::statements
