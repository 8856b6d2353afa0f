// Laws of the first stages that hold for any text, and their cost on bad ones.
#include <gtest/gtest.h>

#include <chrono>

#include "base/utf8.h"
#include "document/conllu.h"
#include "greffier/pipeline.h"
#include "learn/features.h"

namespace greffier {
namespace {

Document marked(std::string text) {
  static const auto pack = load_pack(std::filesystem::path(GREFFIER_SOURCE_DIR) / "packs/fr");
  static const Pipeline pipeline(pack, Layer::tokens | Layer::sentences | Layer::quotes);
  Document document;
  document.article.text = std::move(text);
  document.article.lang = "fr";
  const WorkspacePtr workspace = make_workspace();
  pipeline.run(*workspace, document);
  return document;
}

// Tokens and the white space between them rebuild the text, and nothing but white space lies between.
void expect_laws(const std::string& text) {
  const Document d = marked(text);
  ASSERT_EQ(check(d), "") << text;
  Index end = 0;
  for (const Token& t : d.tokens) {
    for (Index at = end; at < t.place.begin; ++at)
      if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) {
        ASSERT_TRUE(utf8::is_space(utf8::decode(text, at).point)) << text;
      }
    end = t.place.end;
  }
  for (std::size_t at = end; at < text.size(); at += utf8::decode(text, at).length)
    ASSERT_TRUE(utf8::is_space(utf8::decode(text, at).point)) << text;
  if (d.tokens.empty()) return;
  const auto again = from_conllu(to_conllu(d));
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].tokens.size(), d.tokens.size());
}

TEST(Tokenise, KeepsItsLawsOnTextsOfOddPieces) {
  const std::string pieces[] = {"l'",
                                "d’",
                                "a-t-il",
                                "M.",
                                "J.-C.",
                                "40 000",
                                "13h30",
                                " ",
                                "\n",
                                "\u00A0",
                                "«",
                                "»",
                                "\"",
                                "“",
                                "”",
                                "'",
                                "-",
                                "--",
                                "...",
                                "…",
                                "@",
                                "#",
                                "é",
                                "e\u0301",
                                "👩‍👩‍👧",
                                "🇫🇷",
                                "http://a.fr/",
                                "x@y.fr",
                                "du",
                                "des",
                                "(s)",
                                "1/3",
                                "°",
                                "n°",
                                "+",
                                "&",
                                ".",
                                ",",
                                "?!",
                                "A",
                                "Bonjour",
                                "est",
                                "ce",
                                "\t",
                                "中文",
                                "العربية",
                                "\uFFFD",
                                "\u200D"};
  Random random(7);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (std::size_t n = random.below(30); n > 0; --n) text += pieces[random.below(std::size(pieces))];
    expect_laws(text);
  }
}

TEST(Tokenise, TakesLongRunsInLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  const std::string_view pieces[] = {"a", "-a", "l'", "a.",   "1 000 ", "1.", "\"",    "« ", "“",
                                     "»", "'",  "@",  "a@a.", "/A",     "a(", "-t-il", ".",  "-"};
  for (std::string_view piece : pieces) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    EXPECT_EQ(check(marked(text)), "") << piece;
  }
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  EXPECT_LT(seconds, 20.0);  // quadratic time would take minutes
}

TEST(PairQuotes, TakesAMillionMarks) {
  std::string text;
  for (int i = 0; i < 250'000; ++i) text += "« \" “ » ";
  const Document d = marked(text);
  EXPECT_EQ(check(d), "");
  EXPECT_GT(d.quotes.size(), 100'000u);
}

}  // namespace
}  // namespace greffier
