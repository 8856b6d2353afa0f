#include "stages/times/select.h"

#include <algorithm>
#include <tuple>

#include "pack/vocabulary.h"

namespace greffier::times {
namespace {

constexpr Index kMaxGlue = 4;  // tokens

bool only_hour(const Expression& e) { return e.kind == Kind::none; }

bool bare_day(const Expression& e) {
  const bool day = e.kind == Kind::day || e.kind == Kind::weekday || e.kind == Kind::holiday || (e.kind == Kind::shift && e.unit == Unit::day);
  return day && e.hour < 0 && e.part == Part::none;
}

bool glued(const TokenIndex& index, const Vocabulary& vocabulary, ListId glue, TokenRange gap) {
  if (gap.size() > kMaxGlue) return false;
  for (Index i = gap.begin; i < gap.end; ++i)
    if (index.form[i] == 0 || !vocabulary.in_list(index.form[i], glue)) return false;
  return true;
}

// "Two hours and ten minutes": the second counts a smaller unit.
bool goes_on(const Expression& a, const Expression& b, TokenRange gap, const TokenIndex& index, const Vocabulary& vocabulary) {
  const bool durations = a.kind == Kind::duration && b.kind == Kind::duration && a.more == 0 && a.n > 0 && b.n > 0;
  if (!durations || b.unit >= a.unit || a.n_to != kNoNumber || b.n_to != kNoNumber || gap.size() > 1) return false;
  const ListId conjunctions = vocabulary.list("time-and");
  return gap.empty() || (conjunctions != kNoList && index.form[gap.begin] != 0 && vocabulary.in_list(index.form[gap.begin], conjunctions));
}

Expression joined(Expression day, const Expression& hour) {
  day.hour = hour.hour;
  day.minute = hour.minute;
  day.part = hour.part;
  day.origin = hour.origin;
  day.tokens = {std::min(day.tokens.begin, hour.tokens.begin), std::max(day.tokens.end, hour.tokens.end)};
  return day;
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

void join_neighbours(const TokenIndex& index, const Vocabulary& vocabulary, std::size_t first, std::vector<Expression>& all) {
  const ListId glue = vocabulary.list("time-glue");
  if (glue == kNoList || all.size() < first + 2) return;
  std::size_t last = first;
  for (std::size_t i = first + 1; i < all.size(); ++i) {
    Expression& before = all[last];
    const Expression& here = all[i];
    const bool pair = (bare_day(before) && only_hour(here)) || (only_hour(before) && bare_day(here));
    if (pair && glued(index, vocabulary, glue, {before.tokens.end, here.tokens.begin}))
      before = only_hour(here) ? joined(before, here) : joined(here, before);
    else if (goes_on(before, here, {before.tokens.end, here.tokens.begin}, index, vocabulary))
      before.more = here.n, before.more_unit = here.unit, before.tokens.end = here.tokens.end;
    else
      all[++last] = here;
  }
  all.resize(last + 1);
}

}  // namespace greffier::times
