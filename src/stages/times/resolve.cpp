// One function for each kind of expression (resolve_kinds.h), each gives the value and the days that it spans; then the
// hour or part of the day is added. Limits: no Julian calendar, no years before 1. Tested in
// tests/unit/times_resolve_test.cpp.
#include "stages/times/resolve.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "stages/times/resolve_kinds.h"
#include "stages/times/spans.h"

namespace greffier::times {
namespace {

constexpr int kLateHour = 21;  // nobody prints before the next day what happened at this hour or later

// Some hours from the hour told of; without one only the side is known.
Resolution shift_of_hours(const Expression& e, const Told& told) {
  const DaySpan from = e.anchor == Anchor::then ? told.day : DaySpan{told.now, told.now};
  const bool past = e.backwards || (e.anchor == Anchor::then && e.tense != Tense::future);
  if (e.anchor == Anchor::then && told.minute >= 0 && from.known() && e.n != kOpenNumber && std::abs(e.n) <= 100'000) {
    const int minutes = told.minute + e.n * (e.unit == Unit::hour ? 60 : e.unit == Unit::minute ? 1 : 0);
    const Day day = from.first + (minutes < 0 ? (minutes - 1439) / 1440 : minutes / 1440);
    const int of_day_minute = minutes - (day - from.first) * 1440;
    Value out = value_of_day(day);
    out.append("T");
    out.append_number(of_day_minute / 60, 2);
    if (e.unit != Unit::hour || of_day_minute % 60 != 0) out.append(":"), out.append_number(of_day_minute % 60, 2);
    return {out, {day, day}};
  }
  if (e.unit == Unit::hour && e.n != kOpenNumber && std::abs(e.n) >= 24) {  // 48 hours are two days
    const Day day = from.known() ? moved(Unit::day, from.first, e.n / 24) : kNoDay;
    return {value_of_day(day), {day, day}};
  }
  if (e.anchor == Anchor::then && e.unit == Unit::hour && e.n != kOpenNumber &&
      from.single()) {  // "an hour later": the hour is open
    Value out = value_of_day(from.first);
    out.append("TXX");
    return {out, from};
  }
  return {Value(past ? "PAST_REF" : "FUTURE_REF"), from};
}

Resolution shift_open(const Expression& e, const Told& told) {
  const bool past = e.backwards || (e.anchor == Anchor::then && e.tense != Tense::future);
  const Value value(past ? "PAST_REF" : "FUTURE_REF");
  if (e.anchor == Anchor::now) return {value, past ? DaySpan{kNoDay, told.now} : DaySpan{told.now, kNoDay}};
  if (e.backwards) return {value, {kNoDay, told.day.last}};
  const bool bounded = past && told.now != kNoDay && told.day.first <= told.now;
  return {value, {told.day.first, bounded ? told.now : kNoDay}};
}

// Days and weeks count to a day, longer units to their like: three years ago is a year.
Resolution shift(const Expression& e, const Told& told) {
  if (e.unit == Unit::second || e.unit == Unit::minute || e.unit == Unit::hour) return shift_of_hours(e, told);
  if (e.n == kOpenNumber) return shift_open(e, told);
  const bool by_days = e.unit == Unit::day || e.unit == Unit::week || e.unit == Unit::weekend;
  const DaySpan from = e.anchor == Anchor::now ? DaySpan{told.now, told.now} : by_days ? told.day : told.span;
  if (!from.known()) return {value_of_unit(e.unit == Unit::week ? Unit::day : e.unit, kNoDay), {}};
  if (by_days) {
    const DaySpan days{moved(e.unit, from.first, e.n), moved(e.unit, from.last, e.n)};
    return days.known() ? Resolution{value_of_day(days.first), days} : Resolution{};
  }
  const DaySpan span = span_of(e.unit, from.first, e.n);
  return span.known() ? of_span(e.unit, span, e.slice) : Resolution{};
}

Resolution vague(const Expression& e, const Told& told) {
  const bool past = e.aim != Aim::future && e.tense != Tense::future && e.tense != Tense::present;
  return {Value(past ? "PAST_REF" : "FUTURE_REF"), past ? DaySpan{told.day.first, told.now} : DaySpan{told.now, kNoDay}};
}

// An hour or a part of the day without its day: the day that is being told of.
Resolution of_context(const Expression& e, const Told& told) {
  const bool article_day = told.day == DaySpan{told.now, told.now};
  const bool late = e.hour >= kLateHour && e.tense == Tense::past && article_day && told.now != kNoDay;
  const Day day = late ? told.now - 1 : told.day.first;
  return {value_of_day(day), {day, day}};
}

Resolution day_part(const Expression& e, const Told& told) {
  switch (e.kind) {
    case Kind::none: return of_context(e, told);
    case Kind::day: return day_of_calendar(e, told);
    case Kind::weekday: return weekday(e, told);
    case Kind::month: return month(e, told);
    case Kind::year: return year(e);
    case Kind::decade: return decade(e);
    case Kind::century: return century(e);
    case Kind::season: return season(e, told);
    case Kind::quarter: return part_of_year(e, told, Unit::quarter);
    case Kind::half: return part_of_year(e, told, Unit::half);
    case Kind::week: return part_of_year(e, told, Unit::week);
    case Kind::shift: return shift(e, told);
    case Kind::unit: return calendar_unit(e, told);
    case Kind::holiday: return holiday(e, told);
    case Kind::duration: return {value_of_duration(e), {}};
    case Kind::set: return {value_of_set(e), {}};
    case Kind::vague: return vague(e, told);
  }
  return {};
}

void add_hour(const Expression& e, Value& value) {
  if (e.hour < 0) {
    value.append(letters(e.part));
    return;
  }
  value.append("T");
  value.append_number(e.hour, 2);
  value.append(":");
  value.append_number(std::max<int>(0, e.minute), 2);
  if (e.second >= 0) value.append(":"), value.append_number(e.second, 2);
}

bool evening_of_a_report(const Expression& e) {
  const bool this_evening =
      e.kind == Kind::shift && e.n == 0 && e.unit == Unit::day && (e.part == Part::evening || e.part == Part::night);
  return this_evening && e.quoted && e.tense == Tense::past && e.anchor == Anchor::now;
}

// "Tonight two cars were burnt": the night that has just ended.
bool night_just_over(const Expression& e) {
  return e.kind == Kind::shift && e.n == 0 && e.unit == Unit::day && e.anchor == Anchor::now && e.part == Part::night &&
         e.tense == Tense::past && !e.quoted;
}

}  // namespace

Tense side_of(const Expression& e) {
  if (e.aim == Aim::past) return Tense::past;
  if (e.aim == Aim::future) return Tense::future;
  if (e.link == Link::since && e.tense != Tense::future) return Tense::past;
  return e.tense;
}

Resolution of_day(Day day) { return {value_of_day(day), {day, day}}; }

Resolution of_span(Unit unit, DaySpan span, Slice slice) {
  return {value_of_unit(unit, span.first), slice_of(span, unit, slice)};
}

int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }
int year_of(Day day) { return static_cast<int>(civil(day).year()); }

