// Spans of the calendar: the week, month, quarter … that holds a day, those before and after it, their parts, Easter.
#pragma once

#include <optional>

#include "greffier/calendar.h"
#include "stages/times/expression.h"

namespace greffier::times {

// The unit that holds `day`, moved by n units: {week, a Wednesday, -1} is Monday to Sunday of the week before. Unknown
// (both ends kNoDay) outside the years 1..9999. Seconds, minutes, hours and days give the day itself, moved by n days.
DaySpan span_of(Unit unit, Day day, int n = 0);

// `day` moved by n units, the day of the month kept where the month has it, else its last day; kNoDay outside 1..9999.
Day moved(Unit unit, Day day, int n);

// The start, middle or end of a span: quarters for a year or half a year, thirds for anything else.
DaySpan slice_of(DaySpan span, Unit unit, Slice slice);

// What of `span` is not after `day`: what has happened "this week" has happened by now. Spans that begin later stay.
DaySpan not_after(DaySpan span, Day day);

// The n-th such weekday of a month.
std::optional<Day> weekday_of_month(int year, unsigned month, unsigned weekday, int n);

// The season of a year, from solstice to equinox by the fixed days 20 March, 21 June, 22 September, 21 December; winter
// ends in the next year.
DaySpan span_of_season(int year, int season);

}  // namespace greffier::times
