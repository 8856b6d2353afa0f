// Feasts whose day moves: by Easter, by the Hebrew calendar, by the moon.
#pragma once

#include <optional>

#include "greffier/calendar.h"
#include "stages/times/expression.h"

namespace greffier::times {

// Easter Sunday of a year after 1582.
std::optional<Day> easter(int year);

// Easter Sunday of the orthodox churches, by the Julian calendar.
std::optional<Day> orthodox_easter(int year);

// The first day of the Hebrew year that begins in the autumn of a year after 1582: Rosh Hashana.
std::optional<Day> hebrew_new_year(int year);

// A day of the tabular Islamic calendar of the era of the Hijra. Who looks for the moon begins the month up to a day
// earlier or later.
std::optional<Day> hijri_day(int hijri_year, int month, int day);

// The year of the Hijra that holds a day.
int hijri_year(Day day);

// The first day of the Chinese year, 1900 to 2100.
std::optional<Day> chinese_new_year(int year);

// A feast of `year` that the expression names. Where only the moon is counted, not seen, the days about it.
DaySpan feast_in(const Expression& expression, int year);

// Likewise, the one of an Islamic calendar's year.
DaySpan feast_in_hijri(const Expression& expression, int hijri_year);

}  // namespace greffier::times
