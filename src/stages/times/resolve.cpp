// One function for each kind of expression; each gives the value and the days that it spans. Tense and adjectives ("last",
// "next") choose the side of now on which a day of the week or a date without its year lies; the nearest one is taken.
//
// A date without a year and more than kFar away on the side of its tense would carry its year in a newspaper; so the
// tense decides only within that distance, and beyond it the nearest day does. Limits: no Julian calendar, no years
// before 1. Tested in tests/unit/times_resolve_test.cpp.
#include "stages/times/resolve.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "stages/times/spans.h"

namespace greffier::times {
namespace {

constexpr Day kFar = 275;  // days
constexpr int kLateHour = 21;  // nobody prints before the next day what happened at this hour or later

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

// The candidate on the side that the tense names, if it is not too far, else the nearest one. Candidates ascend.
template <std::size_t N>
std::optional<Day> nearest(const std::array<std::optional<Day>, N>& candidates, Day now, Tense side, bool today) {
  std::optional<Day> best, sided;
  const auto closer = [&](Day a, const std::optional<Day>& b) { return !b || std::abs(a - now) < std::abs(*b - now); };
  for (const auto& candidate : candidates) {
    if (!candidate) continue;
    const Day away = *candidate - now;
    if (closer(*candidate, best)) best = candidate;
    const bool fits = away == 0 ? today : (side == Tense::past) == (away < 0);
    if ((side == Tense::past || side == Tense::future) && fits && std::abs(away) <= kFar && closer(*candidate, sided)) sided = candidate;
  }
  return sided ? sided : best;
}

int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }
int year_of(Day day) { return static_cast<int>(civil(day).year()); }

// The years around now that a date without one may belong to; a date with its weekday looks somewhat further back.
std::optional<Day> day_without_year(const Expression& e, Day now) {
  if (e.weekday == 0) {
    std::array<std::optional<Day>, 3> days;
    for (int i = 0; i < 3; ++i) days[static_cast<std::size_t>(i)] = day_of(year_of(now) - 1 + i, e.month, e.day);
    return nearest(days, now, side_of(e), e.aim == Aim::open);
  }
  std::array<std::optional<Day>, 4> days;
  for (int i = 0; i < 4; ++i) {
    auto& day = days[static_cast<std::size_t>(i)] = day_of(year_of(now) - 2 + i, e.month, e.day);
    if (day && iso_weekday(*day) != e.weekday) day.reset();
  }
  if (const auto day = nearest(days, now, side_of(e), true)) return day;
  Expression date = e;  // its weekday is wrong in every year near; possible_days() reports that
  date.weekday = 0;
  return day_without_year(date, now);
}

Value open_date(const Expression& e) {
  Value out("XXXX-");
  out.append_number(e.month, 2);
  out.append("-");
  out.append_number(e.day, 2);
  return out;
}

Resolution day_of_calendar(const Expression& e, const Told& told) {
  std::optional<Day> day;
  if (e.year != 0) day = day_of(e.year, e.month, e.day);
  else if (told.now != kNoDay) day = day_without_year(e, told.now);
  return day ? of_day(*day) : Resolution{open_date(e), {}};
}

Day weekday_near(const Expression& e, Day now) {
  const Day ahead = (e.weekday - static_cast<Day>(iso_weekday(now)) + 7) % 7;  // 0..6
  const Tense side = side_of(e);
  if (ahead == 0) return e.aim == Aim::past ? now - 7 : e.aim == Aim::future ? now + 7 : now;
  // A present tense may look back ("announces on Wednesday") or ahead ("leaves on Monday"): the nearer day.
  if (side == Tense::future || (side == Tense::present && ahead <= 3)) return now + ahead;
  return now + ahead - 7;
}

// "Friday the 21st": the month is the nearest one on the side of the tense in which that day is a Friday.
std::optional<Day> weekday_of_month(const Expression& e, Day now) {
  std::array<std::optional<Day>, 25> days;
  for (int i = 0; i < 25; ++i) {
    const DaySpan month = span_of(Unit::month, now, i - 12);
    if (!month.known() || month.last - month.first + 1 < e.day) continue;
    const Day day = month.first + e.day - 1;
    if (iso_weekday(day) == e.weekday) days[static_cast<std::size_t>(i)] = day;
  }
  return nearest(days, now, side_of(e), true);
}

Resolution weekday(const Expression& e, const Told& told) {
  const Day now = e.anchor == Anchor::then ? told.day.first : told.now;
  if (now == kNoDay) {
    Value out("XXXX-WXX-");
    out.append_number(e.weekday, 1);
    return {out, {}};
  }
  if (e.day != 0) {
    const auto day = weekday_of_month(e, now);
    return day ? of_day(*day) : Resolution{};
  }
  if (e.unit != Unit::week) return of_day(weekday_near(e, now));
  const int weeks = e.aim == Aim::past ? -1 : e.aim == Aim::future ? 1 : 0;
  return of_day(span_of(Unit::week, now, weeks).first + e.weekday - 1);
}

Resolution month(const Expression& e, const Told& told) {
  int year = e.year;
  if (year == 0 && told.now != kNoDay) {
    Expression middle = e;
    middle.day = 15;
    middle.weekday = 0;
    const DaySpan here = span_of(Unit::month, told.now);
    const bool this_one = e.aim == Aim::open && static_cast<unsigned>(civil(told.now).month()) == e.month;
    if (e.kind == Kind::month && e.unit == Unit::year) {
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
  const auto first = day_of((e.n - 1) * 100 + 1, 1, 1);
  const auto last = day_of(e.n * 100, 12, 31);
  if (!first || !last) return {};
  Value out;
  out.append_number(e.n - 1, 2);
  return {out, slice_of({*first, *last}, Unit::century, e.slice)};
}

int year_told(const Expression& e, const Told& told) {
  if (e.year != 0 || told.now == kNoDay) return e.year;
  return year_of(told.now) + (e.aim == Aim::past ? -1 : 0) + (e.aim == Aim::future ? 1 : 0);
}

Resolution season(const Expression& e, const Told& told) {
  constexpr std::string_view names[] = {"-SP", "-SU", "-FA", "-WI"};
  Value out;
  if (e.year == 0 && told.now == kNoDay) {
    out.append("XXXX");
    out.append(names[e.season - 1]);
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
  out.append(names[e.season - 1]);
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

Resolution unit(const Expression& e, const Told& told) {
  const DaySpan from = e.anchor == Anchor::then ? (told.span.known() ? told.span : told.day) : DaySpan{told.now, told.now};
  if (!from.known()) return {value_of_unit(e.unit, kNoDay), {}};
  DaySpan span = span_of(e.unit, from.first, e.n);
  // A week-end is the last one that has begun, unless the tense looks ahead.
  const Tense side = side_of(e);
  if (e.unit == Unit::weekend && e.aim == Aim::open && side != Tense::future && side != Tense::present && span.first > from.first)
    span = span_of(e.unit, from.first, e.n - 1);
  if (!span.known()) return {};
  Resolution out = of_span(e.unit, span, e.slice);
  // "Since the start of the year" is since its first month.
  if (e.unit == Unit::year && e.slice == Slice::start && e.link == Link::since) out.days = span_of(Unit::month, span.first);
  return out;
}

Resolution holiday(const Expression& e, const Told& told) {
  if (!e.easter) return day_of_calendar(e, told);
  const auto in = [&](int year) {
    const auto sunday = easter(year);
    return sunday ? std::optional<Day>(*sunday + e.n) : std::nullopt;
  };
  if (e.year != 0) {
    const auto day = in(e.year);
    return day ? of_day(*day) : Resolution{};
  }
  if (told.now == kNoDay) return {value_of_day(kNoDay), {}};
  const int now = year_of(told.now);
  const auto day = nearest(std::array{in(now - 1), in(now), in(now + 1)}, told.now, side_of(e), true);
  return day ? of_day(*day) : Resolution{};
}

Resolution vague(const Expression& e, const Told& told) {
  const bool past = e.tense != Tense::future && e.tense != Tense::present;
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
    case Kind::unit: return unit(e, told);
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

}  // namespace

Resolution resolve(const Expression& e, const Told& told) {
  Resolution out = day_part(e, told);
  if (e.kind == Kind::duration || e.kind == Kind::set) return out;
  add_hour(e, out.value);
  if (e.days > 1 && out.days.known()) out.days.last += e.days - 1;
  // "Tonight I have ordered", says a report: it was the evening before the report.
  const bool this_evening = e.kind == Kind::shift && e.n == 0 && e.unit == Unit::day && (e.part == Part::evening || e.part == Part::night);
  if (this_evening && e.quoted && e.tense == Tense::past && e.anchor == Anchor::now && out.days.single()) {
    const Day eve = out.days.first - 1;
    out = {value_of_day(eve), {eve, eve}};
    add_hour(e, out.value);
  }
  return out;
}

void tell(const Expression& e, const Resolution& r, Told& told) {
  if (e.kind == Kind::duration || e.kind == Kind::set || e.kind == Kind::vague || !r.days.known()) return;
  told.span = r.days;
  const bool day = r.days.last - r.days.first <= 1;
  if (!day || e.link == Link::since || !(e.narrative || e.dateline)) return;
  if (r.days != told.day) told.minute = -1;
  told.day = r.days;
  if (e.hour >= 0) told.minute = e.hour * 60 + std::max<int>(0, e.minute);
}

bool depends_on_context(const Expression& e) {
  switch (e.kind) {
    case Kind::duration: case Kind::set: case Kind::year: case Kind::decade: case Kind::century: return false;
    case Kind::day: case Kind::month: case Kind::season: case Kind::quarter: case Kind::half: case Kind::week: case Kind::holiday:
      return e.year == 0;
    default: return true;
  }
}

}  // namespace greffier::times
