// Both steps look only at neighbours: drafts are sorted by place, and one that is farther away than the longest content
// so far cannot touch. Nesting keeps a stack of open contents, so the cost is that of sorting plus the depth of nesting.
#include "stages/statements/sift.h"

#include <algorithm>
#include <tuple>

#include "stages/statements/chain.h"

namespace greffier::statements {
namespace {

constexpr std::size_t kWindow = 24;  // drafts looked back at; more than one sentence ever has
constexpr std::size_t kMaxDepth = 16;

TokenRange hull(const Draft& d) {
  TokenRange range = d.content[0];
  for (TokenRange cut : d.content) range = {std::min(range.begin, cut.begin), std::max(range.end, cut.end)};
  return range;
}

Index tokens_in(const Draft& d) {
  Index n = 0;
  for (TokenRange cut : d.content) n += cut.size();
  return n;
}

Index shared(const Draft& a, const Draft& b) {
  Index n = 0;
  for (TokenRange x : a.content)
    for (TokenRange y : b.content) n += TokenRange{std::max(x.begin, y.begin), std::min(x.end, y.end)}.size();
  return n;
}

bool same_content(const Draft& a, const Draft& b) {
  return 20 * shared(a, b) >= 9 * (tokens_in(a) + tokens_in(b));  // nine tenths of both
}

bool same_cue(const Draft& a, const Draft& b) {
  return a.cue_head != kNone && b.cue_head != kNone && (a.cue_head == b.cue_head || a.cue.overlaps(b.cue));
}

bool content_holds(const Draft& outer, const Draft& inner) {
  const TokenRange what = inner.cue_head == kNone ? inner.content[0] : inner.cue;
  return std::any_of(outer.content.begin(), outer.content.end(), [&](TokenRange cut) { return cut.covers(what); });
}

}  // namespace

void sift(const Scene&, std::vector<Draft>& drafts) {
  std::erase_if(drafts, [](const Draft& d) { return d.content.empty(); });
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return std::tuple(hull(a).begin, a.rule) < std::tuple(hull(b).begin, b.rule);
  });
  std::vector<Draft> kept;
  for (const Draft& d : drafts) {
    bool drop = false;
    for (std::size_t k = kept.size(), n = 0; k-- > 0 && n < kWindow && !drop; ++n) {
      if (!same_cue(kept[k], d) && !same_content(kept[k], d)) continue;
      if (kept[k].rule <= d.rule) drop = true;
      else kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(k));
    }
    if (!drop) kept.push_back(d);
  }
  drafts = std::move(kept);
}

void pass_on(const Scene& s, std::vector<Draft>& drafts) {
  for (Draft& relay : drafts) {
    if (!relay.passes_on) continue;
    const Index begin = s.sentence_of(relay.cue_head).tokens.begin;
    if (begin == 0 || relay.speaker == kNone) continue;
    const TokenRange before = s.sentence_of(begin - 1).tokens;
    for (Draft& d : drafts)
      if (!d.passes_on && d.cue_head != kNone && before.contains(d.cue_head)) {
        pass_on(s, d, relay.speaker);
        relay.content.clear();
        break;
      }
  }
  std::erase_if(drafts, [](const Draft& d) { return d.content.empty(); });
}

void uncross(std::vector<Draft>& drafts) {
  constexpr std::size_t kNear = 8;
  for (std::size_t i = 0; i < drafts.size(); ++i)
    for (std::size_t k = i < kNear ? 0 : i - kNear; k < std::min(i + kNear + 1, drafts.size()); ++k) {
      const Draft& outer = drafts[k];
      if (k == i || drafts[i].content.empty() || outer.content.size() != 1 || outer.cue.empty()) continue;
      TokenRange& last = drafts[i].content[drafts[i].content.size() - 1];
      const TokenRange whole = outer.content[0];
      const bool starts_inside = whole.begin < last.begin && last.begin < whole.end && whole.covers(drafts[i].cue);
      if (starts_inside && outer.cue.begin >= whole.end && last.covers(outer.cue)) last.end = whole.end;
    }
}

void nest(const std::vector<Draft>& drafts, std::vector<Index>& inside) {
  inside.assign(drafts.size(), kNone);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Index best = kNone;
    const std::size_t from = i > kMaxDepth ? i - kMaxDepth : 0, to = std::min(drafts.size(), i + kMaxDepth);
    for (std::size_t k = from; k < to; ++k)
      if (k != i && tokens_in(drafts[k]) > tokens_in(drafts[i]) && content_holds(drafts[k], drafts[i]) &&
          (best == kNone || tokens_in(drafts[k]) < tokens_in(drafts[best])))
        best = static_cast<Index>(k);
    inside[i] = best;
  }
}

}  // namespace greffier::statements
