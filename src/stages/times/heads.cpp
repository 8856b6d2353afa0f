#include "stages/times/heads.h"

#include <algorithm>

namespace greffier::times {
namespace {

constexpr int kMaxLift = 6;
constexpr Index kMaxBack = 4;
constexpr Index kMaxAway = 14;

bool is_verb(const Token& t) { return t.upos == Upos::VERB || t.upos == Upos::AUX; }

bool has_preposition(const Document& d, Index begin, Index head) {
  for (Index back = 1; back <= kMaxBack && back <= begin; ++back) {
    const Token& t = d.tokens[begin - back];
    if (t.relation.base == Deprel::case_) return t.head == head;
    if (t.relation.base != Deprel::det) return false;
  }
  return false;
}

// The verb that stands before, with no mark between.
Index verb_before(const Document& d, Index begin) {
  for (Index back = 1; back <= kMaxAway && back <= begin; ++back) {
    const Token& t = d.tokens[begin - back];
    if (t.upos == Upos::PUNCT) break;
    if (t.upos == Upos::VERB) return begin - back;
  }
  return kNone;
}

// "The law passed on Thursday": the participle right before a time, that describes a noun, has it, and not the main verb.
Index participle_before(const Document& d, Index begin) {
  for (Index back = 1; back <= kMaxBack && back <= begin; ++back) {
    const Token& t = d.tokens[begin - back];
    if (t.relation.base == Deprel::case_ || t.relation.base == Deprel::det || t.upos == Upos::ADP || t.upos == Upos::DET) continue;
    const bool past = t.upos == Upos::VERB && t.feats.verb_form == VerbForm::Part && t.feats.tense == Tense::Past;
    return past && t.relation.base == Deprel::acl && t.relation.subtype != Subtype::relcl ? begin - back : kNone;
  }
  return kNone;
}

bool inside_clause(Deprel relation) {
  return relation == Deprel::nmod || relation == Deprel::obj || relation == Deprel::obl || relation == Deprel::nsubj ||
         relation == Deprel::appos || relation == Deprel::flat || relation == Deprel::conj || relation == Deprel::amod;
}

}  // namespace

Index head_token(const Document& d, TokenRange range) {
  for (Index i = range.begin; i < range.end; ++i)
    if (d.tokens[i].relation.base != Deprel::punct && d.tokens[i].relation.base != Deprel::case_ &&
        (d.tokens[i].head == kNone || !range.contains(d.tokens[i].head)))
      return i;
  return range.begin;
}

// "… meets the envoys on Wednesday morning": a time without a preposition belongs to the clause, however the tree hangs it
// on the noun before it.
Index governor(const Document& d, TokenRange range) {
  const Index head = head_token(d, range);
  if (is_verb(d.tokens[head]))  // "there are two years"
    if (const Index verb = verb_before(d, range.begin); verb != kNone) return verb;
  if (const Index verb = participle_before(d, range.begin); verb != kNone) return verb;
  const Index above = d.tokens[head].head;
  if (above == kNone || is_verb(d.tokens[above])) return above;
  const Index joined_to = d.tokens[above].head;  // "are dead and others wounded at noon"
  if (d.tokens[above].relation.base == Deprel::conj && joined_to != kNone &&
      (is_verb(d.tokens[joined_to]) || d.tokens[joined_to].head == kNone))
    return joined_to;
  if (has_preposition(d, range.begin, head)) return above;
  Index at = above;
  for (int step = 0; step < kMaxLift && at != kNone; ++step, at = d.tokens[at].head) {
    if (is_verb(d.tokens[at])) return at;
    if (!inside_clause(d.tokens[at].relation.base)) break;
  }
  return above;
}

ItemRange times_within(const Document& d, TokenRange tokens) {
  const auto before = [](const Time& t, Index token) { return t.tokens.begin < token; };
  const auto first = std::lower_bound(d.times.begin(), d.times.end(), tokens.begin, before);
  const auto last = std::lower_bound(first, d.times.end(), tokens.end, before);
  return {static_cast<Index>(first - d.times.begin()), static_cast<Index>(last - d.times.begin())};
}

}  // namespace greffier::times
