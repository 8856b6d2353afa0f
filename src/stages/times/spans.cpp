#include "stages/times/spans.h"

#include <algorithm>
#include <cstdlib>

namespace greffier::times {
namespace {

int year_of(Day day) { return static_cast<int>(civil(day).year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }

DaySpan months(int first, int count) {  // months counted from January of year 0
  const int last = first + count - 1;
  if (first < 12 || last >= 12 * 10'000) return {};
  const auto a = span_of_month(first / 12, static_cast<unsigned>(first % 12 + 1));
  const auto b = span_of_month(last / 12, static_cast<unsigned>(last % 12 + 1));
  return a && b ? DaySpan{a->first, b->last} : DaySpan{};
}

DaySpan years(int first, int count) { return first < 1 ? DaySpan{} : months(first * 12, count * 12); }

constexpr int kLimit = 4'000'000;  // days: more than the calendar's 9999 years

DaySpan span_of_days(Day first, int length) {
  if (first < -kLimit || first > kLimit) return {};
  return {first, first + length - 1};
}

int months_in(Unit unit) {
  switch (unit) {
    case Unit::month: return 1;
    case Unit::quarter: return 3;
    case Unit::half: return 6;
    case Unit::year: return 12;
    case Unit::decade: return 120;
    case Unit::century: return 1200;
    case Unit::millennium: return 12'000;
    default: return 0;
  }
}

constexpr int kFarthest = 200'000;  // units; beyond, nothing is within the calendar

}  // namespace

DaySpan span_of(Unit unit, Day day, int n) {
  if (day == kNoDay || n > kFarthest || n < -kFarthest) return {};
  const Day monday = day - static_cast<Day>(iso_weekday(day)) + 1;
  switch (unit) {
    case Unit::weekend: return span_of_days(monday + 5 + 7 * n, 2);
    case Unit::week: return span_of_days(monday + 7 * n, 7);
    case Unit::month: case Unit::quarter: case Unit::half: {
      const int size = months_in(unit);
      return months((year_of(day) * 12 + (month_of(day) - 1) / size * size) + n * size, size);
    }
    case Unit::year: return years(year_of(day) + n, 1);
    case Unit::decade: return years(year_of(day) / 10 * 10 + n * 10, 10);
    case Unit::century: return years(year_of(day) / 100 * 100 + n * 100, 100);
    case Unit::millennium: return years(std::max(1, year_of(day) / 1000 * 1000 + n * 1000), 1000);
    default: return span_of_days(day + n, 1);
  }
}

Day moved(Unit unit, Day day, int n) {
  if (day == kNoDay || n > kFarthest || n < -kFarthest) return kNoDay;
  const int size = months_in(unit);
  if (size == 0) {
    const int days = unit == Unit::week || unit == Unit::weekend ? 7 : unit == Unit::day ? 1 : 0;
    return span_of_days(day + days * n, 1).first;
  }
  const DaySpan month =
      std::abs(n) > 12 * 10'000 / size ? DaySpan{} : months(year_of(day) * 12 + month_of(day) - 1 + size * n, 1);
  if (!month.known()) return kNoDay;
  const int day_of_month = static_cast<int>(static_cast<unsigned>(civil(day).day()));
  return std::min(month.last, month.first + day_of_month - 1);
}

DaySpan slice_of(DaySpan span, Unit unit, Slice slice) {
  if (slice == Slice::whole || !span.known()) return span;
  if (unit == Unit::year) {
    const DaySpan january = span_of(Unit::month, span.first);
    const auto part = [&](int from, int to) {
      return DaySpan{moved(Unit::month, january.first, from), moved(Unit::month, january.first, to) - 1};
    };
    return slice == Slice::start ? part(0, 3) : slice == Slice::mid ? part(4, 8) : part(9, 12);
  }
  if (unit == Unit::month) {
    const Day tenth = span.first + 9, twentieth = span.first + 19;
    return slice == Slice::start ? DaySpan{span.first, tenth}
           : slice == Slice::mid ? DaySpan{tenth + 1, twentieth}
                                 : DaySpan{twentieth + 1, span.last};
  }
  if (unit == Unit::week && span.last - span.first == 6)
    return slice == Slice::start ? DaySpan{span.first, span.first + 1}
           : slice == Slice::mid ? DaySpan{span.first + 2, span.first + 3}
                                 : DaySpan{span.first + 4, span.last};
  if (unit == Unit::decade || unit == Unit::century) {  // in whole years
    const int year = year_of(span.first), years = year_of(span.last) - year + 1, third = years / 3;
    const auto part = [&](int from, int to) { return DaySpan{span_of_year(year + from)->first, span_of_year(year + to)->last}; };
    return slice == Slice::start ? part(0, third) : slice == Slice::mid ? part(third, years - 1 - third)
                                                                         : part(years - 1 - third, years - 1);
  }
  const Day third = (span.last - span.first + 1) / 3;
  if (slice == Slice::start) return {span.first, span.first + third};
  if (slice == Slice::mid) return {span.first + third, span.last - third};
  return {span.last - third, span.last};
}

DaySpan not_after(DaySpan span, Day day) {
  if (span.known() && day != kNoDay && span.first <= day && day < span.last) span.last = day;
  return span;
}

std::optional<Day> weekday_of_month(int year, unsigned month, unsigned weekday, int n) {
  const auto span = span_of_month(year, month);
  if (!span || n < 1 || n > 5) return std::nullopt;
  const Day first = span->first + static_cast<Day>((weekday + 7 - iso_weekday(span->first)) % 7);
  const Day day = first + 7 * (n - 1);
  return day <= span->last ? std::optional<Day>(day) : std::nullopt;
}

DaySpan span_of_season(int year, int season) {
  struct Start { unsigned month, day; };
  constexpr Start starts[] = {{3, 20}, {6, 21}, {9, 22}, {12, 21}};
  if (season < 1 || season > 4) return {};
  const Start first = starts[season - 1], next = starts[season % 4];
  const auto begin = day_of(year, first.month, first.day);
  const auto end = day_of(season == 4 ? year + 1 : year, next.month, next.day);
  return begin && end ? DaySpan{*begin, *end - 1} : DaySpan{};
}

}  // namespace greffier::times
