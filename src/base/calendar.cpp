// Calendar arithmetic on std::chrono. ISO weeks after ISO 8601: week 1 holds the year's first Thursday.
// Tested against day-by-day counting in tests/unit/calendar_test.cpp.
#include "greffier/calendar.h"

#include <fmt/format.h>

#include <charconv>

namespace greffier {
namespace {

using std::chrono::sys_days;

Day number(sys_days days) { return static_cast<Day>(days.time_since_epoch().count()); }
sys_days days_of(Day day) { return sys_days(std::chrono::days(day)); }

// Reads exactly `digits` figures at the front of `text` and drops them.
std::optional<int> take(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc() || end != text.data() + digits || text[0] == '-') return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take_char(std::string_view& text, char c) {
  if (text.empty() || text[0] != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<DaySpan> week_span(int year, std::string_view rest) {
  const auto week = take(rest, 2);
  if (!week || !rest.empty()) return std::nullopt;
  const auto monday = monday_of({year, static_cast<unsigned>(*week)});
  if (!monday) return std::nullopt;
  return DaySpan{*monday, *monday + 6};
}

}  // namespace

std::optional<Day> day_of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (year < 1 || year > 9999 || !date.ok()) return std::nullopt;
  return number(sys_days(date));
}

std::chrono::year_month_day civil(Day day) { return std::chrono::year_month_day(days_of(day)); }

unsigned iso_weekday(Day day) { return std::chrono::weekday(days_of(day)).iso_encoding(); }

IsoWeek iso_week(Day day) {
  const Day thursday = day + 4 - static_cast<Day>(iso_weekday(day));
  const int year = static_cast<int>(civil(thursday).year());
  const Day first = number(sys_days(std::chrono::year(year) / 1 / 1));
  return {year, static_cast<unsigned>((thursday - first) / 7 + 1)};
}

std::optional<Day> monday_of(IsoWeek week) {
  const auto fourth = day_of(week.year, 1, 4);
  if (!fourth || week.week < 1 || week.week > 53) return std::nullopt;
  const Day monday = *fourth - static_cast<Day>(iso_weekday(*fourth)) + 1 + 7 * static_cast<Day>(week.week - 1);
  if (iso_week(monday).year != week.year) return std::nullopt;
  return monday;
}

std::optional<DaySpan> span_of_month(int year, unsigned month) {
  const auto first = day_of(year, month, 1);
  if (!first) return std::nullopt;
  const auto last = std::chrono::year(year) / std::chrono::month(month) / std::chrono::last;
  return DaySpan{*first, number(sys_days(last))};
}

std::optional<DaySpan> span_of_year(int year) {
  const auto first = day_of(year, 1, 1);
  const auto last = day_of(year, 12, 31);
  if (!first || !last) return std::nullopt;
  return DaySpan{*first, *last};
}

std::string iso_date(Day day) {
  if (day == kNoDay) return {};
  const auto date = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<DaySpan> parse_iso_span(std::string_view text) {
  const auto year = take(text, 4);
  if (!year) return std::nullopt;
  if (text.empty()) return span_of_year(*year);
  if (!take_char(text, '-')) return std::nullopt;
  if (take_char(text, 'W')) return week_span(*year, text);
  const auto month = take(text, 2);
  if (!month) return std::nullopt;
  if (text.empty()) return span_of_month(*year, static_cast<unsigned>(*month));
  if (!take_char(text, '-')) return std::nullopt;
  const auto day = take(text, 2);
  if (!day || (!text.empty() && text[0] != 'T' && text[0] != ' ')) return std::nullopt;
  const auto number_of_day = day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  if (!number_of_day) return std::nullopt;
  return DaySpan{*number_of_day, *number_of_day};
}

}  // namespace greffier
