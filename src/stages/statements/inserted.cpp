// For inserted cues and sources quotation marks and commas decide, because there the tree is least reliable. Cost: the length
// of the sentence and of the quotation that touches it. Tested in tests/unit/statement_cuts_test.cpp.
#include "stages/statements/inserted.h"

#include <algorithm>

#include "base/utf8.h"
#include "stages/statements/content.h"

namespace greffier::statements {
namespace {

// The inside of the parenthesis that holds `at`, else the whole sentence.
TokenRange bounds_of(const Scene& s, Index at) {
  TokenRange range = s.sentence_of(at).tokens;
  for (Index i = at; i-- > range.begin;) {
    if (mark(s, i, ")")) break;
    if (!mark(s, i, "(")) continue;
    range.begin = i + 1;
    for (Index k = at; k < range.end; ++k)
      if (mark(s, k, ")")) range.end = k;
    break;
  }
  return range;
}

// Where the sentence's own matter begins: with the quotation that the sentence begins inside of, if it ends before `to`.
Index region_begin(const Scene& s, Index to) {
  const TokenRange sentence = s.sentence_of(to).tokens;
  const Index q = s.quote_around(sentence.begin, to);
  return q == kNone ? sentence.begin : s.outer(q).begin;
}

// A quotation that begins with a capital that is no name's is a sentence of its own.
bool begins_sentence(const Scene& s, Index i) {
  return utf8::is_upper(utf8::decode(s.text(i), 0).point) && s.token(i).upos != Upos::PROPN &&
         (s.index.layers[i] & kInName) == 0;
}

// The region before an inserted cue, when it ends with a closing mark: the quotation alone, or all of the sentence.
TokenRange quoted_region(const Scene& s, TokenRange sentence, Index quote, Index end) {
  const TokenRange outer = s.outer(quote);
  const TokenRange prefix{sentence.begin, outer.begin};
  const Index first = s.form_listed(outer.begin + 1, s.lists.particle) ? outer.begin + 2 : outer.begin + 1;
  const bool predicate = first < outer.end && finite(s.token(first));  // its subject stands before the mark
  const bool alone =
      prefix.empty() ||
      (!predicate &&
       (mark(s, outer.begin - 1, ":") ||
        (finite_verb(s, outer) != kNone && (finite_verb(s, prefix) == kNone || begins_sentence(s, outer.begin + 1)))));
  if (alone) return {outer.begin, end};
  Index begin = sentence.begin;
  for (Index i = sentence.begin; i < outer.begin; ++i)
    if (mark(s, i, ";") && s.quote_of[i] == kNone) begin = i + 1;
  return {begin, end};
}

// Where a second clause begins behind a semicolon, or the range's end.
Index semicolon(const Scene& s, TokenRange range) {
  for (Index i = range.begin; i < range.end; ++i)
    if (mark(s, i, ";") && s.quote_of[i] == s.quote_of[range.begin > 0 ? range.begin - 1 : 0]) return i;
  return range.end;
}

// Whether the clause that a source is set into goes on behind it: its verb stands there.
bool resumes(const Scene& s, Index left_end, Index from, Index end) {
  while (left_end > 0 && (comma(s, left_end - 1) || s.token(left_end - 1).upos == Upos::ADV)) --left_end;
  const bool waits = left_end > 0 && s.token(left_end - 1).upos == Upos::AUX;  // for its participle
  for (Index i = from; i < std::min(end, from + 4); ++i) {
    if (comma(s, i) || s.token(i).upos == Upos::ADV || (s.token(i).upos == Upos::PRON && s.form_listed(i, s.lists.object)))
      continue;
    return finite(s.token(i)) || (waits && verbal(s.token(i)) && s.token(i).feats.verb_form == VerbForm::Part &&
                                  s.token(i).feats.tense == Tense::Past);
  }
  return false;
}

// The clause that is open at the end of `left`: behind its last comma, where a verb stands before that.
TokenRange open_clause(const Scene& s, TokenRange left) {
  for (Index i = left.end; i-- > left.begin;)
    if (comma(s, i) && i + 1 < left.end && s.quote_of[i] == kNone && finite_verb(s, {left.begin, i}) != kNone)
      return {i + 1, left.end};
  return left;
}

// "Still according to …": words that only join the sentence to the one before.
bool only_links(const Scene& s, TokenRange range) {
  for (Index i = range.begin; i < range.end; ++i)
    if (s.token(i).upos != Upos::ADV && s.token(i).upos != Upos::CCONJ && !s.punct(i)) return false;
  return true;
}

// What stands before `to`, back to the begin of the sentence or quotation.
TokenRange region_before(const Scene& s, Index to) {
  const TokenRange sentence = s.sentence_of(to).tokens;
  Index end = to;
  while (end > 1 && s.form_listed(end - 1, s.lists.object) && s.token(end - 1).upos == Upos::PRON && s.punct(end - 2)) --end;
  while (end > 0 && (comma(s, end - 1) || mark(s, end - 1, "-") || mark(s, end - 1, "–") || mark(s, end - 1, "—"))) --end;
  if (end == 0) return {};
  if (const Index q = s.closes_at(end - 1); q != kNone) return quoted_region(s, sentence, q, end);
  Index begin = region_begin(s, to);
  for (Index i = end; i-- > std::max(begin, sentence.begin);)
    if ((mark(s, i, ";") || (mark(s, i, ":") && s.quote_of[i] == s.quote_of[to])) && s.quote_around(i, to) == kNone) {
      begin = i + 1;
      break;
    }
  return {begin, end};
}

// The quotation that goes on behind the cue: «, a dit Marie, « …  »» or nothing.
TokenRange quote_behind(const Scene& s, Index from) {
  Index i = from;
  const auto size = static_cast<Index>(s.document.tokens.size());
  while (i < size && i < from + 2 && (comma(s, i) || mark(s, i, ":"))) ++i;
  const Index q = i < size ? s.opens_at(i) : kNone;
  return q == kNone || i == from ? TokenRange{} : s.outer(q);
}

// Whether the clause that the cue is inserted into has its verb only behind the cue.
bool goes_on(const Scene& s, TokenRange group, Index cue, TokenRange left) {
  if (group.end + 1 >= s.document.tokens.size() || !comma(s, group.end)) return false;
  const Token& next = s.token(group.end + 1);
  const bool of_speaker = s.listed(group.end + 1, s.lists.then) || next.feats.verb_form == VerbForm::Part ||
                          next.upos == Upos::CCONJ || next.feats.pron_type == PronType::Rel ||
                          s.opens_at(group.end + 1) != kNone;
  for (Index i = group.begin; i < group.end; ++i)
    if (s.text(i).starts_with('-') && s.token(i).upos == Upos::PRON && !of_speaker) return true;
  if (finite_verb(s, left) != kNone) return false;
  const Index head = s.token(cue).head;
  return head == kNone || head >= group.end;
}

}  // namespace

Cuts before(const Scene& s, TokenRange group, Index cue) {
  Cuts cuts;
  const TokenRange sentence = s.sentence_of(cue).tokens;
  if (const Index q = s.quote_of[cue]; q != kNone) {  // inserted within the quotation itself
    const TokenRange inner = s.document.quotes[q].tokens;
    cuts.add(common(region_before(s, group.begin), inner));
    const Index resume = group.end < inner.end && comma(s, group.end) ? group.end + 1 : group.end;
    if (goes_on(s, group, cue, cuts[0]) || resume > group.end)
      cuts.add({resume, inner.end});
    else if (sentence.end < inner.end && cuts[0].begin == inner.begin)
      cuts.add({sentence.end, inner.end});
    return cuts;
  }
  TokenRange left = region_before(s, group.begin);
  if (left.empty() && group.begin > 0) left = s.sentence_of(group.begin - 1).tokens;  // a question that ends with its mark
  cuts.add(left);
  if (const TokenRange more = quote_behind(s, group.end); !more.empty())
    cuts.add(more);
  else if (goes_on(s, group, cue, left))
    cuts.add({group.end + 1, sentence.end});
  return cuts;
}

Cuts around(const Scene& s, TokenRange group, Index cue) {
  Cuts cuts;
  const TokenRange sentence = bounds_of(s, cue);
  const TokenRange bounds = s.quote_of[cue] == kNone ? sentence : common(s.document.quotes[s.quote_of[cue]].tokens, sentence);
  TokenRange left = region_before(s, group.begin);
  if (s.quote_of[cue] != kNone || sentence != s.sentence_of(cue).tokens) left = common(left, bounds);
  if (only_links(s, left)) left = {};
  const bool last = group.end >= bounds.end || (s.punct(group.end) && group.end + 1 >= bounds.end);
  if (!last && !left.empty()) {  // in the middle
    const Index before_it = comma(s, group.begin - 1) && group.begin - 1 > bounds.begin ? group.begin - 2 : group.begin - 1;
    const Upos tag = s.token(before_it).upos;
    if (tag == Upos::SCONJ)
      cuts.add({group.end, std::max(clause_after(s, before_it).end, group.end)});
    else if (tag == Upos::CCONJ)
      cuts.add({group.end, bounds.end});
    else if (resumes(s, group.begin, group.end, bounds.end)) {
      cuts.add(open_clause(s, left));
      cuts.add({group.end, bounds.end});
      return cuts;
    } else
      cuts.add(left);
    if (tag != Upos::SCONJ && tag != Upos::CCONJ && finite_verb(s, left) == kNone) cuts.add({group.end, bounds.end});
    return cuts;
  }
  cuts.add(left);
  if (left.empty() || !last) cuts.add({group.end, semicolon(s, {group.end, bounds.end})});
  return cuts;
}

Cuts after(const Scene& s, Index mark) {
  Cuts cuts;
  const auto size = static_cast<Index>(s.document.tokens.size());
  Index from = s.opens_at(mark) != kNone ? mark : mark + 1;
  for (int n = 0; n < 4 && from < size; ++n) {
    const Index q = s.opens_at(from);
    if (q == kNone) break;
    cuts.add(s.outer(q));
    from = s.outer(q).end;
    if (from < size && (comma(s, from) || s.token(from).upos == Upos::CCONJ) && from + 1 < size &&
        s.opens_at(from + 1) != kNone)
      ++from;
  }
  if (cuts.empty() && from < size) cuts.add({from, s.sentence_of(mark).tokens.end});
  return cuts;
}

}  // namespace greffier::statements
