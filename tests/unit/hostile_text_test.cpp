// Texts that no journalist writes go the whole way: every law of a document holds, and each sentence is one tree.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "greffier/document.h"
#include "support/engine.h"

namespace greffier {
namespace {

std::string times(std::string_view piece, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += piece;
  return text;
}

void expect_trees(const Document& d) {
  for (const Sentence& s : d.sentences) {
    int roots = 0;
    for (Index i = s.tokens.begin; i < s.tokens.end; ++i) {
      const Index head = d.tokens[i].head;
      roots += head == kNone;
      EXPECT_TRUE(head == kNone || (head >= s.tokens.begin && head < s.tokens.end)) << i;
    }
    EXPECT_EQ(roots, 1);
  }
}

class HostileText : public testing::TestWithParam<std::pair<const char*, std::string>> {};

TEST_P(HostileText, IsReadWhole) {
  if (!test_engine()) GTEST_SKIP() << "no pack";
  const Document d = read_text(GetParam().second);
  EXPECT_EQ(check(d), "");
  expect_trees(d);
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, HostileText,
    testing::Values(std::pair{"token_of_100000_letters", std::string(100'000, 'a') + " dort."},
                    std::pair{"sentence_of_50000_tokens", times("le chat dit que ", 12'500)},
                    std::pair{"relative_clauses_5000_deep", times("le maire qui accuse ", 5'000) + "dort."},
                    std::pair{"marks_alone", times("… !? -- ( ; » « ' \" ", 3'000)},
                    std::pair{"other_scripts", times("Президент встретился с послом. 大统领访问了巴黎。 قال الوزير ", 500)},
                    std::pair{"dates_in_a_row", times("le 31 février 99999, samedi, hier, du 9 au 15 août ", 1'000)},
                    std::pair{"quotes_never_closed", times("« Il a dit : \"", 5'000)},
                    std::pair{"names_in_a_row", times("Paul Petit, Marie Roux, Oslo et ", 3'000)},
                    std::pair{"speakers_in_a_row", times("a dit Paul, a répondu Marie, selon Jean, ", 3'000)},
                    std::pair{"lines_of_one_letter", times("a\n", 20'000)}, std::pair{"blanks", times(" \n\t\u00A0", 20'000)}),
    [](const auto& each) { return std::string(each.param.first); });

}  // namespace
}  // namespace greffier
