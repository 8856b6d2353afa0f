#include "pack/lexicon.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/mapped_file.h"
#include "greffier/error.h"
#include "pack/build_lexicon.h"

namespace greffier {
namespace {

constexpr std::string_view kLines =
    "chats\tNOUN\tGender=Masc|Number=Plur\tchat\t0\n"
    "rats\tNOUN\tGender=Masc|Number=Plur\trat\t0\n"
    "plats\tNOUN\tGender=Masc|Number=Plur\tplat\t0\n"
    "plats\tADJ\tGender=Masc|Number=Plur\tplat\t0\n"
    "a\tVERB\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\tavoir\t0\n"
    "a\tAUX\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\tavoir\t12\n"
    "été\tNOUN\tGender=Masc|Number=Sing\tété\t0\n"
    "été\tAUX\tTense=Past|VerbForm=Part\têtre\t30\n"
    "Zoé\tPROPN\t_\tZoé\t0\n";

// A file of its own for each test, gone with it.
class File {
 public:
  explicit File(std::string_view bytes)
      : path_(std::filesystem::temp_directory_path() / ("lexicon-" + std::to_string(getpid()) + ".bin")) {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  ~File() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string lemma(const Lexicon& lexicon, std::string_view folded, Upos upos, std::string_view feats = "_") {
  std::string out;
  lexicon.lemma(folded, upos, feats_from(feats), out);
  return out;
}

TEST(Lexicon, KnowsItsFormsAndTheirClasses) {
  const File file(build_lexicon(kLines, "lines"));
  const Lexicon lexicon(file.path());
  EXPECT_NE(lexicon.find("chats"), 0u);
  EXPECT_EQ(lexicon.find("chats"), lexicon.find("rats"));  // one set of analyses
  EXPECT_NE(lexicon.find("zoé"), 0u);
  EXPECT_EQ(lexicon.find("loups"), 0u);
  EXPECT_EQ(lexicon.find(""), 0u);
  EXPECT_EQ(lexicon.classes("loups").tags, 0);
  const auto bits = lexicon.classes("plats").bits;
  EXPECT_TRUE(bits & 1u << static_cast<unsigned>(Upos::ADJ));
  EXPECT_TRUE(bits & kPlural);
  EXPECT_FALSE(bits & kSingular);
}

TEST(Lexicon, KeepsWhatOnlyATreebankShowsOutOfTheClasses) {
  const File file(build_lexicon(kLines, "lines"));
  const Lexicon lexicon(file.path());
  EXPECT_FALSE(lexicon.classes("été").bits & 1u << static_cast<unsigned>(Upos::AUX));
  ASSERT_EQ(lexicon.analyses(lexicon.find("été")).size(), 2u);
  EXPECT_EQ(lexicon.upos(lexicon.analyses(lexicon.find("été"))[0]), Upos::AUX);  // the commonest first
}

TEST(Lexicon, FindsLemmasByTagAndByEnding) {
  const File file(build_lexicon(kLines, "lines"));
  const Lexicon lexicon(file.path());
  EXPECT_EQ(lemma(lexicon, "été", Upos::NOUN), "été");
  EXPECT_EQ(lemma(lexicon, "été", Upos::AUX), "être");
  EXPECT_EQ(lemma(lexicon, "été", Upos::VERB), "être");  // kin
  EXPECT_EQ(lemma(lexicon, "loups", Upos::NOUN, "Gender=Masc|Number=Plur"), "loup");
  EXPECT_EQ(lemma(lexicon, "é", Upos::NOUN, "Gender=Masc|Number=Plur"), "é");  // no rule cuts a letter in two
  EXPECT_EQ(lemma(lexicon, "", Upos::NOUN), "");
}

TEST(Lexicon, IsTheSameForTheSameLines) { EXPECT_EQ(build_lexicon(kLines, "a"), build_lexicon(kLines, "b")); }

TEST(Lexicon, RefusesEveryCutAndEveryFlippedByte) {
  const std::string bytes = build_lexicon(kLines, "lines");
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    const File file(std::string_view(bytes).substr(0, size));
    EXPECT_THROW(Lexicon{file.path()}, Error) << size;
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    const File file(flipped);
    EXPECT_THROW(Lexicon{file.path()}, Error) << at;
  }
}

TEST(Lexicon, NamesTheLineThatIsNone) {
  EXPECT_THROW(build_lexicon("chat\tNOUN\t_\tchat\n", "lines"), Error);
  EXPECT_THROW(build_lexicon("chat\tKATZE\t_\tchat\t0\n", "lines"), Error);
  EXPECT_THROW(build_lexicon("chat\tNOUN\t_\tchat\tviele\n", "lines"), Error);
}

}  // namespace
}  // namespace greffier
