#include "stages/statements/cue.h"

#include <algorithm>

namespace greffier::statements {
namespace {

constexpr Index kReach = 12;  // words between an auxiliary and its verb
constexpr Index kLoose = 6;   // likewise where the tree does not join them
constexpr int kMaxVerbs = 8;  // coordinated under one auxiliary

bool reflexive(const Token& t) {
  return t.upos == Upos::PRON && (t.feats.reflex || t.relation.base == Deprel::expl) && t.relation.subtype != Subtype::subj;
}

bool of_group(const Scene& s, Index i) {
  const Token& t = s.token(i);
  return t.relation.base == Deprel::aux || reflexive(t) ||
         (t.upos == Upos::ADV && (s.form_listed(i, s.lists.particle) || s.listed(i, s.lists.negation)));
}

// The auxiliary right before a participle that the tree does not join to it; adverbs may stand between.
Index loose_auxiliary(const Scene& s, Index verb) {
  const Index begin = s.sentence_of(verb).tokens.begin;
  bool noun = false;
  for (Index i = verb; i > begin && verb - i < kLoose;) {
    const Token& t = s.token(--i);
    if (s.listed(i, s.lists.active)) return finite(t) && !noun ? i : kNone;
    if (t.upos == Upos::NOUN)
      noun = true;  // of an adverbial phrase: a preposition must stand before it
    else if (t.upos == Upos::ADP)
      noun = false;
    else if (t.upos != Upos::ADV && t.upos != Upos::PRON && !(noun && t.upos == Upos::DET))
      return kNone;
  }
  return kNone;
}

// The finite auxiliary nearest to the verb (an earlier one belongs to another clause), with what clings to it; without
// one, the first word of the group.
Index group_begin(const Scene& s, Index verb) {
  Index first = verb, auxiliary = kNone;
  for (Index c = s.index.first_child[verb]; c != kNone && c < verb; c = s.index.next_sibling[c]) {
    if (!of_group(s, c) || verb - c > kReach || s.quote_of[c] != s.quote_of[verb]) continue;
    if (first == verb) first = c;
    if (s.token(c).upos == Upos::AUX && finite(s.token(c))) auxiliary = c;
  }
  if (auxiliary == kNone && first == verb && s.token(verb).feats.verb_form == VerbForm::Part)
    if (const Index loose = loose_auxiliary(s, verb); loose != kNone) return loose;
  if (auxiliary == kNone) return first;
  for (Index c = s.index.first_child[verb]; c != kNone && c < auxiliary; c = s.index.next_sibling[c])
    if (of_group(s, c) && s.token(c).upos != Upos::AUX && auxiliary - c <= 2) return c;
  return auxiliary;
}

}  // namespace

TokenRange cue_extent(const Scene& s, TokenRange words) {
  TokenRange range = words;
  const Index verb = words.begin;
  if (!verbal(s.token(verb))) return range;
  range.begin = group_begin(s, verb);
  const Index end = s.sentence_of(verb).tokens.end;
  for (Index i = range.end; i < end && i < range.end + 2; ++i) {
    const Token& t = s.token(i);
    const bool clitic = t.upos == Upos::PRON && t.head == verb && !s.token(i - 1).space_after;
    if (clitic || (t.upos == Upos::ADV && t.feats.polarity == Polarity::Neg && s.listed(i, s.lists.negation)))
      range.end = i + 1;
    else
      break;
  }
  return range;
}

bool negated(const Scene& s, TokenRange cue) {
  const Index end = std::min<Index>(cue.end + 1, static_cast<Index>(s.document.tokens.size()));
  for (Index i = cue.begin; i < end; ++i)
    if (s.listed(i, s.lists.negation) && s.token(i).upos == Upos::ADV) return true;
  if (s.form_listed(cue.begin, s.lists.particle))  // "no one has said", "neither … nor …"
    for (Index i = s.sentence_of(cue.begin).tokens.begin; i < cue.begin; ++i)
      if (s.listed(i, s.lists.none) && s.quote_of[i] == s.quote_of[cue.begin]) return true;
  for (Index c = s.index.first_child[cue.end - 1]; c != kNone && c < cue.begin; c = s.index.next_sibling[c])
    if (s.token(c).relation.base == Deprel::mark && s.listed(c, s.lists.negation)) return true;
  return false;
}

// A reflexive is never passive, whatever the tree calls its auxiliary.
bool passive(const Scene& s, Index verb) {
  for (int n = 0; n < kMaxVerbs; ++n) {
    const Token& t = s.token(verb);
    if (t.feats.verb_form != VerbForm::Part || t.feats.tense == Tense::Pres) return false;
    bool active = false;
    for (Index c = s.index.first_child[verb]; c != kNone && c < verb; c = s.index.next_sibling[c]) {
      const Relation relation = s.token(c).relation;
      if (s.quote_of[c] != s.quote_of[verb]) continue;  // the quotation's own verb
      if (relation.base == Deprel::expl && relation.subtype != Subtype::subj) return false;
      if (relation.base != Deprel::aux) continue;
      if (relation.subtype == Subtype::pass) return !s.listed(verb, s.lists.with_be);
      active = true;
    }
    if (active || loose_auxiliary(s, verb) != kNone) return false;
    if (s.listed(verb, s.lists.with_be)) return false;
    if (t.relation.base != Deprel::conj || t.head == kNone) return true;
    verb = t.head;
  }
  return true;
}

Index finite_of(const Scene& s, Index verb) {
  Index found = verb;
  for (Index c = s.index.first_child[verb]; c != kNone && c < verb; c = s.index.next_sibling[c])
    if (s.token(c).relation.base == Deprel::aux && finite(s.token(c)) && s.quote_of[c] == s.quote_of[verb]) found = c;
  if (found == verb && s.token(verb).feats.verb_form == VerbForm::Part)
    if (const Index loose = loose_auxiliary(s, verb); loose != kNone) return loose;
  return found;
}

}  // namespace greffier::statements
