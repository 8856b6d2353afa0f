// The kinds of expressions, one function each; shared by the resolve_*.cpp files only.
#pragma once

#include <optional>

#include "stages/times/resolve.h"

namespace greffier::times {

// The side of now on which the expression lies, told by its adjective, its preposition or the tense.
Tense side_of(const Expression& expression);

Resolution of_day(Day day);
Resolution of_span(Unit unit, DaySpan span, Slice slice);
int year_of(Day day);
int month_of(Day day);

// resolve_day.cpp
std::optional<Day> day_without_year(const Expression& expression, Day now);
Resolution day_of_calendar(const Expression& expression, const Told& told);
Resolution weekday(const Expression& expression, const Told& told);
Resolution holiday(const Expression& expression, const Told& told);

// resolve_span.cpp
Resolution month(const Expression& expression, const Told& told);
Resolution year(const Expression& expression);
Resolution decade(const Expression& expression);
Resolution century(const Expression& expression);
Resolution season(const Expression& expression, const Told& told);
Resolution part_of_year(const Expression& expression, const Told& told, Unit unit);
Resolution calendar_unit(const Expression& expression, const Told& told);

}  // namespace greffier::times
