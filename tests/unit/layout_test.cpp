#include <gtest/gtest.h>

#include "output/columns.h"
#include "output/layout.h"

namespace greffier {
namespace {

std::string plain(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) paint(out, line, false), out.push_back('\n');
  return out;
}

TEST(Columns, CountsWhatATerminalShows) {
  EXPECT_EQ(columns(""), 0u);
  EXPECT_EQ(columns("été"), 3u);
  EXPECT_EQ(columns("e\u0301te\u0301"), 3u);
  EXPECT_EQ(columns("北京"), 4u);
  EXPECT_EQ(columns("😀"), 2u);
  EXPECT_EQ(columns("👩\u200d👩\u200d👧"), 2u);
  EXPECT_EQ(first_cluster("e\u0301\u0301x").bytes, 5u);
}

TEST(Columns, ShortensAtClusters) {
  EXPECT_EQ(shortened("abc", 3), "abc");
  EXPECT_EQ(shortened("abcd", 3), "ab…");
  EXPECT_EQ(shortened("e\u0301e\u0301e\u0301", 2), "e\u0301…");
  EXPECT_EQ(shortened("北京市", 4), "北…");
}

TEST(Columns, NothingSteersTheTerminal) {
  EXPECT_EQ(one_line(" a\t\n\u00A0b\r\n"), "a b");
  EXPECT_EQ(one_line("\x1b[31mx\x07\u202Ey"), "␛[31mx␇\uFFFDy");
}

TEST(Wrap, BreaksAtBlanks) {
  EXPECT_EQ(plain(wrap({{"un deux trois"}}, 7)), "un deux\ntrois\n");
  EXPECT_EQ(plain(wrap({{"un\n\ndeux"}}, 7)), "un\n\ndeux\n");
  EXPECT_EQ(plain(wrap({{"  un   deux  "}}, 20)), "un   deux\n");
  EXPECT_EQ(plain(wrap({}, 7)), "");
  EXPECT_EQ(plain(wrap({{"12\u00A0000 hommes"}}, 8)), "12\u00A0000\nhommes\n");
}

TEST(Wrap, BreaksAWordOnlyWhereItMust) {
  EXPECT_EQ(plain(wrap({{"anticonstitutionnel"}}, 8)), "anticons\ntitution\nnel\n");
  EXPECT_EQ(plain(wrap({{"北京市"}}, 3)), "北\n京\n市\n");
}

TEST(Wrap, KeepsInksThroughBreaks) {
  const auto lines = wrap({{"un "}, {"deux tr", kSaid}, {"ois"}}, 7);
  ASSERT_EQ(lines.size(), 2u);
  std::string out;
  paint(out, lines[0], true);
  EXPECT_EQ(out, "un \x1b[36mdeux\x1b[0m");
  EXPECT_EQ(lines[1].size(), 2u);
}

TEST(Wrap, NoLineIsTooWide) {
  const std::string text = "Le mot e\u0301te\u0301 😀😀 et 北京市北京市 puis anticonstitutionnellement, 👩\u200d👩\u200d👧 fin.";
  for (unsigned width = 2; width < 40; ++width)
    for (const Line& line : wrap({{text}}, width)) {
      std::string out;
      paint(out, line, false);
      EXPECT_LE(columns(out), width) << out;
    }
}

TEST(Grid, NarrowsTheWidestColumn) {
  Grid grid{{"", "mot", "sens"}, {}};
  grid.rows.push_back({{{"a"}}, {{"un"}}, {{"le premier nombre entier"}}});
  grid.rows.push_back({{{"b"}}, {{"deux"}}, {}});
  std::string out;
  paint(out, grid, 26, false);
  EXPECT_EQ(out, "     mot   sens\n  a  un    le premier\n           nombre entier\n  b  deux\n");
}

}  // namespace
}  // namespace greffier
