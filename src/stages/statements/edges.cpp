#include "stages/statements/edges.h"

#include <algorithm>
#include <iterator>

namespace greffier::statements {
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
  return s.opens_at(i) == kNone && s.closes_at(i) == kNone &&
         std::find(std::begin(kMarks), std::end(kMarks), s.text(i)) != std::end(kMarks);
}

bool stop_mark(const Scene& s, Index i) {
  static constexpr std::string_view kStops[] = {",", ";", ":", ".", "-", "–", "—", ")", "(", "]", "["};
  return s.punct(i) && (stray_quote(s, i) || std::find(std::begin(kStops), std::end(kStops), s.text(i)) != std::end(kStops));
}

bool unpaired(const Scene& s, Index i, TokenRange range) {
  const std::string_view opening = mark(s, i, ")") ? "(" : mark(s, i, "]") ? "[" : "";
  for (Index k = range.begin; k < i && !opening.empty(); ++k)
    if (mark(s, k, opening)) return false;
  return true;
}

TokenRange without_edges(const Scene& s, TokenRange range) {
  while (!range.empty() && ((stop_mark(s, range.begin) && !mark(s, range.begin, "(") && !mark(s, range.begin, "[")) ||
                            s.closes_at(range.begin) != kNone))
    ++range.begin;
  while (!range.empty() &&
         ((stop_mark(s, range.end - 1) && unpaired(s, range.end - 1, range)) || s.opens_at(range.end - 1) != kNone))
    --range.end;
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

// Marks around a name or a title ("Barkhane") quote nobody.
bool title(const Scene& s, Index quote) {
  const TokenRange inner = s.document.quotes[quote].tokens;
  if (inner.size() > 3) return false;
  for (Index i = inner.begin; i < inner.end; ++i)
    if (s.token(i).upos != Upos::PROPN && (s.index.layers[i] & kInName) == 0) return false;
  return true;
}

bool holds_quote(const Scene& s, TokenRange range, Index cue) {
  for (Index i = range.begin; i < range.end; ++i)
    if (s.quote_of[i] != kNone && s.quote_around(i, cue) != kNone && !title(s, s.quote_of[i])) return true;
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
    if (around != kNone && s.document.quotes[around].closed) range = common(range, s.document.quotes[around].tokens);
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
