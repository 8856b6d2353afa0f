#include "stages/times/value.h"

#include <gtest/gtest.h>

namespace greffier::times {
namespace {

std::string text(const Value& value) { return std::string(value.view()); }

Expression lasting(Unit unit, int n, int halves = 0) {
  Expression e;
  e.kind = Kind::duration;
  e.unit = unit;
  e.n = n;
  e.halves = halves;
  return e;
}

TEST(TimesValue, Units) {
  const Day day = *day_of(2020, 8, 15);
  EXPECT_EQ(text(value_of_unit(Unit::week, day)), "2020-W33");
  EXPECT_EQ(text(value_of_unit(Unit::weekend, day)), "2020-W33-WE");
  EXPECT_EQ(text(value_of_unit(Unit::month, day)), "2020-08");
  EXPECT_EQ(text(value_of_unit(Unit::quarter, day)), "2020-Q3");
  EXPECT_EQ(text(value_of_unit(Unit::half, day)), "2020-H2");
  EXPECT_EQ(text(value_of_unit(Unit::decade, day)), "202");
  EXPECT_EQ(text(value_of_unit(Unit::week, kNoDay)), "XXXX-WXX");
  EXPECT_EQ(text(value_of_unit(Unit::year, kNoDay)), "XXXX");
}

TEST(TimesValue, Durations) {
  EXPECT_EQ(text(value_of_duration(lasting(Unit::year, 20))), "P20Y");
  EXPECT_EQ(text(value_of_duration(lasting(Unit::minute, kOpenNumber))), "PTXM");
  EXPECT_EQ(text(value_of_duration(lasting(Unit::week, kOpenNumber))), "PXW");
  EXPECT_EQ(text(value_of_duration(lasting(Unit::hour, 1, 1))), "PT1H30M");
  EXPECT_EQ(text(value_of_duration(lasting(Unit::year, 1, 1))), "P1Y6M");
  EXPECT_EQ(text(value_of_duration(lasting(Unit::decade, 2))), "P20Y");
  Expression range = lasting(Unit::year, 84);
  range.n_to = 86;
  EXPECT_EQ(text(value_of_duration(range)), "P8XY");
  range.n_to = 102;
  EXPECT_EQ(text(value_of_duration(range)), "PXY");
}

TEST(TimesValue, WhatTwoValuesAgreeOn) {
  EXPECT_EQ(text(common(Value("2020-08-09"), Value("2020-08-15"))), "2020-08-XX");
  EXPECT_EQ(text(common(Value("2020-07-31"), Value("2020-08-01"))), "2020-XX-XX");
  EXPECT_EQ(text(common(Value("2020-W32"), Value("2020-W33"))), "2020-WXX");
  EXPECT_EQ(text(common(Value("2020-08-09TEV"), Value("2020-08-10TEV"))), "2020-08-XXTEV");
  EXPECT_EQ(text(common(Value("2020-08-09T20:00"), Value("2020-08-10T20:00"))), "2020-08-XXT20:00");
  EXPECT_EQ(text(common(Value("P2D"), Value("P2D"))), "P2D");
}

}  // namespace
}  // namespace greffier::times
