// Comparison: copies, the same told twice, the same deed, and what speaks against what; whatever the order of keeping.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "greffier/store.h"
#include "store/shingles.h"
#include "store/wording.h"
#include "support/folder.h"
#include "support/records.h"

namespace greffier {
namespace {

std::vector<Record> news() {
  return {
      with_event(said_record("n1", "Paul Loup", "affirme", "la Russie a livré 200 chars au voisin du nord", "2020-08-10"),
                 "AID", "RU", "BY"),
      with_event(said_record("n2", "Paul Loup", "répète", "la Russie a livré 300 chars au voisin du nord", "2020-08-10"), "AID",
                 "RU", "BY"),
      said_record("n3", "Paul Loup", "dément", "la Russie a livré 200 chars au voisin du nord", "2020-08-12", "deny"),
      said_record("n4", "Anne Roux", "pense", "les moissons seront bonnes cette année dans le sud", "2020-08-12"),
  };
}

struct CompareTest : testing::Test {
  Store store_of(const std::vector<Record>& records, const std::string& name) {
    Store store(folder / name, Store::Access::write);
    store.begin();
    for (const Record& r : records) store.keep(r, Store::fingerprint(article_of(r)));
    store.commit();
    store.compare();
    return store;
  }
  static std::set<std::string> reasons(const Table& table) {
    std::set<std::string> out;
    for (const auto& row : table.rows) out.insert(std::get<std::string>(row[0]));
    return out;
  }
  const Folder folder;
};

TEST_F(CompareTest, FindsWhatSpeaksAgainstWhat) {
  const Store store = store_of(news(), "a.db");
  EXPECT_EQ(reasons(store.contradictions({})), (std::set<std::string>{"one side", "turned"}));
  EXPECT_EQ(store.same_event("n1#v1").total, 2u);
  Question q;
  q.about = "Anne Roux";
  EXPECT_EQ(store.contradictions(q).total, 0u);
}

TEST_F(CompareTest, OrderOfKeepingChangesNothing) {
  const auto lines = [](const Table& table) {
    std::multiset<std::string> out;
    for (const auto& row : table.rows) out.insert(std::get<std::string>(row[0]) + std::get<std::string>(row[2]));
    return out;
  };
  std::vector<Record> records = news();
  const auto first = lines(store_of(records, "0.db").contradictions({}));
  std::reverse(records.begin(), records.end());
  EXPECT_EQ(lines(store_of(records, "1.db").contradictions({})), first);
}

TEST(Shingles, CopiesShareABandAndOthersDoNot) {
  std::string text =
      "Le vent du nord soufflera demain sur les côtes, où des rafales sont attendues dès le matin selon les services de la "
      "mer.";
  for (int i = 0; i < 4; ++i)
    text += " Paragraphe " + std::to_string(i) + " avec des mots divers pour allonger la dépêche du jour.";
  std::string copy = text;
  copy.replace(copy.find("demain"), 6, "mardi");
  const auto a = min_hash_bands(text), b = min_hash_bands(copy),
             c = min_hash_bands("Une tout autre histoire, qui parle de musique et de peinture ancienne.");
  const auto common = [](const auto& x, const auto& y) {
    int n = 0;
    for (std::size_t i = 0; i < x.size(); ++i) n += x[i] == y[i];
    return n;
  };
  EXPECT_GT(likeness(text, copy), 0.7);
  EXPECT_GT(common(a, b), 0);
  EXPECT_EQ(common(a, c), 0);
  EXPECT_DOUBLE_EQ(likeness(text, text), 1.0);
}

TEST(Shingles, SpacesMarksAndApostrophesMakeNoDifference) {
  EXPECT_DOUBLE_EQ(likeness("« L’été » est là, dit-on partout", "\"L'été\" est là dit-on   partout"), 1.0);
}

TEST(Wording, FormsOfAWordAreOneAndShortWordsAreNone) {
  EXPECT_EQ(wording_of("Les chars attaquent"), wording_of("des CHARS, attaquant à la"));
  EXPECT_EQ(wording_of("à la une"), Wording{});
  EXPECT_EQ(wording_of("12 ans").size(), 1u) << "a figure counts, however short";
}

TEST(Wording, RareWordsWeighMore) {
  Rarity rarity;
  const Wording a = wording_of("le ministre livrera des chars"), b = wording_of("le ministre parle"),
                c = wording_of("le ministre livrera du pain");
  for (const Wording& words : {a, b, c}) rarity.count(words);
  EXPECT_GT(common(a, c, rarity).of_heavier, common(a, b, rarity).of_heavier);
  EXPECT_DOUBLE_EQ(common(a, a, rarity).of_heavier, 1.0);
  EXPECT_EQ(common(a, {}, rarity).words, 0u);
  EXPECT_EQ(rarity.signs(b, 5).size(), 1u) << "what nobody else says is no sign";
}

}  // namespace
}  // namespace greffier
