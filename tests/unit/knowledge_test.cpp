#include "pack/knowledge.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "greffier/error.h"

namespace greffier {
namespace {

TEST(Fingerprint, IgnoresCaseAccentsHyphensAndSpaces) {
  EXPECT_EQ(fingerprint("Nations-Unies"), fingerprint("nations unies"));
  EXPECT_EQ(fingerprint("Élysée"), fingerprint("ELYSEE"));
  EXPECT_EQ(fingerprint("l’État"), fingerprint("l'etat"));
  EXPECT_NE(fingerprint("Niger"), fingerprint("Nigeria"));
}

TEST(Fingerprint, JoinsWords) {
  EXPECT_EQ(fingerprint("Côte") + fingerprint("d'") + fingerprint("Ivoire"), fingerprint("Côte d'Ivoire"));
  EXPECT_EQ(fingerprint("Paris") + fingerprint("…"), fingerprint("Paris"));
}

std::vector<Fingerprint> words(std::initializer_list<const char*> forms) {
  std::vector<Fingerprint> out;
  for (const char* form : forms) out.push_back(fingerprint(form));
  return out;
}

TEST(PhraseTable, FindsTheLongestPhrase) {
  PhraseTable table;
  table.add("Corée", 1);
  table.add("Corée du Nord", 2);
  table.add("Corée du Nord", 3);
  const auto text = words({"en", "Corée", "du", "Nord", "hier"});
  const auto hit = table.longest(text, 1, 5);
  EXPECT_EQ(hit.tokens, (TokenRange{1, 4}));
  EXPECT_EQ(table.value(hit.first).number, 2U);
  EXPECT_EQ(table.value(table.value(hit.first).next).number, 3U);
  EXPECT_EQ(table.longest(text, 1, 3).tokens, (TokenRange{1, 2}));  // "Corée du" is only a beginning
  EXPECT_FALSE(table.longest(text, 0, 5));
}

TEST(PhraseTable, KeepsAllPhrasesWhileItGrows) {
  PhraseTable table;
  for (std::uint32_t i = 0; i < 5000; ++i) table.add("nom " + std::to_string(i), i);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const Index at = table.find(fingerprint("nom " + std::to_string(i)));
    ASSERT_NE(at, kNone);
    EXPECT_EQ(table.value(at).number, i);
  }
}

class KnowledgeFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("greffier-knowledge-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const char* name, const char* text) { std::ofstream(folder_ / name) << text; }

  std::filesystem::path folder_;
};

TEST_F(KnowledgeFiles, OfficesByDay) {
  write("offices.tsv",
        "kb\tname\taliases\tcountry\toffice\tgender\tstart\tend\n"
        "Q1\tAnne Dupré\tA. Dupré\tFR\thead_of_state\tf\t2010-05\t2015-05-14\n"
        "Q2\tPaul Morin\t\tFR\thead_of_state\tm\t2015-05-14\t\n");
  const Knowledge knowledge(folder_);
  const auto in = [&](const char* date) { return knowledge.holders(Country("FR"), "head_of_state", *parse_iso_span(date)); };
  EXPECT_EQ(in("2012"), std::vector<Index>{0});
  EXPECT_EQ(in("2015-05-14"), (std::vector<Index>{0, 1}));
  EXPECT_EQ(in("2020-08-15"), std::vector<Index>{1});
  EXPECT_TRUE(in("2009").empty());
  EXPECT_NE(knowledge.last_names().find(fingerprint("Morin")), kNone);
  EXPECT_EQ(knowledge.term_names().find(fingerprint("A. Dupré")) == kNone, false);
}

TEST_F(KnowledgeFiles, ReadsAUsersOwnFileBesideThePacks) {
  write("entries.tsv", "id\tkind\ttype\tcountry\tsector\tgender\tname\taliases\nQ9\tcity\tLOC\tFR\t\t\tVannes\t\n");
  write("entries-mine.tsv", "id\ttype\tsector\tname\tkind\nx1\tORG\tNGO\tAmis du pont\tngo\n");
  const Knowledge knowledge(folder_);
  EXPECT_EQ(knowledge.things().size(), 2U);
  const Index at = knowledge.thing_names().find(fingerprint("Amis du Pont"));
  ASSERT_NE(at, kNone);
  EXPECT_EQ(knowledge.things()[knowledge.thing_names().value(at).number].sector, Sector::ngo);
}

TEST_F(KnowledgeFiles, DemonymsNounsAndFirstNames) {
  write("demonyms.tsv",
        "country\tmasc_sing\tmasc_plur\tfem_sing\tfem_"
        "plur\textra\nBY\tbélarusse\tbélarusses\tbélarusse\tbélarusses\tbiélorusse\n");
  write("first_names.tsv", "name\tgender\nClaude\t\nJeanne\tf\n");
  const Knowledge knowledge(folder_);
  ASSERT_NE(knowledge.demonym(fingerprint("Biélorusse")), nullptr);
  EXPECT_EQ(knowledge.demonym(fingerprint("bélarusse"))->country.view(), "BY");
  EXPECT_EQ(knowledge.demonym(fingerprint("belge")), nullptr);
  EXPECT_EQ(knowledge.first_name(fingerprint("Jeanne")), Gender::Fem);
  EXPECT_EQ(knowledge.first_name(fingerprint("Claude")), Gender::none);
  EXPECT_FALSE(knowledge.first_name(fingerprint("Table")).has_value());
}

TEST_F(KnowledgeFiles, SaysWhereARowIsWrong) {
  write("entries.tsv", "id\tkind\ttype\tcountry\tsector\tgender\tname\taliases\nQ9\tcity\tTOWN\tFR\t\t\tVannes\t\n");
  try {
    Knowledge knowledge(folder_);
    FAIL() << "read a type that does not exist";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("entries.tsv:2"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace greffier
