// Days: of the calendar with or without a year, of the week, of feasts. Tense and adjectives ("last", "next") choose the
// side of now; the nearest candidate there is taken.
//
// A date without a year and more than kFar away on the side of its tense would carry its year in a newspaper; so the
// tense decides only within that distance, and beyond it the nearest day does. Tested in times_resolve_test.cpp.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "stages/times/feasts.h"
#include "stages/times/resolve_kinds.h"
#include "stages/times/spans.h"

namespace greffier::times {
namespace {

constexpr Day kFar = 275;  // days
constexpr Day kNear = 31;

// The candidate on the side that the tense names, if it is not too far, else the nearest one. Candidates ascend.
template <std::size_t N>
std::optional<Day> nearest(const std::array<std::optional<Day>, N>& candidates, Day now, Tense side, bool today) {
  std::optional<Day> best, sided;
  if (now == kNoDay) return best;
  // News looks back: without a tense, a day to come counts as half as far again.
  const auto far = [&](Day a) { return a > now && side == Tense::none ? (a - now) * 3 / 2 : std::abs(a - now); };
  const auto closer = [&](Day a, const std::optional<Day>& b) { return !b || far(a) < far(*b); };
  for (const auto& candidate : candidates) {
    if (!candidate) continue;
    const Day away = *candidate - now;
    if (closer(*candidate, best)) best = candidate;
    const bool fits = away == 0 ? today : (side == Tense::past) == (away < 0);
    if ((side == Tense::past || side == Tense::future) && fits && std::abs(away) <= kFar && closer(*candidate, sided))
      sided = candidate;
  }
  return sided ? sided : best;
}

Value open_date(const Expression& e) {
  Value out("XXXX-");
  out.append_number(e.month, 2);
  out.append("-");
  out.append_number(e.day, 2);
  return out;
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

}  // namespace

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
  const auto fitting = nearest(days, now, side_of(e), true);
  if (fitting && std::abs(*fitting - now) <= kFar) return fitting;
  Expression date = e;
  date.weekday = 0;
  const auto plain = day_without_year(date, now);
  const bool slip =
      plain && std::abs(*plain - now) <= kNear;  // of these days, its weekday is wrong: possible_days() reports it
  return fitting && !slip ? fitting : plain;
}

Resolution day_of_calendar(const Expression& e, const Told& told) {
  std::optional<Day> day;
  if (e.year != 0) day = day_of(e.year, e.month, e.day);
  else if (told.now != kNoDay) day = day_without_year(e, told.now);
  return day ? of_day(*day) : Resolution{open_date(e), {}};
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

namespace {

// The days of a feast in three years about `now`; `year` alone where it is told.
std::array<DaySpan, 3> feast_days(const Expression& e, Day now) {
  std::array<DaySpan, 3> out;
  for (int i = 0; i < 3; ++i) {
    DaySpan& days = out[static_cast<std::size_t>(i)];
    if (e.feast == Feast::hijri) days = feast_in_hijri(e, hijri_year(now) - 1 + i);
    else if (e.feast != Feast::none) days = feast_in(e, year_of(now) - 1 + i);
    else if (const auto day = times::weekday_of_month(year_of(now) - 1 + i, e.month, e.weekday, e.n)) days = {*day, *day};
  }
  return out;
}

Resolution of_days(DaySpan days, bool whole) {
  if (!days.known()) return {};
  return {whole ? value_of_day(days.first) : common(value_of_day(days.first), value_of_day(days.last)), days};
}

}  // namespace

Resolution holiday(const Expression& e, const Told& told) {
  if (e.feast == Feast::none && e.weekday == 0) return day_of_calendar(e, told);
  const bool counted = e.feast == Feast::hijri || e.feast == Feast::diwali;  // the moon decides, so the day is open
  const Day now = e.year != 0 ? day_of(e.year, 7, 1).value_or(kNoDay) : told.now;
  if (now == kNoDay) return {value_of_day(kNoDay), {}};
  const auto all = feast_days(e, now);
  if (e.year != 0) {
    for (const DaySpan days : all)
      if (days.known() && year_of(days.first) == e.year) return of_days(days, !counted);
    return {};
  }
  std::array<std::optional<Day>, 3> firsts;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].known()) firsts[i] = all[i].first <= now && now <= all[i].last ? now : all[i].first;
  const auto best = nearest(firsts, now, side_of(e), true);
  for (std::size_t i = 0; best && i < all.size(); ++i)
    if (firsts[i] == best) return of_days(all[i], !counted);
  return {};
}

}  // namespace greffier::times
