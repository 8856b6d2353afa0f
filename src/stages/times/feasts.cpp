// Arithmetic where the calendar is arithmetic; where a sky is looked at, the days on which it may be.
//   Easter: Gauss's rule in the form of Meeus, Jones and Butcher, and Meeus's for the Julian calendar (Astronomical
//     Algorithms, chapter 8).
//   Hebrew: the mean new moon of Tishri with its postponements (Reingold and Dershowitz, Calendrical Calculations, 8.1).
//   Islamic: the tabular calendar, eleven leap years in thirty. A month that is seen begins a day before to a day after:
//     of the months of the Umm al-Qura calendar from 1990 to 2060, 98.6 % do.
//   Chinese: a table; its new moons are computed by astronomers. Written by tools/make_feast_days.cpp from ICU.
//   Diwali: the mean new moon between 18 October and 16 November, a day before to a day after.
// Tested in tests/unit/times_feasts_test.cpp.
#include "stages/times/feasts.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace greffier::times {
namespace {

constexpr int kFirstYear = 1583, kLastYear = 9999;

constexpr Day kHijra = -492148;          // 16 July 622 of the Julian calendar, from 1 January 1970
constexpr Day kHebrewEpoch = -2092590;   // 1 Tishri 1
constexpr int kHebrewYears = 3761;       // 1 Tishri of the year 1 lies in the autumn of 3761 before our era

// Days since 20 January, for each year from 1900.
constexpr std::string_view kChineseNewYears =
    "buj9rf5od2lath6pe3mcvj8rg4od3lash6pf4mbuj7qg5od2l9"
    "sh7pf4nbtj8qg5od1kash7qe3mbti8rg5odvk9sh7qf3lbui8r"
    "g4nc2k9ti6pe3lbuj8rg5nc2l9si6od3mbuj8qf4nc2lash6pd"
    "3mcuj8qf4nd1k9sg6pe3mbui7qg4nd2k9sh6pe4lati7qg5nc1k";

// Days from the Hebrew epoch to the mean new moon that begins the year, put off where the week forbids it.
Day hebrew_days(int year) {
  const long months = (235L * year - 234) / 19;
  const long parts = 12084 + 13753 * months;
  const long day = 29 * months + parts / 25920;
  return static_cast<Day>((3 * (day + 1)) % 7 < 3 ? day + 1 : day);
}

Day first_of_tishri(int year) {
  const Day before = hebrew_days(year - 1), day = hebrew_days(year), after = hebrew_days(year + 1);
  const Day put_off = after - day == 356 ? 2 : day - before == 382 ? 1 : 0;
  return kHebrewEpoch + day + put_off;
}

// 25 Kislev: the month before it has a day more in the long years.
std::optional<Day> hanukkah(int year) {
  const auto first = hebrew_new_year(year), next = hebrew_new_year(year + 1);
  if (!first || !next) return std::nullopt;
  const bool long_year = *next - *first == 355 || *next - *first == 385;
  return *first + (long_year ? 84 : 83);
}

std::optional<Day> diwali(int year) {
  constexpr double kMonth = 29.530588861, kNewMoon = 10962.83;  // a mean new moon of January 2000, in India's days
  const auto from = day_of(year, 10, 18);
  if (!from) return std::nullopt;
  return static_cast<Day>(std::floor(kNewMoon + std::ceil((*from - kNewMoon) / kMonth) * kMonth));
}

std::optional<Day> day_from(Feast feast, int year) {
  switch (feast) {
    case Feast::easter: return easter(year);
    case Feast::orthodox_easter: return orthodox_easter(year);
    case Feast::tishri: return hebrew_new_year(year);
    case Feast::hanukkah: return hanukkah(year);
    case Feast::chinese: return chinese_new_year(year);
    case Feast::diwali: return diwali(year);
    case Feast::none: case Feast::hijri: break;
  }
  return std::nullopt;
}

DaySpan about(Day first, Day last) { return {first - 1, last + 1}; }

}  // namespace

std::optional<Day> easter(int year) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return day_of(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
}

std::optional<Day> orthodox_easter(int year) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  const int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int sum = d + e + 114;
  const auto day = day_of(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
  return day ? std::optional<Day>(*day + year / 100 - year / 400 - 2) : std::nullopt;
}

std::optional<Day> hebrew_new_year(int year) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return first_of_tishri(year + kHebrewYears);
}

std::optional<Day> hijri_day(int year, int month, int day) {
  if (year < 1 || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
  const int months = (59 * (month - 1) + 1) / 2;  // of 30 and 29 days in turn
  return kHijra + (year - 1) * 354 + (3 + 11 * year) / 30 + months + day - 1;
}

int hijri_year(Day day) { return static_cast<int>((30LL * (day - kHijra) + 10646) / 10631); }

std::optional<Day> chinese_new_year(int year) {
  const auto place = static_cast<std::size_t>(year - 1900);
  if (year < 1900 || place >= kChineseNewYears.size()) return std::nullopt;
  const char c = kChineseNewYears[place];
  return *day_of(year, 1, 20) + (c <= '9' ? c - '0' : c - 'a' + 10);
}

DaySpan feast_in(const Expression& e, int year) {
  const auto from = day_from(e.feast, year);
  if (!from) return {};
  const Day day = *from + (e.n == kNoNumber ? 0 : e.n);
  return e.feast == Feast::diwali ? about(day, day) : DaySpan{day, day + e.days - 1};
}

DaySpan feast_in_hijri(const Expression& e, int year) {
  const auto first = hijri_day(year, e.month, std::max<int>(1, e.day));
  if (!first) return {};
  const auto next = hijri_day(e.month == 12 ? year + 1 : year, e.month % 12 + 1, 1);
  return about(*first, e.day == 0 && next ? *next - 1 : *first);
}

}  // namespace greffier::times
