// Feasts that move, against the days on which they were kept.
#include "stages/times/feasts.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "greffier/calendar.h"

namespace greffier::times {
namespace {

Day day(int year, unsigned month, unsigned d) { return *day_of(year, month, d); }

Day day(std::string_view iso) { return parse_iso_span(iso)->first; }

Expression feast(Feast from, int n = 0, std::uint8_t days = 1) {
  Expression e;
  e.kind = Kind::holiday, e.feast = from, e.n = n, e.days = days;
  return e;
}

Expression hijri(std::uint8_t month, std::uint8_t day_of_month) {
  Expression e = feast(Feast::hijri);
  e.month = month, e.day = day_of_month;
  return e;
}

TEST(TimesFeasts, EasterOfKnownYears) {
  const std::pair<int, Day> known[] = {{1818, day(1818, 3, 22)}, {1943, day(1943, 4, 25)}, {2000, day(2000, 4, 23)},
                                       {2016, day(2016, 3, 27)}, {2019, day(2019, 4, 21)}, {2020, day(2020, 4, 12)},
                                       {2038, day(2038, 4, 25)}};
  for (const auto& [year, sunday] : known) EXPECT_EQ(easter(year), sunday) << year;
  for (int year = 1800; year <= 2200; ++year) EXPECT_EQ(iso_weekday(*easter(year)), 7u) << year;
}

TEST(TimesFeasts, OrthodoxEaster) {
  EXPECT_EQ(iso_date(*orthodox_easter(2016)), "2016-05-01");
  EXPECT_EQ(iso_date(*orthodox_easter(2017)), "2017-04-16");  // the same day as the western one
  EXPECT_EQ(iso_date(*orthodox_easter(2020)), "2020-04-19");
  EXPECT_EQ(iso_date(*orthodox_easter(2024)), "2024-05-05");
  EXPECT_FALSE(orthodox_easter(1200));
}

TEST(TimesFeasts, EasterOfBothCalendarsIsASundayAndTheOrthodoxNeverTheEarlier) {
  for (int year = 1800; year <= 2200; ++year) {
    EXPECT_EQ(iso_weekday(*easter(year)), 7u) << year;
    EXPECT_EQ(iso_weekday(*orthodox_easter(year)), 7u) << year;
    EXPECT_GE(*orthodox_easter(year), *easter(year)) << year;
  }
}

TEST(TimesFeasts, HebrewNewYearAndWhatIsCountedFromIt) {
  EXPECT_EQ(*hebrew_new_year(2016), day(2016, 10, 3));
  EXPECT_EQ(*hebrew_new_year(2020), day(2020, 9, 19));
  EXPECT_EQ(*hebrew_new_year(2023), day(2023, 9, 16));
  EXPECT_EQ(*hebrew_new_year(2024), day(2024, 10, 3));
  EXPECT_EQ(feast_in(feast(Feast::tishri, 9), 1973).first, day(1973, 10, 6));    // Yom Kippur
  EXPECT_EQ(feast_in(feast(Feast::tishri, -163), 2024).first, day(2024, 4, 23));  // Passover
  EXPECT_EQ(feast_in(feast(Feast::tishri, -193), 2024).first, day(2024, 3, 24));  // Purim
  const std::array<std::string_view, 6> kept = {"2016-12-25", "2018-12-03", "2020-12-11", "2021-11-29", "2023-12-08", "2024-12-26"};
  for (const auto iso : kept)
    EXPECT_EQ(iso_date(feast_in(feast(Feast::hanukkah, 0, 8), std::stoi(std::string(iso.substr(0, 4)))).first), iso);
}

TEST(TimesFeasts, TheHebrewYearNeverBeginsOnASundayWednesdayOrFridayAndHasOneOfSixLengths) {
  for (int year = 1800; year <= 2200; ++year) {
    const unsigned weekday = iso_weekday(*hebrew_new_year(year));
    EXPECT_TRUE(weekday != 7 && weekday != 3 && weekday != 5) << year;
    const Day length = *hebrew_new_year(year + 1) - *hebrew_new_year(year);
    EXPECT_TRUE((length >= 353 && length <= 355) || (length >= 383 && length <= 385)) << year;
  }
}

TEST(TimesFeasts, WhatTheMoonDecidesLiesAmongThreeDays) {
  // The days announced in France.
  const std::pair<Expression, std::array<std::string_view, 10>> announced[] = {
      {hijri(9, 1), {"2016-06-06", "2017-05-27", "2018-05-17", "2019-05-06", "2020-04-24", "2021-04-13", "2022-04-02",
                     "2023-03-23", "2024-03-11", "2025-03-01"}},
      {hijri(10, 1), {"2016-07-06", "2017-06-25", "2018-06-15", "2019-06-04", "2020-05-24", "2021-05-13", "2022-05-02",
                      "2023-04-21", "2024-04-10", "2025-03-30"}},
      {hijri(12, 10), {"2016-09-12", "2017-09-01", "2018-08-21", "2019-08-11", "2020-07-31", "2021-07-20", "2022-07-09",
                       "2023-06-28", "2024-06-16", "2025-06-06"}}};
  for (const auto& [e, days] : announced)
    for (const auto iso : days) {
      const DaySpan span = feast_in_hijri(e, hijri_year(day(iso)));
      EXPECT_EQ(span.last - span.first, 2);
      EXPECT_TRUE(span.first <= day(iso) && day(iso) <= span.last) << iso << " " << iso_date(span.first);
    }
}

TEST(TimesFeasts, AMonthOfTheHijraIsCoveredWhole) {
  const DaySpan ramadan = feast_in_hijri(hijri(9, 0), 1441);
  EXPECT_LE(ramadan.first, day(2020, 4, 24));
  EXPECT_GE(ramadan.last, day(2020, 5, 23));
  EXPECT_EQ(ramadan.last - ramadan.first + 1, 32);
}

TEST(TimesFeasts, HijriYearsAndDaysAgree) {
  for (int year = 1200; year <= 1600; ++year) {
    EXPECT_EQ(hijri_year(*hijri_day(year, 1, 1)), year);
    EXPECT_EQ(hijri_year(*hijri_day(year + 1, 1, 1) - 1), year);
    for (int month = 1; month < 12; ++month) {
      const Day length = *hijri_day(year, month + 1, 1) - *hijri_day(year, month, 1);
      EXPECT_EQ(length, month % 2 == 1 ? 30 : 29) << year << " " << month;
    }
  }
  EXPECT_FALSE(hijri_day(1441, 13, 1));
}

TEST(TimesFeasts, ChineseNewYear) {
  EXPECT_EQ(*chinese_new_year(2016), day(2016, 2, 8));
  EXPECT_EQ(*chinese_new_year(2020), day(2020, 1, 25));
  EXPECT_EQ(*chinese_new_year(2024), day(2024, 2, 10));
  EXPECT_FALSE(chinese_new_year(1899));
  EXPECT_FALSE(chinese_new_year(2101));
  for (int year = 1900; year < 2100; ++year) {  // it begins with a new moon: 12 or 13 months later
    const double months = (*chinese_new_year(year + 1) - *chinese_new_year(year)) / 29.530588861;
    EXPECT_NEAR(months, months < 12.5 ? 12 : 13, 0.05) << year;
  }
}

TEST(TimesFeasts, DiwaliLiesAmongThreeDays) {
  for (const std::string_view iso : {"2015-11-11", "2016-10-30", "2017-10-19", "2018-11-07", "2019-10-27", "2020-11-14",
                                     "2021-11-04", "2022-10-24", "2023-11-12", "2024-11-01"}) {
    const DaySpan span = feast_in(feast(Feast::diwali), std::stoi(std::string(iso.substr(0, 4))));
    EXPECT_TRUE(span.first <= day(iso) && day(iso) <= span.last) << iso << " " << iso_date(span.first);
  }
}

}  // namespace
}  // namespace greffier::times
