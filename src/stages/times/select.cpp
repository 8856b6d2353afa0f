#include "stages/times/select.h"

#include <algorithm>
#include <tuple>

#include "pack/vocabulary.h"

namespace greffier::times {
namespace {

constexpr Index kMaxGlue = 4;  // tokens

bool only_hour(const Expression& e) { return e.kind == Kind::none; }

bool bare_day(const Expression& e) {
  const bool day = e.kind == Kind::day || e.kind == Kind::weekday || e.kind == Kind::holiday ||
                   (e.kind == Kind::shift && e.unit == Unit::day);
  return day && e.hour < 0;
}

// What a day and an hour, or an hour and a part of the day, may lend each other: neither has the other's already.
bool fit(const Expression& a, const Expression& b) {
  if (only_hour(a) && only_hour(b)) return (a.hour < 0) != (b.hour < 0);
  if (bare_day(a) == bare_day(b) || only_hour(a) == only_hour(b)) return false;
  const Expression& hour = only_hour(a) ? a : b;
  const Expression& day = only_hour(a) ? b : a;
  return day.part == Part::none || hour.hour >= 0;
}

bool glued(const Document& d, const TokenIndex& index, const Vocabulary& vocabulary, ListId glue, TokenRange gap) {
  if (gap.size() > kMaxGlue) return false;
  if (gap.size() == 1 && d.form(d.tokens[gap.begin]) == ",") return true;
  for (Index i = gap.begin; i < gap.end; ++i)
    if (index.form[i] == 0 || !vocabulary.in_list(index.form[i], glue)) return false;
  return true;
}

// "Two hours and ten minutes": the second counts a smaller unit.
bool goes_on(const Expression& a, const Expression& b, TokenRange gap, const TokenIndex& index, const Vocabulary& vocabulary) {
  const bool durations = a.kind == Kind::duration && b.kind == Kind::duration && a.more == 0 && a.n > 0 && b.n > 0;
  if (!durations || b.unit >= a.unit || a.n_to != kNoNumber || b.n_to != kNoNumber || gap.size() > 1) return false;
  const ListId conjunctions = vocabulary.list("time-and");
  return gap.empty() ||
         (conjunctions != kNoList && index.form[gap.begin] != 0 && vocabulary.in_list(index.form[gap.begin], conjunctions));
}

Expression joined(const Expression& a, const Expression& b) {
  Expression out = only_hour(a) ? b : a;
  const Expression& other = only_hour(a) ? a : b;
  if (out.hour < 0) out.hour = other.hour, out.minute = other.minute, out.second = other.second;
  if (out.part == Part::none) out.part = other.part;
  count_to_24(out);
  out.origin = other.origin;
  out.tokens = {std::min(a.tokens.begin, b.tokens.begin), std::max(a.tokens.end, b.tokens.end)};
  return out;
}

}  // namespace

void keep_best(std::vector<Found>& found) {
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tuple(a.tokens.begin, b.tokens.end, a.rule) < std::tuple(b.tokens.begin, a.tokens.end, b.rule);
  });
  Index end = 0;
  std::erase_if(found, [&](const Found& f) {
    if (f.tokens.begin < end) return true;
    end = f.tokens.end;
    return false;
  });
}

void join_neighbours(const Document& d, const TokenIndex& index, const Vocabulary& vocabulary, std::size_t first,
                     std::vector<Expression>& all) {
  const ListId glue = vocabulary.list("time-glue");
  if (glue == kNoList || all.size() < first + 2) return;
  std::size_t last = first;
  for (std::size_t i = first + 1; i < all.size(); ++i) {
    Expression& before = all[last];
    const Expression& here = all[i];
    if (fit(before, here) && glued(d, index, vocabulary, glue, {before.tokens.end, here.tokens.begin}))
      before = joined(before, here);
    else if (goes_on(before, here, {before.tokens.end, here.tokens.begin}, index, vocabulary))
      before.more = here.n, before.more_unit = here.unit, before.tokens.end = here.tokens.end;
    else
      all[++last] = here;
  }
  all.resize(last + 1);
}

}  // namespace greffier::times
