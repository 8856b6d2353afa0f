#include "stages/times/worlds.h"

#include <gtest/gtest.h>

namespace greffier::times {
namespace {

// A document of five words, one for each expression of a test.
struct TimesWorlds : testing::Test {
  TimesWorlds() {
    d.article.text = "a b c d e";
    for (Index i = 0; i < 5; ++i) {
      Token t;
      t.place = {2 * i, 2 * i + 1};
      d.tokens.push_back(t);
    }
    publish("2020-08");
  }
  void publish(std::string_view text) { d.article.published_span = *parse_iso_span(text); }

  Expression& add(Kind kind, Tense tense) {
    Expression e;
    e.tokens = {static_cast<Index>(all.size()), static_cast<Index>(all.size()) + 1};
    e.kind = kind;
    e.tense = tense;
    e.narrative = true;
    return all.emplace_back(e);
  }
  Expression& weekday(unsigned number, Tense tense) {
    Expression& e = add(Kind::weekday, tense);
    e.weekday = static_cast<std::uint8_t>(number);
    return e;
  }
  Expression& date(int day, int month, Tense tense) {
    Expression& e = add(Kind::day, tense);
    e.day = static_cast<std::uint8_t>(day);
    e.month = static_cast<std::uint8_t>(month);
    return e;
  }

  Document d;
  std::vector<Expression> all;
};

std::string shown(const Worlds& worlds) {
  std::string out;
  for (Day day : worlds.days) out += (out.empty() ? "" : " ") + iso_date(day);
  return out;
}

// "The president said on Saturday … Since Sunday … the vote of 9 August": only one Saturday of that month fits.
TEST_F(TimesWorlds, DispatchThatTellsOnlyItsMonth) {
  weekday(6, Tense::past).lead = true;
  weekday(7, Tense::present).link = Link::since;
  date(9, 8, Tense::past);
  const Worlds worlds = possible_days(d, all);
  EXPECT_EQ(shown(worlds), "2020-08-15");
  EXPECT_EQ(worlds.reasons.size(), 3u);
}

TEST_F(TimesWorlds, WhatTheTextDoesNotTellStaysOpen) {
  date(9, 8, Tense::past);
  const Worlds worlds = possible_days(d, all);
  ASSERT_EQ(worlds.days.size(), 23u);
  EXPECT_EQ(iso_date(worlds.days.front()), "2020-08-09");
  EXPECT_EQ(iso_date(worlds.days.back()), "2020-08-31");
}

TEST_F(TimesWorlds, ADateToComeBoundsFromAbove) {
  date(9, 8, Tense::future);
  EXPECT_EQ(possible_days(d, all).days.back(), *day_of(2020, 8, 9));
}

TEST_F(TimesWorlds, TwoNamesOfOneDay) {
  Expression& yesterday = add(Kind::shift, Tense::past);
  yesterday.unit = Unit::day;
  yesterday.n = -1;
  date(12, 8, Tense::past).same_as_before = true;
  EXPECT_EQ(shown(possible_days(d, all)), "2020-08-13");
}

TEST_F(TimesWorlds, WeekdayOfADateTellsTheYear) {
  publish("2018");
  date(28, 11, Tense::past).weekday = 3;
  const Worlds worlds = possible_days(d, all);
  EXPECT_EQ(iso_date(worlds.days.front()), "2018-11-28");
}

TEST_F(TimesWorlds, DatelineStandsForAMissingDay) {
  d.article.published_span = {};
  Expression& e = date(15, 2, Tense::none);
  e.year = 2016;
  e.dateline = true;
  EXPECT_EQ(shown(possible_days(d, all)), "2016-02-15");
}

TEST_F(TimesWorlds, ContradictionIsReportedAndNotFollowed) {
  publish("2020-08-15");
  Expression& e = date(15, 2, Tense::none);
  e.year = 2016;
  e.dateline = true;
  const Worlds worlds = possible_days(d, all);
  EXPECT_EQ(shown(worlds), "2020-08-15");
  ASSERT_EQ(worlds.reasons.size(), 1u);
  EXPECT_TRUE(worlds.reasons[0].starts_with("contradiction")) << worlds.reasons[0];
}

TEST_F(TimesWorlds, NothingKnown) {
  d.article.published_span = {};
  weekday(6, Tense::past);
  EXPECT_TRUE(possible_days(d, all).days.empty());
}

}  // namespace
}  // namespace greffier::times
