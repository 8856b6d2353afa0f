#include "stages/times/resolve.h"

#include <gtest/gtest.h>

namespace greffier::times {
namespace {

const Day kSaturday = *day_of(2020, 8, 15);

Told told_on(Day now) { return {now, {now, now}, {now, now}, {}, -1}; }

std::string value(const Expression& e, Day now = kSaturday) { return std::string(resolve(e, told_on(now)).value.view()); }

Expression on_weekday(unsigned weekday, Tense tense) {
  Expression e;
  e.kind = Kind::weekday;
  e.weekday = static_cast<std::uint8_t>(weekday);
  e.tense = tense;
  return e;
}

Expression on_date(int day, int month, Tense tense) {
  Expression e;
  e.kind = Kind::day;
  e.day = static_cast<std::uint8_t>(day);
  e.month = static_cast<std::uint8_t>(month);
  e.tense = tense;
  return e;
}

Expression shifted(Unit unit, int n, Anchor anchor = Anchor::now) {
  Expression e;
  e.kind = Kind::shift;
  e.unit = unit;
  e.n = n;
  e.anchor = anchor;
  return e;
}

TEST(TimesResolve, WeekdayByTense) {
  EXPECT_EQ(value(on_weekday(6, Tense::past)), "2020-08-15");
  EXPECT_EQ(value(on_weekday(7, Tense::past)), "2020-08-09");
  EXPECT_EQ(value(on_weekday(7, Tense::future)), "2020-08-16");
  EXPECT_EQ(value(on_weekday(6, Tense::future)), "2020-08-15");
  EXPECT_EQ(value(on_weekday(7, Tense::none)), "2020-08-09");
}

TEST(TimesResolve, LastAndNextWeekdayAreNotToday) {
  Expression e = on_weekday(6, Tense::none);
  e.aim = Aim::past;
  EXPECT_EQ(value(e), "2020-08-08");
  e.aim = Aim::future;
  EXPECT_EQ(value(e), "2020-08-22");
}

TEST(TimesResolve, DateWithoutYear) {
  EXPECT_EQ(value(on_date(9, 8, Tense::past)), "2020-08-09");
  EXPECT_EQ(value(on_date(24, 12, Tense::past)), "2019-12-24");
  EXPECT_EQ(value(on_date(24, 12, Tense::none)), "2020-12-24");
  EXPECT_EQ(value(on_date(3, 1, Tense::future)), "2021-01-03");
  EXPECT_EQ(value(on_date(16, 8, Tense::past)), "2020-08-16") << "a year ago it would carry its year";
  Expression e = on_date(28, 11, Tense::past);
  e.weekday = 3;
  EXPECT_EQ(value(e), "2018-11-28") << "the weekday tells the year";
}

TEST(TimesResolve, UnknownArticleDayLeavesValuesOpen) {
  EXPECT_EQ(value(on_weekday(6, Tense::past), kNoDay), "XXXX-WXX-6");
  EXPECT_EQ(value(on_date(9, 8, Tense::past), kNoDay), "XXXX-08-09");
  EXPECT_EQ(value(shifted(Unit::day, -1), kNoDay), "XXXX-XX-XX");
}

TEST(TimesResolve, Shifts) {
  EXPECT_EQ(value(shifted(Unit::day, -1)), "2020-08-14");
  EXPECT_EQ(value(shifted(Unit::week, 1)), "2020-08-22");
  EXPECT_EQ(value(shifted(Unit::month, -1)), "2020-07");
  EXPECT_EQ(value(shifted(Unit::year, -6)), "2014");
  EXPECT_EQ(value(shifted(Unit::year, 999'999)), "");
}

TEST(TimesResolve, CountsFromWhatIsTold) {
  Told told = told_on(kSaturday);
  Expression monday = on_weekday(1, Tense::past);
  monday.narrative = true;
  tell(monday, resolve(monday, told), told);
  EXPECT_EQ(resolve(shifted(Unit::day, -1, Anchor::then), told).value.view(), "2020-08-09");
  Expression hour;
  hour.hour = 13;
  hour.narrative = true;
  const Resolution one = resolve(hour, told);
  EXPECT_EQ(one.value.view(), "2020-08-10T13:00");
  tell(hour, one, told);
  EXPECT_EQ(resolve(shifted(Unit::hour, 1, Anchor::then), told).value.view(), "2020-08-10T14");
  EXPECT_EQ(resolve(shifted(Unit::hour, 12, Anchor::then), told).value.view(), "2020-08-11T01");
  EXPECT_EQ(resolve(shifted(Unit::minute, -90, Anchor::then), told).value.view(), "2020-08-10T11:30");
}

TEST(TimesResolve, LateHourOfAnArticleWithoutAnotherDayIsTheEveBefore) {
  Expression e;
  e.hour = 22;
  e.minute = 35;
  e.tense = Tense::past;
  EXPECT_EQ(value(e), "2020-08-14T22:35");
  e.tense = Tense::future;
  EXPECT_EQ(value(e), "2020-08-15T22:35");
}

TEST(TimesResolve, Weeks) {
  Expression e;
  e.kind = Kind::unit;
  e.unit = Unit::week;
  e.n = 0;
  const Resolution r = resolve(e, told_on(kSaturday));
  EXPECT_EQ(r.value.view(), "2020-W33");
  EXPECT_EQ(iso_date(r.days.first), "2020-08-10");
  EXPECT_EQ(iso_date(r.days.last), "2020-08-16");
}

// Every kind, with every slot at its limits, on any day: nothing but a value and a sound span comes out.
TEST(TimesResolve, IsTotal) {
  const int numbers[] = {kNoNumber, kOpenNumber, -1'000'000'000, -1, 0, 1, 53, 9999, 1'000'000'000};
  for (int kind = 0; kind <= static_cast<int>(Kind::vague); ++kind)
    for (int unit = 0; unit <= static_cast<int>(Unit::millennium); ++unit)
      for (int n : numbers)
        for (Day now :
             {kNoDay, *day_of(1, 1, 1), *day_of(1, 1, 1) - 1, kSaturday, *day_of(9999, 12, 31), *day_of(9999, 12, 31) + 1})
          for (Anchor anchor : {Anchor::now, Anchor::then}) {
            Expression e = on_date(29, 2, Tense::past);
            e.kind = static_cast<Kind>(kind);
            e.unit = static_cast<Unit>(unit);
            e.n = n;
            e.weekday = 1;
            e.season = 4;
            e.anchor = anchor;
            const Resolution r = resolve(e, told_on(now));
            if (r.days.known()) { EXPECT_LE(r.days.first, r.days.last); }
          }
}

}  // namespace
}  // namespace greffier::times
