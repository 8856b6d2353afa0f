#include <gtest/gtest.h>

#include "greffier/pipeline.h"
#include "stages/identify_language.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

std::string language_of(std::string_view text, std::string_view told = {}) {
  static const auto pack = load_pack(std::filesystem::path(GREFFIER_SOURCE_DIR) / "packs/fr");
  Document document;
  document.article.text = text;
  document.article.lang = told;
  Workspace workspace;
  identify_language(*pack, workspace, document);
  return document.article.lang;
}

TEST(Language, IsToldBySmallWords) {
  EXPECT_EQ(language_of("Les enfants dorment dans une maison qui est au bord de la mer."), "fr");
  EXPECT_EQ(language_of("The children sleep in a house which is by the sea."), "en");
  EXPECT_EQ(language_of("Die Kinder schlafen in einem Haus, das nicht weit von der See ist."), "de");
  EXPECT_EQ(language_of("Los niños duermen en una casa pero está lejos, según el alcalde."), "es");
}

TEST(Language, OfFewWordsOrOtherScripts) {
  EXPECT_EQ(language_of("Séance levée"), "fr");
  EXPECT_EQ(language_of("Дети спят в доме у моря, далеко от города."), "und");
  EXPECT_EQ(language_of(""), "");
  EXPECT_EQ(language_of("… 12 – 15 !"), "");
}

TEST(Language, OfAnArticleThatTellsItIsBelieved) { EXPECT_EQ(language_of("The children sleep.", "fr"), "fr"); }

}  // namespace
}  // namespace greffier
