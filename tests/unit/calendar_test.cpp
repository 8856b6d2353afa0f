#include <gtest/gtest.h>

#include "greffier/calendar.h"

namespace greffier {
namespace {

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int length(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : days[month - 1];
}

// The plain reference: count the days one by one. 1800-01-01 was a Wednesday.
TEST(Calendar, AgreesWithCountingDayByDay) {
  Day day = *day_of(1800, 1, 1);
  unsigned weekday = 3;
  IsoWeek week{1800, 1};
  for (int year = 1800; year <= 2200; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int d = 1; d <= length(year, month); ++d, ++day) {
        ASSERT_EQ(day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(d)), day);
        ASSERT_EQ(iso_weekday(day), weekday);
        if (weekday == 1) {  // the week belongs to the year of its Thursday
          const int to_end = (month == 12) ? 31 - d : 99;
          const bool next_year = month == 12 && to_end < 3;
          const bool first_week = next_year || (month == 1 && d <= 4);
          week = first_week ? IsoWeek{year + next_year, 1} : IsoWeek{week.year, week.week + 1};
        }
        ASSERT_EQ(iso_week(day).week, week.week) << iso_date(day);
        ASSERT_EQ(iso_week(day).year, week.year) << iso_date(day);
        ASSERT_EQ(parse_iso_span(iso_date(day)), (DaySpan{day, day}));
        weekday = weekday % 7 + 1;
      }
}

TEST(Calendar, RefusesDaysThatDoNotExist) {
  for (const char* text :
       {"2020-13-45", "2020-02-30", "2019-02-29", "20-08-15", "2020-8-15", "0000-01-01", "2020-W54", "2021-W53", "", "x"})
    EXPECT_FALSE(parse_iso_span(text)) << text;
}

TEST(Calendar, ReadsRoughDates) {
  EXPECT_EQ(parse_iso_span("2020-08"), (DaySpan{*day_of(2020, 8, 1), *day_of(2020, 8, 31)}));
  EXPECT_EQ(parse_iso_span("2020"), (DaySpan{*day_of(2020, 1, 1), *day_of(2020, 12, 31)}));
  EXPECT_EQ(parse_iso_span("2020-W33"), (DaySpan{*day_of(2020, 8, 10), *day_of(2020, 8, 16)}));
  EXPECT_EQ(parse_iso_span("2020-08-15T23:30:00+02:00"), (DaySpan{*day_of(2020, 8, 15), *day_of(2020, 8, 15)}));
}

}  // namespace
}  // namespace greffier
