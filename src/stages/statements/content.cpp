// Cuts of content. The tree gives clauses and phrases; for inserted cues quotation marks and commas decide, because
// there the tree is least reliable. Each function looks at one sentence and the quotation that touches it, so the cost
// is the length of the sentence. Limits: a clause that the parser cuts short is cut short here, unless quotation marks
// show more. Tested in tests/unit/statement_cuts_test.cpp and by the examples of packs/*/statements.rules.
#include "stages/statements/content.h"

#include <algorithm>
#include <array>
#include <utility>

#include "stages/phrases.h"

namespace greffier::statements {
namespace {

constexpr std::array<std::pair<std::string_view, Cut>, 9> kCuts = {{
    {"clause", Cut::clause}, {"that", Cut::that}, {"rest", Cut::rest}, {"before", Cut::before}, {"around", Cut::around},
    {"after", Cut::after}, {"which", Cut::which}, {"tail", Cut::tail}, {"topic", Cut::topic}}};

bool is(const Scene& s, Index i, std::string_view mark) { return s.punct(i) && s.text(i) == mark; }
bool comma(const Scene& s, Index i) { return is(s, i, ","); }

// A preposition or conjunction (or half of a contraction) that only joins the phrase to what stands before.
bool joins(const Scene& s, Index i, Index head) {
  const Token& t = s.token(i);
  if (t.head != head && t.relation.base != Deprel::fixed) return false;
  return t.relation.base == Deprel::case_ || t.relation.base == Deprel::mark || t.relation.base == Deprel::cc ||
         t.relation.base == Deprel::fixed;
}

TokenRange within(TokenRange range, TokenRange bounds) {
  return {std::max(range.begin, bounds.begin), std::min(range.end, bounds.end)};
}

// Where the sentence's own matter begins: with the quotation that the sentence begins inside of, if it ends before `to`.
Index region_begin(const Scene& s, Index to) {
  const TokenRange sentence = s.sentence_of(to).tokens;
  const Index q = s.quote_around(sentence.begin, to);
  return q == kNone ? sentence.begin : s.outer(q).begin;
}

// The region before an inserted cue, when it ends with a closing mark: the quotation alone, or all of the sentence.
TokenRange quoted_region(const Scene& s, TokenRange sentence, Index quote, Index end) {
  const TokenRange outer = s.outer(quote);
  const TokenRange prefix{sentence.begin, outer.begin};
  const bool alone = prefix.empty() || is(s, outer.begin - 1, ":") || (finite_verb(s, prefix) == kNone && finite_verb(s, outer) != kNone);
  return {alone ? outer.begin : sentence.begin, end};
}

// What stands before `to`, back to the begin of the sentence or quotation.
TokenRange region_before(const Scene& s, Index to) {
  const TokenRange sentence = s.sentence_of(to).tokens;
  Index end = to;
  while (end > 0 && (comma(s, end - 1) || is(s, end - 1, "-") || is(s, end - 1, "–") || is(s, end - 1, "—"))) --end;
  if (end == 0) return {};
  if (const Index q = s.closes_at(end - 1); q != kNone) return quoted_region(s, sentence, q, end);
  Index begin = region_begin(s, to);
  for (Index i = end; i-- > std::max(begin, sentence.begin);)
    if (is(s, i, ";") && s.quote_around(i, to) == kNone) {
      begin = i + 1;
      break;
    }
  return {begin, end};
}

// The quotation that goes on behind the cue: «, a dit Marie, « …  »» or nothing.
TokenRange quote_behind(const Scene& s, Index from) {
  Index i = from;
  const auto size = static_cast<Index>(s.document.tokens.size());
  while (i < size && i < from + 2 && (comma(s, i) || is(s, i, ":"))) ++i;
  const Index q = i < size ? s.opens_at(i) : kNone;
  return q == kNone || i == from ? TokenRange{} : s.outer(q);
}

// Whether the clause that the cue is inserted into has its verb only behind the cue.
bool goes_on(const Scene& s, TokenRange group, Index cue, TokenRange left) {
  if (group.end >= s.document.tokens.size() || !comma(s, group.end)) return false;
  if (finite_verb(s, left) != kNone) return false;
  const Index head = s.token(cue).head;
  return head == kNone || head >= group.end;
}

bool infinitive(const Scene& s, Index verb) {
  if (s.token(verb).feats.verb_form == VerbForm::Inf) return true;
  const Index aux = child(s, verb, Deprel::aux);
  return aux != kNone && s.token(aux).feats.verb_form == VerbForm::Inf;
}

// An infinitive has its mark, clitics, negation and auxiliaries before it, and nothing else.
Index infinitive_begin(const Scene& s, Index verb) {
  Index begin = verb;
  for (Index c = s.index.first_child[verb]; c != kNone && c < verb; c = s.index.next_sibling[c]) {
    const Token& t = s.token(c);
    if (t.relation.base == Deprel::mark) begin = verb;  // what stands before the mark is no part of it
    else if (begin == verb && (t.relation.base == Deprel::aux || t.upos == Upos::PRON || t.upos == Upos::PUNCT || (t.upos == Upos::ADV && !has_child(s, c, Deprel::obl)))) begin = c;
  }
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
  if ((first.relation.base == Deprel::aux || first.relation.base == Deprel::cop) && first.head != kNone && first.head > head) head = first.head;
  TokenRange range = subtree(s.document, s.index, head);
  while (range.begin < head && (s.punct(range.begin) ? s.opens_at(range.begin) == kNone : joins(s, range.begin, head))) ++range.begin;
  while (range.begin < head && s.token(range.begin).multi == MultiWord::later) ++range.begin;
  if (infinitive(s, head)) range.begin = std::max(range.begin, infinitive_begin(s, head));
  return range;
}

// What stands behind a clause and has no verb, no cue and no mark of its own still belongs to it.
bool only_adjuncts(const Scene& s, TokenRange rest) {
  for (Index i = rest.begin; i < rest.end; ++i) {
    const Token& t = s.token(i);
    if (verbal(t) || t.upos == Upos::CCONJ || s.listed(i, s.lists.source) || (s.punct(i) && !comma(s, i) && i + 1 < rest.end)) return false;
  }
  return true;
}

// The clause's head is the highest word that the conjunction hangs on without leaving what stands behind it.
TokenRange clause_after(const Scene& s, Index conjunction) {
  Index top = s.token(conjunction).head;
  if (top == kNone || top < conjunction) return {conjunction + 1, s.sentence_of(conjunction).tokens.end};
  while (s.token(top).head != kNone && s.token(top).head > conjunction) top = s.token(top).head;
  TokenRange range{conjunction + 1, subtree(s.document, s.index, top).end};
  const TokenRange rest{range.end, s.sentence_of(conjunction).tokens.end};
  if (finite_verb(s, range) == kNone || only_adjuncts(s, rest)) range.end = rest.end;
  return range;
}

TokenRange complements(const Scene& s, Index cue, Index first) {
  TokenRange range = clause_of(s, first);
  for (Index c = s.index.next_sibling[first]; c != kNone; c = s.index.next_sibling[c]) {
    const Deprel rel = s.token(c).relation.base;
    const bool complement = rel == Deprel::obj || rel == Deprel::obl || rel == Deprel::iobj || rel == Deprel::xcomp || rel == Deprel::ccomp ||
                            rel == Deprel::nmod || rel == Deprel::acl || rel == Deprel::advcl;
    const TokenRange sub = subtree(s.document, s.index, c);
    if (!complement || c < cue || comma(s, sub.begin)) break;
    range.end = std::max(range.end, sub.end);
  }
  return range;
}

Cuts before(const Scene& s, TokenRange group, Index cue) {
  Cuts cuts;
  const TokenRange sentence = s.sentence_of(cue).tokens;
  if (const Index q = s.quote_of[cue]; q != kNone) {  // inserted within the quotation itself
    const TokenRange inner = s.document.quotes[q].tokens;
    cuts.add(within(region_before(s, group.begin), inner));
    const Index resume = group.end < inner.end && comma(s, group.end) ? group.end + 1 : group.end;
    if (goes_on(s, group, cue, cuts[0]) || resume > group.end) cuts.add({resume, inner.end});
    return cuts;
  }
  const TokenRange left = region_before(s, group.begin);
  cuts.add(left);
  if (const TokenRange more = quote_behind(s, group.end); !more.empty()) cuts.add(more);
  else if (goes_on(s, group, cue, left)) cuts.add({group.end + 1, sentence.end});
  return cuts;
}

Cuts around(const Scene& s, TokenRange group, Index cue) {
  Cuts cuts;
  const TokenRange sentence = s.sentence_of(cue).tokens;
  const TokenRange bounds = s.quote_of[cue] == kNone ? sentence : within(s.document.quotes[s.quote_of[cue]].tokens, sentence);
  TokenRange left = region_before(s, group.begin);
  if (s.quote_of[cue] != kNone) left = within(left, bounds);
  const bool last = group.end >= bounds.end || (s.punct(group.end) && group.end + 1 >= bounds.end);
  if (!last && group.begin > bounds.begin) {  // in the middle
    const Index before_it = comma(s, group.begin - 1) && group.begin - 1 > bounds.begin ? group.begin - 2 : group.begin - 1;
    const Upos tag = s.token(before_it).upos;
    if (tag == Upos::SCONJ) cuts.add({group.end, std::max(clause_after(s, before_it).end, group.end)});
    else if (tag == Upos::CCONJ) cuts.add({group.end, bounds.end});
    else cuts.add(left);
    if (tag != Upos::SCONJ && tag != Upos::CCONJ && finite_verb(s, left) == kNone) cuts.add({group.end, bounds.end});
    return cuts;
  }
  cuts.add(left);
  if (left.empty() || !last) cuts.add({group.end, bounds.end});
  return cuts;
}

Cuts after(const Scene& s, Index mark) {
  Cuts cuts;
  const auto size = static_cast<Index>(s.document.tokens.size());
  Index from = mark + 1;
  for (int n = 0; n < 4 && from < size; ++n) {
    const Index q = s.opens_at(from);
    if (q == kNone) break;
    cuts.add(s.outer(q));
    from = s.outer(q).end;
    if (from < size && (comma(s, from) || s.token(from).upos == Upos::CCONJ) && from + 1 < size && s.opens_at(from + 1) != kNone) ++from;
  }
  if (cuts.empty() && from < size) cuts.add({from, s.sentence_of(mark).tokens.end});
  return cuts;
}

TokenRange leading_quote(const Scene& s, TokenRange range) {
  if (range.empty()) return range;
  const Index q = s.opens_at(range.begin) != kNone ? s.opens_at(range.begin) : range.begin > 0 ? s.opens_at(range.begin - 1) : kNone;
  if (q == kNone || !s.document.quotes[q].closed || s.outer(q).end > range.end) return range;
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
    if (sub.begin != range.end || (rel != Deprel::obl && rel != Deprel::nmod) || !s.listed(sub.begin, belongs)) break;
    if ((s.index.layers[c] & kInTime) != 0) break;
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

namespace {

// Widens a range that holds only a part of a quotation to the whole of it.
TokenRange whole_quotes(const Scene& s, TokenRange range, Index cue) {
  if (range.empty()) return range;
  for (Index edge : {range.begin, range.end - 1})
    if (const Index q = s.quote_around(edge, cue); q != kNone && s.document.quotes[q].closed) {
      const TokenRange outer = s.outer(q);
      range = {std::min(range.begin, outer.begin), std::max(range.end, outer.end)};
    }
  if (const Index q = s.opens_at(range.end - 1); q != kNone) --range.end;
  return range;
}

bool stray_quote(const Scene& s, Index i) {
  static constexpr std::string_view kMarks[] = {"\"", "«", "»", "“", "”"};
  return s.opens_at(i) == kNone && s.closes_at(i) == kNone && std::find(std::begin(kMarks), std::end(kMarks), s.text(i)) != std::end(kMarks);
}

bool stop_mark(const Scene& s, Index i) {
  static constexpr std::string_view kStops[] = {",", ";", ":", ".", "-", "–", "—", ")", "(", "]", "["};
  return s.punct(i) && (stray_quote(s, i) || std::find(std::begin(kStops), std::end(kStops), s.text(i)) != std::end(kStops));
}

bool unpaired(const Scene& s, Index i, TokenRange range) {
  const std::string_view opening = is(s, i, ")") ? "(" : is(s, i, "]") ? "[" : "";
  for (Index k = range.begin; k < i && !opening.empty(); ++k)
    if (is(s, k, opening)) return false;
  return true;
}

TokenRange without_edges(const Scene& s, TokenRange range) {
  while (!range.empty() && ((stop_mark(s, range.begin) && !is(s, range.begin, "(") && !is(s, range.begin, "[")) || s.closes_at(range.begin) != kNone)) ++range.begin;
  while (!range.empty() && ((stop_mark(s, range.end - 1) && unpaired(s, range.end - 1, range)) || s.opens_at(range.end - 1) != kNone)) --range.end;
  if (range.size() > 1 && s.punct(range.end - 1) && s.closes_at(range.end - 1) != kNone) {
    const TokenRange outer = s.outer(s.closes_at(range.end - 1));
    if (outer.begin < range.begin) --range.end;  // the mark of a quotation that began before
  }
  return range;
}

// The quotation whose outer marks are exactly the range's edges, or kNone.
Index exact_quote(const Scene& s, TokenRange range) {
  if (range.size() < 2) return kNone;
  const Index q = s.opens_at(range.begin);
  return q != kNone && s.outer(q) == range ? q : kNone;
}

bool holds_quote(const Scene& s, TokenRange range, Index cue) {
  for (Index i = range.begin; i < range.end; ++i)
    if (s.quote_of[i] != kNone && s.quote_around(i, cue) != kNone) return true;
  return false;
}

bool is_quote(const Scene& s, TokenRange range, Index cue) {
  const Index q = s.quote_around(range.begin, cue);
  return q != kNone && s.document.quotes[q].tokens.covers(range);
}

}  // namespace

void finish(const Scene& s, Cuts& cuts, Index cue) {
  Cuts done;
  const Index around = cue == kNone ? kNone : s.quote_of[cue];
  for (TokenRange range : cuts) {
    if (around != kNone && s.document.quotes[around].closed) range = within(range, s.document.quotes[around].tokens);
    range = without_edges(s, whole_quotes(s, without_edges(s, range), cue));
    if (const Index q = exact_quote(s, range); q != kNone) range = s.document.quotes[q].tokens;
    if (!range.empty()) done.add(range);
  }
  cuts = done;
}

StatementKind kind_of(const Scene& s, const Cuts& cuts, Index cue) {
  bool all = !cuts.empty(), any = false;
  for (TokenRange range : cuts) {
    all = all && is_quote(s, range, cue);
    any = any || holds_quote(s, range, cue);
  }
  return all ? StatementKind::direct : any ? StatementKind::mixed : StatementKind::indirect;
}

}  // namespace greffier::statements
