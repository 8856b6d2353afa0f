#include "document/conllu.h"

#include <gtest/gtest.h>

#include "greffier/error.h"
#include "support/documents.h"

namespace greffier {
namespace {

constexpr std::string_view kTreebank =
    "# newdoc id = a1\n"
    "# text = Va au parc.\n"
    "1\tVa\taller\tVERB\t_\tMood=Imp|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
    "2-3\tau\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tà\tà\tADP\t_\t_\t4\tcase\t_\t_\n"
    "3\tle\tle\tDET\t_\tDefinite=Def|Gender=Masc|Number=Sing|PronType=Art\t4\tdet\t_\t_\n"
    "4\tparc\tparc\tNOUN\t_\tGender=Masc|Number=Sing\t1\tobl:arg\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\tSpacesAfter=\\n\\n\n"
    "\n"
    "1\tViens\tvenir\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
    "\n"
    "# newdoc\n"
    "1\tNon\tnon\tINTJ\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
    "\n";

TEST(Conllu, ReadsWordsTreesAndTheText) {
  const auto documents = from_conllu(kTreebank);
  ASSERT_EQ(documents.size(), 2u);
  const Document& d = documents[0];
  EXPECT_EQ(check(d), "");
  EXPECT_EQ(d.article.id, "a1");
  EXPECT_EQ(d.text(), "Va au parc.\n\nViens");
  ASSERT_EQ(d.tokens.size(), 6u);
  EXPECT_EQ(d.sentences.size(), 2u);
  EXPECT_EQ(d.form(d.tokens[1]), "à");
  EXPECT_EQ(d.text(d.tokens[2].place), "au");
  EXPECT_EQ(d.tokens[2].multi, MultiWord::later);
  EXPECT_EQ(d.tokens[3].head, 0u);
  EXPECT_EQ(d.tokens[0].head, kNone);
  EXPECT_EQ(spelling(d.tokens[3].relation), "obl:arg");
}

TEST(Conllu, ComesBackAsItWent) {
  for (const Document& d : from_conllu(kTreebank)) {
    const auto again = from_conllu(to_conllu(d));
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0], d);
    EXPECT_EQ(to_conllu(again[0]), to_conllu(d));
  }
}

TEST(Conllu, SaysPlacesInCodePoints) {
  Document d;
  d.article.text = "é 🙂";
  d.tokens.resize(2);
  d.tokens[0].place = {0, 2};
  d.tokens[1].place = {3, 7};
  d.sentences = {{{0, 2}, {0, 7}, false}};
  EXPECT_NE(to_conllu(d).find("TokenRange=2:3"), std::string::npos);
}

TEST(Conllu, NamesTheLineThatIsWrong) {
  EXPECT_THROW(from_conllu("1\tVa\n"), Error);
  try {
    from_conllu("# a comment\n1\tVa\tva\tVERB\t_\t_\tx\troot\t_\t_\n", "t.conllu");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()), "t.conllu:2: 'x' is no number");
  }
}

TEST(Conllu, ADocumentThatBeginsWithinASentenceEndsIt) {
  const auto documents = from_conllu("1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n# newdoc\n1\tb\tb\tX\t_\t_\t0\troot\t_\t_\n");
  ASSERT_EQ(documents.size(), 2u);
  for (const Document& d : documents) EXPECT_EQ(d.sentences.size(), 1u);
}

TEST(Conllu, RefusesHeadsThatGoInACircle) {
  const char* rows = "1\ta\ta\tX\t_\t_\t2\tdep\t_\t_\n2\tb\tb\tX\t_\t_\t1\tdep\t_\t_\n";
  EXPECT_THROW(from_conllu(rows, "rows"), Error);
}

TEST(Conllu, TakesStrangeRowsCalmly) {
  EXPECT_TRUE(from_conllu("").empty());
  EXPECT_TRUE(from_conllu("\n\n# text = only a comment\n\n").empty());
  EXPECT_THROW(from_conllu("2-1\tau\t_\t_\t_\t_\t_\t_\t_\t_\n"), Error);
}

TEST(Conllu, SaysWhatIsWrongInARow) {
  const std::pair<std::string_view, std::string_view> wrong[] = {
      {"1\ta\t_\tX\t_\t_\t9\tdep\t_\t_\n", "t:1: the head 9 lies outside of its sentence"},
      {"1\ta\t_\tNOM\t_\t_\t0\troot\t_\t_\n", "t:1: 'NOM' is no tag of Universal Dependencies"},
      {"1\ta\t_\tX\t_\t_\t_\t_\t_\t_\n3\tb\t_\tX\t_\t_\t_\t_\t_\t_\n", "t:2: is not word 2"},
  };
  for (const auto& [rows, message] : wrong) try {
      from_conllu(rows, "t");
      ADD_FAILURE() << rows;
    } catch (const Error& error) {
      EXPECT_EQ(error.what(), message);
    }
}

}  // namespace
}  // namespace greffier
