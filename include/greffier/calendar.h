// Days as numbers, and spans of days: what a date that is only partly known can still say.
//
// A Day counts days since 1970-01-01 in the proleptic Gregorian calendar (ISO 8601), as std::chrono::sys_days does.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace greffier {

using Day = std::int32_t;
inline constexpr Day kNoDay = INT32_MIN;

// First and last day, both included; either may be open (kNoDay).
struct DaySpan {
  Day first = kNoDay;
  Day last = kNoDay;

  bool known() const { return first != kNoDay && last != kNoDay; }
  bool single() const { return known() && first == last; }
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// The day of a valid calendar date with a year of 1..9999, or nothing.
std::optional<Day> day_of(int year, unsigned month, unsigned day);

std::chrono::year_month_day civil(Day day);

// 1 = Monday … 7 = Sunday (ISO 8601).
unsigned iso_weekday(Day day);

struct IsoWeek {
  int year;
  unsigned week;
};
IsoWeek iso_week(Day day);
// The Monday of an ISO week, or nothing where that year has no such week.
std::optional<Day> monday_of(IsoWeek week);

std::optional<DaySpan> span_of_month(int year, unsigned month);
std::optional<DaySpan> span_of_year(int year);

// "2020-08-15"; empty for kNoDay.
std::string iso_date(Day day);

// Reads "2020", "2020-08", "2020-08-15", "2020-W33" and "2020-08-15T10:30:00+02:00" (the day counts as it is written);
// nothing for anything else, a date that does not exist included.
std::optional<DaySpan> parse_iso_span(std::string_view text);

}  // namespace greffier
