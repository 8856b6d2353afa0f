// Cuts along the tree: clauses, infinitives, noun phrases. Each function looks at one sentence, so the cost is its length.
// Limits: a clause that the parser cuts short is cut short here, unless quotation marks show more (edges.h). Tested in
// tests/unit/statement_cuts_test.cpp and by the examples of packs/*/statements.rules.
#include "stages/statements/content.h"

#include <algorithm>
#include <array>
#include <utility>

#include "stages/phrases.h"
#include "stages/statements/media.h"

namespace greffier::statements {
namespace {

constexpr std::array<std::pair<std::string_view, Cut>, 10> kCuts = {{{"clause", Cut::clause},
                                                                     {"that", Cut::that},
                                                                     {"rest", Cut::rest},
                                                                     {"before", Cut::before},
                                                                     {"around", Cut::around},
                                                                     {"after", Cut::after},
                                                                     {"which", Cut::which},
                                                                     {"tail", Cut::tail},
                                                                     {"topic", Cut::topic},
                                                                     {"preceding", Cut::preceding}}};

// A preposition or conjunction (or half of a contraction) that only joins the phrase to what stands before.
bool joins(const Scene& s, Index i, Index head) {
  const Token& t = s.token(i);
  if (t.head != head && t.relation.base != Deprel::fixed) return false;
  return t.relation.base == Deprel::case_ || t.relation.base == Deprel::mark || t.relation.base == Deprel::cc ||
         t.relation.base == Deprel::fixed;
}

bool infinitive(const Scene& s, Index verb) {
  if (s.token(verb).feats.verb_form == VerbForm::Inf) return true;
  const Index copula = child(s, verb, Deprel::cop);
  if (copula != kNone && s.token(copula).feats.verb_form == VerbForm::Inf) return true;
  const Index aux = child(s, verb, Deprel::aux);
  return aux != kNone && s.token(aux).feats.verb_form == VerbForm::Inf;
}

// An infinitive has its mark, clitics, negation and auxiliaries before it, and nothing else.
Index infinitive_begin(const Scene& s, Index verb) {
  Index begin = verb;
  for (Index c = s.index.first_child[verb]; c != kNone && c < verb; c = s.index.next_sibling[c]) {
    const Token& t = s.token(c);
    if (t.relation.base == Deprel::mark)
      begin = verb;  // what stands before the mark is no part of it
    else if (begin == verb && (t.relation.base == Deprel::aux || t.upos == Upos::PRON || t.upos == Upos::PUNCT ||
                               (t.upos == Upos::ADV && !has_child(s, c, Deprel::obl))))
      begin = c;
  }
  return begin;
}

// "ne pas savoir": both halves of the negation stand before the infinitive, also where the tree joins them to the cue.
Index with_negation(const Scene& s, Index begin) {
  const Index first = s.sentence_of(begin).tokens.begin;
  for (Index i = begin; i > first && begin - i < 3;)
    if (s.form_listed(--i, s.lists.particle)) return i;
  return begin;
}

}  // namespace

std::optional<Cut> cut_from(std::string_view word) {
  for (const auto& [name, cut] : kCuts)
    if (name == word) return cut;
  return std::nullopt;
}

TokenRange clause_of(const Scene& s, Index head) {
  const Token& first = s.token(head);
  if ((first.relation.base == Deprel::aux || first.relation.base == Deprel::cop) && first.head != kNone && first.head > head)
    head = first.head;
  TokenRange range = subtree(s.document, s.index, head);
  while (range.begin < head && (s.punct(range.begin) ? s.opens_at(range.begin) == kNone : joins(s, range.begin, head)))
    ++range.begin;
  while (range.begin < head && s.token(range.begin).multi == MultiWord::later) ++range.begin;
  if (infinitive(s, head)) range.begin = with_negation(s, std::max(range.begin, infinitive_begin(s, head)));
  return range;
}

namespace {

bool relative_at(const Scene& s, Index i) {
  return s.token(i).feats.pron_type == PronType::Rel ||
         (s.token(i).upos == Upos::ADP && i + 1 < s.document.tokens.size() && s.token(i + 1).feats.pron_type == PronType::Rel);
}

bool present_participle(const Token& t) { return t.feats.verb_form == VerbForm::Part && t.feats.tense == Tense::Pres; }

// Whether a noun phrase in apposition begins at `i`.
bool describes(const Scene& s, Index i) {
  const Index noun = s.token(i).upos == Upos::DET ? s.token(i).head : i;
  return noun != kNone && noun >= i && s.token(noun).relation.base == Deprel::appos;
}

// A colon behind an infinitive opens a clause of the text's own.
bool colon_of_infinitive(const Scene& s, Index i, Index head) {
  return mark(s, i, ":") && s.token(head).feats.verb_form == VerbForm::Inf;
}

// Whether the phrase that is said ends before `i`.
bool leaves_said(const Scene& s, Index i, Index head) {
  const Token& next = s.token(i + 1);
  if (colon_of_infinitive(s, i, head)) return true;
  if (comma(s, i)) {
    const bool list = next.relation.base == Deprel::conj ||
                      (next.head != kNone && next.head > i && s.token(next.head).relation.base == Deprel::conj);
    const bool noun = s.token(head).upos == Upos::NOUN || s.token(head).upos == Upos::PROPN;
    if (!noun && s.listed(i + 1, s.lists.then) && next.upos == Upos::ADP) return true;
    return relative_at(s, i + 1) || (present_participle(next) && (noun || s.listed(i + 1, s.lists.that))) ||
           (noun && !list && (next.upos == Upos::ADP || describes(s, i + 1)));
  }
  if (s.token(i).upos == Upos::ADP && present_participle(next))
    return s.listed(i + 1, s.lists.that) || s.listed(i + 1, s.lists.person);
  if (s.listed(i, s.lists.without)) return next.feats.verb_form == VerbForm::Inf;
  if (s.token(i).upos == Upos::ADP && s.listed(i, s.lists.channel) && medium_behind(s, i, s.sentence_of(i).tokens.end) != kNone)
    return true;
  if (s.listed(i, s.lists.contrast))
    return next.upos == Upos::SCONJ || s.token(std::min<Index>(i + 2, s.sentence_of(i).tokens.end - 1)).upos == Upos::SCONJ;
  return s.listed(head, s.lists.feeling) && s.token(i).upos == Upos::ADP && s.listed(i, s.lists.to) &&
         s.token(i - 1).upos != Upos::ADV && !s.listed(i - 1, s.lists.facing);
}

// A day that stands at the end without a preposition tells when it was said.
TokenRange without_day(const Scene& s, TokenRange range, Index head) {
  Index begin = range.end;
  while (begin > head + 1 && (s.index.layers[begin - 1] & kInTime) != 0) --begin;
  while (begin > head + 1 && begin < range.end && s.token(begin - 1).upos == Upos::DET) --begin;
  if (begin < range.end && s.token(begin - 1).upos != Upos::ADP && s.token(begin).upos != Upos::ADP &&
      s.quote_of[begin] == s.quote_of[head])
    range.end = begin;
  return range;
}

}  // namespace

// A relative clause right behind a phrase belongs to its last noun, whatever the tree joins it to.
TokenRange with_relative(const Scene& s, TokenRange range) {
  const Index end = s.sentence_of(range.begin).tokens.end;
  if (range.end + 1 >= end || (!nominal(s.token(range.end - 1)) && s.token(range.end - 1).upos != Upos::ADJ) ||
      !relative_at(s, range.end))
    return range;
  const Index verb = finite_verb(s, {range.end, end});
  if (verb == kNone) return range;
  const Token& t = s.token(verb);
  const Index whole = t.relation.base == Deprel::aux && t.head != kNone && t.head > verb ? t.head : verb;
  const TokenRange clause = subtree(s.document, s.index, whole);
  return clause.begin >= range.end ? TokenRange{range.begin, std::max(range.end, clause.end)} : range;
}

TokenRange said_by(const Scene& s, TokenRange range, Index head) {
  range = with_relative(s, range);
  if (range.begin + 1 < head && s.token(range.begin).upos == Upos::PRON && comma(s, range.begin + 1))
    range.begin += 2;  // "he, *a sum*"
  for (Index i = head + 1; i + 1 < range.end; ++i) {
    if (s.quote_of[i] != s.quote_of[head] || !leaves_said(s, i, head)) continue;
    range.end = i;
    break;
  }
  return without_day(s, range, head);
}

namespace {

// What stands behind a clause and has no verb, no cue and no mark of its own still belongs to it.
bool only_adjuncts(const Scene& s, TokenRange rest) {
  for (Index i = rest.begin; i < rest.end; ++i) {
    const Token& t = s.token(i);
    if (verbal(t) || t.upos == Upos::CCONJ || s.listed(i, s.lists.source) || (s.punct(i) && !comma(s, i) && i + 1 < rest.end))
      return false;
  }
  return true;
}

}  // namespace

// The clause's head is the highest word that the conjunction hangs on without leaving what stands behind it.
TokenRange clause_after(const Scene& s, Index conjunction) {
  Index top = s.token(conjunction).head;
  if (top == kNone || top < conjunction) return {conjunction + 1, s.sentence_of(conjunction).tokens.end};
  while (s.token(top).head != kNone && s.token(top).head > conjunction) top = s.token(top).head;
  TokenRange range{conjunction + 1, subtree(s.document, s.index, top).end};
  const TokenRange rest{range.end, s.sentence_of(conjunction).tokens.end};
  const bool torn =
      !rest.empty() && finite(s.token(rest.begin)) && s.token(rest.begin).relation.base != Deprel::conj;  // before its own verb
  if (finite_verb(s, range) == kNone || torn || only_adjuncts(s, rest)) range.end = rest.end;
  for (Index i = conjunction + 2; i + 1 < range.end; ++i)
    if (s.quote_of[i] == s.quote_of[conjunction] && (mark(s, i, ";") || (mark(s, i, ":") && s.opens_at(i + 1) != kNone)))
      range.end = i;
  return range;
}

TokenRange complements(const Scene& s, Index cue, Index first) {
  TokenRange range = clause_of(s, first);
  for (Index c = s.index.next_sibling[first]; c != kNone; c = s.index.next_sibling[c]) {
    const Deprel rel = s.token(c).relation.base;
    const bool complement = rel == Deprel::obj || rel == Deprel::obl || rel == Deprel::iobj || rel == Deprel::xcomp ||
                            rel == Deprel::ccomp || rel == Deprel::nmod || rel == Deprel::acl || rel == Deprel::advcl;
    const TokenRange sub = subtree(s.document, s.index, c);
    if (!complement || c < cue || comma(s, sub.begin)) break;
    range.end = std::max(range.end, sub.end);
  }
  return range;
}

TokenRange leading_quote(const Scene& s, TokenRange range) {
  if (range.empty()) return range;
  Index q = s.opens_at(range.begin) != kNone ? s.opens_at(range.begin) : range.begin > 0 ? s.opens_at(range.begin - 1) : kNone;
  if (q == kNone && range.begin > 1 && s.token(range.begin - 1).upos == Upos::ADP) q = s.opens_at(range.begin - 2);
  if (q == kNone || !s.document.quotes[q].closed || s.outer(q).end > range.end) return range;
  const Index behind = s.outer(q).end;
  const bool goes_on = behind + 1 < range.end && s.token(behind).upos == Upos::CCONJ && s.token(behind + 1).upos == Upos::SCONJ;
  if (goes_on) return range;
  const TokenRange inner = s.document.quotes[q].tokens;
  for (Index i = inner.begin; i < inner.end; ++i)
    if (verbal(s.token(i)) && s.token(i).feats.verb_form != VerbForm::Part) return s.outer(q);
  return range;
}

TokenRange with_complement(const Scene& s, TokenRange range, Index noun) {
  const Index verb = s.token(noun).head;
  const ListId belongs = s.pack.vocabulary->list("cue-belongs");
  if (verb == kNone || verb > noun || s.token(noun).upos != Upos::NOUN) return range;
  for (Index c = s.index.next_sibling[noun]; c != kNone; c = s.index.next_sibling[c]) {
    const TokenRange sub = subtree(s.document, s.index, c);
    const Deprel rel = s.token(c).relation.base;
    const bool aim =
        (rel == Deprel::advcl || rel == Deprel::xcomp || rel == Deprel::acl) && s.token(c).feats.verb_form == VerbForm::Inf;
    if (sub.begin != range.end || (rel != Deprel::obl && rel != Deprel::nmod && !aim) || !s.listed(sub.begin, belongs)) break;
    if ((s.index.layers[c] & kInTime) != 0 || s.listed(c, s.lists.document) || s.listed(c, s.lists.medium) ||
        s.listed(c, s.lists.carrier))
      break;
    range.end = sub.end;
  }
  return range;
}

// Ends before a second verb that the cue is coordinated with.
TokenRange tail(const Scene& s, Index cue, Index first) {
  TokenRange range{first, subtree(s.document, s.index, cue).end};
  for (Index c = s.index.first_child[cue]; c != kNone; c = s.index.next_sibling[c]) {
    const Deprel rel = s.token(c).relation.base;
    const Index begin = subtree(s.document, s.index, c).begin;
    const bool apart = comma(s, begin) || s.token(begin).upos == Upos::CCONJ;
    if (begin > first + 1 && apart && (rel == Deprel::conj || rel == Deprel::parataxis || rel == Deprel::advcl))
      range.end = std::min(range.end, begin);
  }
  return range;
}

TokenRange topic_phrase(const Scene& s, Index head, TokenRange cue) {
  TokenRange range = clause_of(s, head);
  if (range.end > cue.begin && range.begin < cue.begin) range.end = cue.begin;
  return range;
}

}  // namespace greffier::statements