Resolution resolve(const Expression& e, const Told& told) {
  Resolution out = day_part(e, told);
  if (e.kind == Kind::duration || e.kind == Kind::set) return out;
  if (night_just_over(e) && out.days.single()) out = {value_of_day(out.days.first - 1), {out.days.first - 1, out.days.first}};
  if (e.no_such_day) out.value.append("-XX");
  add_hour(e, out.value);
  if (e.days > 1 && e.feast == Feast::none && out.days.known()) out.days.last += e.days - 1;
  // "Tonight I have ordered", says a report: it was the evening before the report, or else that of its day.
  if (evening_of_a_report(e) && out.days.single()) {
    const Day eve = out.days.first - 1;
    out = {value_of_day(eve), {eve, eve + 1}};
    add_hour(e, out.value);
  }
  return out;
}

void tell(const Expression& e, const Resolution& r, Told& told) {
  if (e.kind == Kind::vague && e.narrative && r.days.known()) told.day = r.days;  // what "shortly before" counts from
  if (e.kind == Kind::duration || e.kind == Kind::set || e.kind == Kind::vague || !r.days.known()) return;
  told.span = r.days;
  const bool day = r.days.last - r.days.first <= 1;
  if (!day || e.link == Link::since || !(e.narrative || e.dateline)) return;
  if (r.days != told.day) told.minute = -1;
  told.day = evening_of_a_report(e) ? DaySpan{r.days.first, r.days.first} : r.days;
  if (told.now == kNoDay || told.day.first <= told.now) told.past = told.day;
  if (e.hour >= 0) told.minute = e.hour * 60 + std::max<int>(0, e.minute);
}

bool depends_on_context(const Expression& e) {
  switch (e.kind) {
    case Kind::duration: case Kind::set: case Kind::year: case Kind::decade: case Kind::century: return false;
    case Kind::day:
    case Kind::month:
    case Kind::season:
    case Kind::quarter:
    case Kind::half:
    case Kind::week:
    case Kind::holiday:
      return e.year == 0;
    default: return true;
  }
}

}  // namespace greffier::times
