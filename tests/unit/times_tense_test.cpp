#include "stages/times/tense.h"

#include <gtest/gtest.h>

#include "support/documents.h"

namespace greffier::times {
namespace {

// The tense above the last word of `rows` but the full stop.
Tense tense(std::string_view rows) {
  const Document d = document_of(rows);
  Vocabulary vocabulary;
  vocabulary.add_entry(vocabulary.add_list("verb-with-be"), "partir", "");
  const auto last = static_cast<Index>(d.tokens.size() - 1);
  return tense_above(d, index_of(d, vocabulary), vocabulary, {last, last + 1});
}

TEST(TimesTense, FiniteVerbs) {
  EXPECT_EQ(
      tense("Elle elle PRON _ 2 nsubj\npartira partir VERB Mood=Ind|Tense=Fut|VerbForm=Fin 0 root\nlundi lundi NOUN _ 2 obl"),
      Tense::future);
  EXPECT_EQ(
      tense("Elle elle PRON _ 2 nsubj\npart partir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\nlundi lundi NOUN _ 2 obl"),
      Tense::present);
  EXPECT_EQ(
      tense("Elle elle PRON _ 2 nsubj\npartait partir VERB Mood=Ind|Tense=Imp|VerbForm=Fin 0 root\nlundi lundi NOUN _ 2 obl"),
      Tense::past);
}

TEST(TimesTense, CompoundTenses) {
  EXPECT_EQ(tense("a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 2 aux:tense\ndit dire VERB Tense=Past|VerbForm=Part 0 "
                  "root\nlundi lundi NOUN _ 2 obl"),
            Tense::past);
  EXPECT_EQ(tense("aurait avoir AUX Mood=Cnd|Tense=Pres|VerbForm=Fin 2 aux:tense\ndit dire VERB Tense=Past|VerbForm=Part 0 "
                  "root\nlundi lundi NOUN _ 2 obl"),
            Tense::past);
  EXPECT_EQ(tense("sera être AUX Mood=Ind|Tense=Fut|VerbForm=Fin 2 aux:pass\ndit dire VERB Tense=Past|VerbForm=Part 0 "
                  "root\nlundi lundi NOUN _ 2 obl"),
            Tense::future);
  EXPECT_EQ(tense("est être AUX Mood=Ind|Tense=Pres|VerbForm=Fin 2 aux:pass\ndit dire VERB Tense=Past|VerbForm=Part 0 "
                  "root\nlundi lundi NOUN _ 2 obl"),
            Tense::present);
}

TEST(TimesTense, SomeVerbsTellThePastWithBe) {
  EXPECT_EQ(tense("est être AUX Mood=Ind|Tense=Pres|VerbForm=Fin 2 aux:pass\npartie partir VERB Tense=Past|VerbForm=Part 0 "
                  "root\nlundi lundi NOUN _ 2 obl"),
            Tense::past);
}

TEST(TimesTense, InfinitivesLookAhead) {
  EXPECT_EQ(tense("doit devoir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\npartir partir VERB VerbForm=Inf 1 xcomp\nlundi "
                  "lundi NOUN _ 2 obl"),
            Tense::future);
  EXPECT_EQ(tense("voulait vouloir VERB Mood=Ind|Tense=Imp|VerbForm=Fin 0 root\npartir partir VERB VerbForm=Inf 1 xcomp\nlundi "
                  "lundi NOUN _ 2 obl"),
            Tense::none);
}

TEST(TimesTense, NounsTakeTheirVerbsPastButNotItsPresent) {
  EXPECT_EQ(tense("a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 2 aux:tense\nvu voir VERB Tense=Past|VerbForm=Part 0 "
                  "root\nvote vote NOUN _ 2 obj\nde de ADP _ 5 case\nlundi lundi NOUN _ 3 nmod"),
            Tense::past);
  EXPECT_EQ(tense("voit voir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\nvote vote NOUN _ 1 obj\nde de ADP _ 4 case\nlundi "
                  "lundi NOUN _ 2 nmod"),
            Tense::none);
}

}  // namespace
}  // namespace greffier::times
