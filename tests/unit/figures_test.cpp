// What a figure counts, by the lists of packs/fr.
#include "store/figures.h"

#include <gtest/gtest.h>

#include "greffier/pack.h"
#include "support/engine.h"

namespace greffier {
namespace {

std::string counted(std::string_view text) {
  const Engine* engine = test_engine();
  if (engine == nullptr) return "no pack";
  std::string out;
  for (const Figure& f : Counting(engine->pipeline().pack().vocabulary).figures(text))
    if (!f.kind.empty())
      out += (out.empty() ? "" : ", ") + std::string(f.approximate ? "~" : "") + std::to_string(f.value) + " " + f.kind;
  return out;
}

struct Case {
  const char* text;
  const char* figures;
};

TEST(Figures, AreReadWithWhatTheyCount) {
  if (test_engine() == nullptr) GTEST_SKIP();
  const Case cases[] = {
      {"Le séisme a fait 12 morts et 30 blessés.", "12 dead, 30 hurt"},
      {"Au moins 1 200 personnes ont été arrêtées mardi.", "~1200 arrested"},
      {"Trois policiers ont été blessés, un mort est à déplorer.", "3 hurt, 1 dead"},
      {"Les frappes ont tué 45 civils.", "45 dead"},
      {"Les frappes ont tué près de 45 civils.", "~45 dead"},
      {"L'arrestation de 40 militants a surpris.", "40 arrested"},
      {"1,5 million de manifestants, 20.000 grévistes", "1500000 gathered, 20000 gathered"},
      {"Deux mille personnes ont défilé.", "2000 gathered"},
      {"12 policiers ont tué 3 manifestants.", "12 persons, 3 dead"},
      {"Le chanteur est mort le 14 juin à 54 ans.", ""},
      {"72 % des personnes arrêtées à 14h20", ""},
      {"Il y avait 50 personnes, et le chien a été tué.", "50 persons"},
      {"7\u202f000 manifestants ; 6\u00a0700 manifestants", "7000 gathered, 6700 gathered"},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(counted(c.text), c.figures) << c.text;
}

TEST(Figures, AContentIsNegatedByAnOddNumberOfNegations) {
  if (test_engine() == nullptr) GTEST_SKIP();
  const Counting counting(test_engine()->pipeline().pack().vocabulary);
  EXPECT_TRUE(counting.negated("je ne serai pas candidate"));
  EXPECT_FALSE(counting.negated("je serai candidate"));
  EXPECT_FALSE(counting.negated("nous n'avons jamais dit que nous n'irions pas"));
}

TEST(Figures, APackWithoutListsCountsNothing) {
  const Counting counting(std::make_shared<const Vocabulary>());
  EXPECT_TRUE(counting.figures("douze morts").empty());
  EXPECT_FALSE(counting.negated("rien"));
}

}  // namespace
}  // namespace greffier
