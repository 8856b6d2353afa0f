// Spans of the calendar: months, years and longer, seasons, quarters, and the unit that is n away from now or then.
// Tested in times_resolve_test.cpp.
#include <algorithm>
#include <optional>

#include "stages/times/resolve_kinds.h"
#include "stages/times/spans.h"

namespace greffier::times {
namespace {

int year_told(const Expression& e, const Told& told) {
  if (e.year != 0 || told.now == kNoDay) return e.year;
  return year_of(told.now) + (e.aim == Aim::past ? -1 : 0) + (e.aim == Aim::future ? 1 : 0);
}

}  // namespace

Resolution month(const Expression& e, const Told& told) {
  int year = e.year;
  if (year == 0 && told.now != kNoDay) {
    Expression middle = e;
    middle.day = 15;
    middle.weekday = 0;
    const DaySpan here = span_of(Unit::month, told.now);
    const bool this_month = static_cast<unsigned>(civil(told.now).month()) == e.month;
    const bool this_one = e.aim == Aim::open && this_month;
    if (e.kind == Kind::month && (e.unit == Unit::year || (this_month && e.aim != Aim::open))) {
      year = year_of(told.now) + (e.aim == Aim::past ? -1 : 0) + (e.aim == Aim::future ? 1 : 0);
    } else if (this_one) {
      year = year_of(told.now);
    } else {
      const auto day = day_without_year(middle, side_of(e) == Tense::past ? here.first : here.last);
      if (day) year = year_of(*day);
    }
  }
  const auto span = year != 0 ? span_of_month(year, e.month) : std::nullopt;
  if (span) return of_span(Unit::month, *span, e.slice);
  Value out("XXXX-");
  out.append_number(e.month, 2);
  return {out, {}};
}

Resolution year(const Expression& e) {
  const auto span = span_of_year(e.year);
  const auto end = e.year_to != 0 ? span_of_year(e.year_to) : std::nullopt;
  if (span && end && end->last >= span->first) {  // a season of sport, a school year, a span of years
    Value out = value_of_unit(Unit::year, span->first);
    out.append("/");
    out.append(value_of_unit(Unit::year, end->first).view());
    return {out, {span->first, end->last}};
  }
  return span ? of_span(Unit::year, *span, e.slice) : Resolution{};
}

Resolution decade(const Expression& e) {
  const auto first = day_of(std::max(1, e.year), 1, 1);
  return first ? of_span(Unit::decade, span_of(Unit::decade, *first), e.slice) : Resolution{};
}

// The 20th century is written 19 and runs from 1901 to 2000.
Resolution century(const Expression& e) {
  if (e.n < 1 || e.n > 99) return {};
  const auto first = day_of((e.n - 1) * 100 + 1, 1, 1);
  const auto last = day_of(e.n * 100, 12, 31);
  if (!first || !last) return {};
  Value out;
  out.append_number(e.n - 1, 2);
  return {out, slice_of({*first, *last}, Unit::century, e.slice)};
}

Resolution season(const Expression& e, const Told& told) {
  Value out;
  if (e.year == 0 && told.now == kNoDay) {
    out.append("XXXX");
    out.append(kSeasons[e.season - 1]);
    return {out, {}};
  }
  int year = e.year != 0 ? e.year : year_of(told.now);
  if (e.year == 0) {  // the nearest one on the side of the tense
    const Tense side = side_of(e);
    const DaySpan same = span_of_season(year, e.season);
    const bool winter_just_gone = e.season == 4 && side != Tense::future && month_of(told.now) <= 6;
    if (same.first > told.now && (side == Tense::past || winter_just_gone)) --year;
    if (same.last < told.now && side == Tense::future) ++year;
    if (e.aim == Aim::past && span_of_season(year, e.season).last >= told.now) --year;
  }
  out.append_number(year, 4);
  out.append(kSeasons[e.season - 1]);
  return {out, slice_of(span_of_season(year, e.season), Unit::none, e.slice)};
}

// The n-th quarter, half or week of a year.
Resolution part_of_year(const Expression& e, const Told& told, Unit unit) {
  const int year = year_told(e, told);
  if (year == 0) return {Value("XXXX"), {}};
  if (unit == Unit::week) {
    const auto monday = monday_of({year, static_cast<unsigned>(std::clamp(e.n, 1, 53))});
    return monday ? of_span(unit, {*monday, *monday + 6}, e.slice) : Resolution{};
  }
  const auto first = day_of(year, 1, 1);
  return first ? of_span(unit, span_of(unit, *first, e.n - 1), e.slice) : Resolution{};
}

Resolution calendar_unit(const Expression& e, const Told& told) {
  const DaySpan from = e.anchor == Anchor::then ? (told.span.known() ? told.span : told.day) : DaySpan{told.now, told.now};
  if (!from.known()) return {value_of_unit(e.unit, kNoDay), {}};
  DaySpan span = span_of(e.unit, from.first, e.n);
  // A week-end is the last one that has begun, unless the tense looks ahead.
  const Tense side = side_of(e);
  if (e.unit == Unit::weekend && e.aim == Aim::open && side != Tense::future && side != Tense::present &&
      span.first > from.first)
    span = span_of(e.unit, from.first, e.n - 1);
  if (!span.known()) return {};
  Resolution out = of_span(e.unit, span, e.slice);
  // "Since the start of the year" is since its first month.
  if (e.unit == Unit::year && e.slice == Slice::start && e.link == Link::since) out.days = span_of(Unit::month, span.first);
  return out;
}

}  // namespace greffier::times
