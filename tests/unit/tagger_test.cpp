#include "learn/tagger.h"

#include <gtest/gtest.h>

#include "greffier/error.h"
#include "learn/train_tagger.h"

namespace greffier {
namespace {

GoldWord word(std::string form, Upos upos, std::string_view feats) {
  return {std::move(form), "", upos, feats_from(feats), kNone, {}};
}

std::vector<GoldSentence> lesson() {
  return {{word("une", Upos::DET, "Gender=Fem|Number=Sing"), word("porte", Upos::NOUN, "Gender=Fem|Number=Sing"),
           word("grise", Upos::ADJ, "Gender=Fem|Number=Sing")},
          {word("elle", Upos::PRON, "Gender=Fem|Number=Sing|Person=3"),
           word("porte", Upos::VERB, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")},
          {word("un", Upos::DET, "Gender=Masc|Number=Sing"), word("mur", Upos::NOUN, "Gender=Masc|Number=Sing"),
           word("gris", Upos::ADJ, "Gender=Masc|Number=Sing")}};
}

FormClasses unknown(std::string_view) { return {}; }

Tagger trained(const std::vector<GoldSentence>& sentences) {
  const auto model = [](const ModelRows& rows) { return std::make_shared<const LinearModel>(encode(rows), "test"); };
  return {model(train_tags(sentences, unknown, {})), model(train_features(sentences, unknown, {}))};
}

TEST(Tagger, LearnsItsLesson) {
  const auto sentences = lesson();
  const Tagger tagger = trained(sentences);
  for (const GoldSentence& sentence : sentences) {
    auto words = tag_words(sentence, unknown);
    tagger.tag(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
      EXPECT_EQ(words[i].upos, sentence[i].upos) << sentence[i].form;
      EXPECT_EQ(spelling(words[i].feats), spelling(sentence[i].feats)) << sentence[i].form;
    }
  }
}

TEST(Tagger, TrainingGivesTheSameBitsTwice) {
  const auto sentences = lesson();
  EXPECT_EQ(encode(train_tags(sentences, unknown, {})), encode(train_tags(sentences, unknown, {})));
  EXPECT_EQ(encode(train_features(sentences, unknown, {})), encode(train_features(sentences, unknown, {})));
}

TEST(Tagger, TakesAnyForm) {
  const Tagger tagger = trained(lesson());
  GoldSentence odd;
  for (const std::string& form : {std::string("\xC3"), std::string(), std::string("\xF0\x9F\x98\x80"), std::string("«"),
                                  std::string(100000, 'a'), std::string("\0x", 2)})
    odd.push_back(word(form, Upos::X, "_"));
  auto words = tag_words(odd, unknown);
  tagger.tag(words);
  tagger.tag({});
  EXPECT_EQ(words.size(), odd.size());
}

TEST(Inventory, KeepsWhatItIsTold) {
  const Feats plural = feats_from("Gender=Fem|Number=Plur"), none;
  const std::string lines = Inventory::spelling({{Upos::NOUN, plural}, {Upos::ADV, none}, {Upos::NOUN, plural}});
  EXPECT_EQ(lines, "ADV _\nNOUN Gender=Fem|Number=Plur");
  const Inventory inventory(lines);
  ASSERT_NE(inventory.find(Upos::NOUN, plural), nullptr);
  EXPECT_EQ(inventory.find(Upos::ADV, plural), nullptr);
  EXPECT_EQ(inventory.bundles(Upos::VERB).size(), 1u);
}

TEST(Tagger, RefusesAModelOfSomethingElse) {
  const auto model = [](const ModelRows& rows) { return std::make_shared<const LinearModel>(encode(rows), "test"); };
  const auto other = model(ModelRows{{"B", "I"}, {}, {}, {}});
  EXPECT_THROW(Tagger(other, other), Error);
}

}  // namespace
}  // namespace greffier
