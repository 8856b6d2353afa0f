// Both steps look only at neighbours: drafts are sorted by place, and one that is farther away than the longest content
// so far cannot touch. Nesting keeps a stack of open contents, so the cost is that of sorting plus the depth of nesting.
#include "stages/statements/sift.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "stages/statements/chain.h"
#include "stages/statements/edges.h"

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

namespace {

Index distance(const Draft& d) {
  const TokenRange said = hull(d);
  return d.cue.end <= said.begin ? said.begin - d.cue.end : said.end <= d.cue.begin ? d.cue.begin - said.end : 0;
}

// The drafts' indices, those that go before others first: by rule, then by how near cue and content are.
std::vector<std::size_t> by_rank(const std::vector<Draft>& drafts) {
  std::vector<std::size_t> order(drafts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(drafts[a].rule, distance(drafts[a])) < std::tuple(drafts[b].rule, distance(drafts[b]));
  });
  return order;
}

}  // namespace

void sift(const Scene&, std::vector<Draft>& drafts) {
  std::erase_if(drafts, [](const Draft& d) { return d.content.empty(); });
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return std::tuple(hull(a).begin, a.rule) < std::tuple(hull(b).begin, b.rule);
  });
  std::vector<char> kept(drafts.size(), 0);
  for (const std::size_t i : by_rank(drafts)) {
    const std::size_t from = i > kWindow ? i - kWindow : 0, to = std::min(drafts.size(), i + kWindow + 1);
    kept[i] = 1;
    for (std::size_t k = from; k < to; ++k)
      if (k != i && kept[k] != 0 && (same_cue(drafts[k], drafts[i]) || same_content(drafts[k], drafts[i]))) kept[i] = 0;
  }
  std::size_t at = 0;
  std::erase_if(drafts, [&](const Draft&) { return kept[at++] == 0; });
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

namespace {

constexpr std::size_t kBeside = 6;  // drafts
constexpr Index kLead = 12;         // words between a conjunction and the cue behind it

// The conjunction of a further clause whose verb is `cue`, or kNone.
Index conjunction_before(const Scene& s, Index begin, const Draft& further) {
  for (Index i = further.cue.begin; i-- > begin && i + kLead > further.cue.begin;) {
    if (s.quote_of[i] != s.quote_of[further.cue_head]) continue;
    if (s.token(i).upos == Upos::CCONJ) return i;
    if (finite(s.token(i)) || s.token(i).upos == Upos::SCONJ || s.token(i).feats.pron_type == PronType::Rel) return kNone;
  }
  return kNone;
}

// "before adding", ", adding": where a clause without a subject of its own begins, or kNone.
Index dependent_begin(const Scene& s, Index begin, const Draft& further) {
  Index i = further.cue.begin;
  while (i > begin && (s.token(i - 1).upos == Upos::ADP || s.token(i - 1).upos == Upos::ADV)) --i;
  const bool opened = i > begin && (comma(s, i - 1) || s.closes_at(i - 1) != kNone);
  const VerbForm form = s.token(further.cue_head).feats.verb_form;
  if (!opened) return kNone;
  return (form == VerbForm::Inf && s.listed(i, s.lists.then)) ||
                 (form == VerbForm::Part && s.token(further.cue_head).feats.tense == Tense::Pres)
             ? i
             : kNone;
}

Index end_before(const Scene& s, const Draft& d, TokenRange cut, const Draft& further) {
  const bool same = further.speaker == d.speaker;
  if (const Index at = dependent_begin(s, cut.begin, further); at != kNone)
    return same || verbal(s.token(d.cue_head)) ? at : kNone;
  if (!finite(s.token(further.cue.begin)) && !finite(s.token(further.cue_head))) return kNone;
  const Index at = conjunction_before(s, cut.begin, further);
  if (at == kNone || at <= cut.begin) return kNone;
  const bool own = further.speaker != kNone && further.speaker > at && further.speaker < further.cue.begin;
  if (!verbal(s.token(d.cue_head))) return own && further.cue_head > at ? at : kNone;
  if (finite_verb(s, {cut.begin, at}) == kNone && !own) return at;
  return !own && s.listed(further.cue_head, s.lists.additive) ? at : kNone;
}

}  // namespace

void uncoordinate(const Scene& s, std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& d = drafts[i];
    if (d.cue_head == kNone) continue;
    TokenRange& cut = d.content[d.content.size() - 1];
    for (std::size_t k = i < kBeside ? 0 : i - kBeside; k < std::min(i + kBeside + 1, drafts.size()); ++k) {
      const Draft& further = drafts[k];
      if (k == i || further.cue_head == kNone || !cut.covers(further.cue) ||
          s.quote_around(further.cue_head, d.cue_head) != kNone)
        continue;
      const Index end = end_before(s, d, cut, further);
      if (end == kNone || end <= cut.begin) continue;
      cut.end = end;
      finish(s, d.content, d.cue_head);
      d.kind = kind_of(s, d.content, d.cue_head);
      break;
    }
  }
  std::erase_if(drafts, [](const Draft& d) { return d.content.empty(); });
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
