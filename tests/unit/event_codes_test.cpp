// The table of event codes: sorted, unique, and every CAMEO code in the root category that PLOVER's table gives its type.
#include <gtest/gtest.h>

#include <map>
#include <string_view>

#include "greffier/vocabulary.h"

namespace greffier {
namespace {

TEST(EventCodes, AreSortedAndUnique) {
  const auto codes = event_codes();
  for (std::size_t i = 1; i < codes.size(); ++i)
    EXPECT_TRUE(std::make_pair(codes[i - 1].type, codes[i - 1].mode) < std::make_pair(codes[i].type, codes[i].mode) ||
                codes[i - 1].type != codes[i].type)
        << codes[i].mode;
  for (std::size_t i = 0; i < codes.size(); ++i) EXPECT_EQ(event_code(codes[i].type, codes[i].mode), i);
}

// The CAMEO roots of each type in CAMEO2PLOVER-2021.
TEST(EventCodes, StandInTheRootsOfTheirType) {
  using enum EventType;
  const std::map<EventType, std::string_view> roots = {
      {agree, "03"}, {consult, "04"}, {support, "05"}, {concede, "08"}, {cooperate, "06"}, {aid, "07"}, {retreat, "08"},
      {request, "10"}, {accuse, "11 09"}, {reject, "12"}, {threaten, "13"}, {protest, "14"}, {sanction, "16 11"},
      {mobilize, "15"}, {coerce, "17 19"}, {assault, "17 18 19 20"}};
  for (const EventCode& code : event_codes())
    EXPECT_NE(roots.at(code.type).find(code.cameo.substr(0, 2)), std::string_view::npos)
        << spelling(code.type) << " " << code.mode;
}

TEST(EventCodes, IntensityIsOfTheModeElseOfTheType) {
  const auto of = [](EventType type, std::string_view mode) { return intensity(event_codes()[*event_code(type, mode)]); };
  EXPECT_EQ(of(EventType::aid, ""), 100);
  EXPECT_EQ(of(EventType::consult, "phone"), 15);
  EXPECT_EQ(of(EventType::consult, "meet"), of(EventType::consult, "")) << "a mode that the manual does not score";
  EXPECT_EQ(of(EventType::assault, "unconventional"), -100);
}

TEST(EventCodes, EveryTypeHasOneWithoutMode) {
  for (int t = 0; t < 16; ++t) EXPECT_TRUE(event_code(static_cast<EventType>(t), "")) << t;
}

}  // namespace
}  // namespace greffier
