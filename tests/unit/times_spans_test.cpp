#include "stages/times/spans.h"

#include <gtest/gtest.h>

#include "greffier/calendar.h"

namespace greffier::times {
namespace {

Day day(int year, unsigned month, unsigned d) { return *day_of(year, month, d); }

// The plain reference: walks day by day while the unit stays the same.
DaySpan counted(Unit unit, Day at) {
  const auto key = [&](Day x) {
    const auto date = civil(x);
    const int year = static_cast<int>(date.year());
    const int month = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    switch (unit) {
      case Unit::week: return iso_week(x).year * 100 + static_cast<int>(iso_week(x).week);
      case Unit::month: return year * 12 + month;
      case Unit::quarter: return year * 4 + month / 3;
      case Unit::half: return year * 2 + month / 6;
      default: return year;
    }
  };
  DaySpan span{at, at};
  while (key(span.first - 1) == key(at)) --span.first;
  while (key(span.last + 1) == key(at)) ++span.last;
  return span;
}

TEST(TimesSpans, UnitsAgreeWithCountingFrom1800To2200) {
  for (Unit unit : {Unit::week, Unit::month, Unit::quarter, Unit::half, Unit::year})
    for (Day at = day(1800, 1, 1); at < day(2200, 12, 31); at += 37)
      ASSERT_EQ(span_of(unit, at), counted(unit, at)) << iso_date(at);
}

TEST(TimesSpans, NeighboursTouch) {
  for (Unit unit : {Unit::week, Unit::month, Unit::quarter, Unit::half, Unit::year, Unit::decade, Unit::century})
    for (Day at = day(1850, 1, 1); at < day(2150, 1, 1); at += 1111)
      ASSERT_EQ(span_of(unit, at, 1).first, span_of(unit, at, 0).last + 1) << iso_date(at);
}

TEST(TimesSpans, MovingKeepsTheDayOfTheMonthWhereItCan) {
  EXPECT_EQ(moved(Unit::month, day(2020, 1, 31), 1), day(2020, 2, 29));
  EXPECT_EQ(moved(Unit::year, day(2020, 2, 29), -1), day(2019, 2, 28));
  EXPECT_EQ(moved(Unit::day, day(2019, 12, 31), 1), day(2020, 1, 1));
  EXPECT_EQ(moved(Unit::week, day(2020, 8, 15), -2), day(2020, 8, 1));
}

TEST(TimesSpans, LeavingTheCalendarIsUnknown) {
  EXPECT_EQ(moved(Unit::year, day(2020, 1, 1), 9999), kNoDay);
  EXPECT_EQ(moved(Unit::day, day(2020, 1, 1), 999'999'999), kNoDay);
  EXPECT_FALSE(span_of(Unit::century, day(2020, 1, 1), 1'000'000).known());
  EXPECT_FALSE(span_of(Unit::week, kNoDay).known());
}

TEST(TimesSpans, Slices) {
  const DaySpan year = *span_of_year(2019);
  EXPECT_EQ(slice_of(year, Unit::year, Slice::end), (DaySpan{day(2019, 10, 1), day(2019, 12, 31)}));
  EXPECT_EQ(slice_of(year, Unit::year, Slice::start), (DaySpan{day(2019, 1, 1), day(2019, 3, 31)}));
  EXPECT_EQ(slice_of(*span_of_month(2020, 2), Unit::month, Slice::end), (DaySpan{day(2020, 2, 21), day(2020, 2, 29)}));
}

TEST(TimesSpans, NthWeekdayOfAMonthByCounting) {
  for (int year = 2015; year <= 2022; ++year)
    for (unsigned weekday = 1; weekday <= 7; ++weekday) {
      int n = 0;
      for (Day day = *day_of(year, 11, 1); day <= *day_of(year, 11, 30); ++day)
        if (iso_weekday(day) == weekday) {
          EXPECT_EQ(weekday_of_month(year, 11, weekday, ++n), day);
        }
      EXPECT_FALSE(weekday_of_month(year, 11, weekday, n + 1));
    }
}

}  // namespace
}  // namespace greffier::times
