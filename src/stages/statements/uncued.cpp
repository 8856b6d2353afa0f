#include "stages/statements/uncued.h"

#include <algorithm>

#include "stages/statements/draft_of.h"
#include "stages/statements/edges.h"

namespace greffier::statements {
namespace {

constexpr Index kLeast = 6;  // tokens; shorter ones are titles, names, words at a distance

bool held(const std::vector<Draft>& drafts, TokenRange range) {
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
    return d.cue.overlaps(range) || std::any_of(d.content.begin(), d.content.end(), [&](TokenRange cut) { return cut.overlaps(range); });
  });
}

// The quotation fills its sentences: nothing but marks stands beside it.
bool alone(const Scene& s, TokenRange outer) {
  const Sentence& first = s.sentence_of(outer.begin);
  if (first.heading || outer.begin > first.tokens.begin) return false;
  const TokenRange last = s.sentence_of(outer.end - 1).tokens;
  for (Index i = outer.end; i < last.end; ++i)
    if (!s.punct(i)) return false;
  return true;
}

// The draft of the sentence before whose saying ends last, or null.
const Draft* draft_before(const Scene& s, const std::vector<Draft>& drafts, Index begin) {
  if (begin == 0) return nullptr;
  const TokenRange before = s.sentence_of(begin - 1).tokens;
  const Draft* best = nullptr;
  for (const Draft& d : drafts)
    if (d.cue_head != kNone && before.contains(d.cue_head) && d.speaker != kNone && s.quote_of[d.cue_head] == kNone &&
        (best == nullptr || d.cue_head < best->cue_head))
      best = &d;
  return best;
}

}  // namespace

void find_uncued(const Scene& s, std::vector<Draft>& drafts) {
  const std::size_t cued = drafts.size();
  for (Index q = 0; q < s.document.quotes.size(); ++q) {
    const Quote& quote = s.document.quotes[q];
    if (quote.inside != kNone || !quote.closed || quote.tokens.size() < kLeast || !alone(s, s.outer(q)) || held(drafts, quote.tokens)) continue;
    if (finite_verb(s, quote.tokens) == kNone) continue;
    const std::vector<Draft> known(drafts.begin(), drafts.begin() + static_cast<std::ptrdiff_t>(cued));
    const Draft* before = draft_before(s, known, s.outer(q).begin);
    if (before == nullptr) continue;
    Draft d;
    d.speaker = before->speaker;
    d.content.add(quote.tokens);
    finish(s, d.content, kNone);
    if (d.content.empty()) continue;
    complete(s, {}, d);
    drafts.push_back(d);
  }
}

}  // namespace greffier::statements
