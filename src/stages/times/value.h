// TIMEX3 values: short texts in ISO 8601's shapes, X where a place is open.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "greffier/calendar.h"
#include "stages/times/expression.h"

namespace greffier::times {

// A value that fits in place; longer text is cut (no TIMEX3 value of ours is).
class Value {
 public:
  Value() = default;
  explicit Value(std::string_view text) { append(text); }
  void append(std::string_view text);
  void append_number(int number, int width);  // with leading zeros
  std::string_view view() const { return {text_.data(), size_}; }
  bool empty() const { return size_ == 0; }
  friend bool operator==(const Value& a, const Value& b) { return a.view() == b.view(); }

 private:
  std::array<char, 40> text_{};
  std::uint8_t size_ = 0;
};

Value value_of_day(Day day);  // "2020-08-15"; "XXXX-XX-XX" for kNoDay
// The calendar unit that holds `day`: "2020-W33", "2020-W33-WE", "2020-08", "2020-Q3", "2020-H2", "2020", "202", "20".
Value value_of_unit(Unit unit, Day day);
// The names of the seasons behind a year.
inline constexpr std::string_view kSeasons[] = {"-SP", "-SU", "-FA", "-WI"};
// The name of a part of the day behind a value: "TEV"; empty for none.
std::string_view letters(Part part);
// "P20Y", "PT1H30M", "P8XY", "PXD".
Value value_of_duration(const Expression& expression);
// "P1Y", "XXXX-WXX-6".
Value value_of_set(const Expression& expression);

// What two values agree on: from the first place where their dates differ, that field and all later ones are open.
// Values of other shapes that differ become the shape of `a` with all its figures open.
Value common(const Value& a, const Value& b);

}  // namespace greffier::times
