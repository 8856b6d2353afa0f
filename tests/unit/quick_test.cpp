#include "learn/quick.h"

#include <gtest/gtest.h>

#include "learn/model_file.h"
#include "learn/train_quick.h"

namespace greffier {
namespace {

TEST(Leads, AreEnoughAboveTheLastThatDiffers) {
  Leads leads;
  for (int i = 0; i < 100; ++i) leads.note(i, false);
  EXPECT_EQ(leads.enough(), 0);
  leads.note(40, true);
  leads.note(7, true);
  EXPECT_EQ(leads.enough(), 41);
}

TEST(Leads, OneInTenThousandMayDiffer) {
  Leads leads;
  for (std::size_t i = 0; i < Leads::kOneIn; ++i) leads.note(1, false);
  leads.note(40, true);
  EXPECT_EQ(leads.enough(), 0);
  leads.note(7, true);
  EXPECT_EQ(leads.enough(), 8);
}

ModelRows rows_of(std::vector<Feature> features, std::vector<std::int8_t> weights) {
  return {{"no", "yes"}, {{"kind", "test"}}, std::move(features), std::move(weights)};
}

TEST(WithQuick, HoldsBothAndTheLead) {
  const LinearModel model(encode(with_quick(rows_of({2, 9}, {1, 2, 3, 4}), rows_of({1, 5}, {5, 6, 7, 8}), 33)), "both");
  EXPECT_EQ(model.enough_lead(), 33);
  EXPECT_EQ(model.setting("kind"), "test");
  std::int32_t scores[2];
  model.score(std::vector<Feature>{9, 5}, scores);
  EXPECT_EQ(scores[0], 10);
  EXPECT_EQ(scores[1], 12);
}

TEST(LinearModel, WithoutALeadAsksAlways) {
  EXPECT_EQ(LinearModel(encode(rows_of({2}, {1, 2})), "plain").enough_lead(), INT32_MAX);
}

TEST(LinearModel, ChoosesAndSaysByHowMuch) {
  const std::vector<std::int32_t> scores = {3, 9, 9, -2};
  EXPECT_EQ(LinearModel::choice(scores).label, 1u);
  EXPECT_EQ(LinearModel::choice(scores).lead, 0);
  EXPECT_EQ(LinearModel::choice(std::span(scores).first(2)).lead, 6);
  EXPECT_EQ(LinearModel::choice(std::span(scores).first(1)).lead, INT32_MAX);
}

// Sentences of a made-up language: a determiner, a noun of its number, a verb, and at times an object.
std::vector<GoldSentence> made_up() {
  const auto word = [](std::string form, Upos upos, const char* feats, Index head, const char* relation) {
    return GoldWord{form, form, upos, feats_from(feats), head, relation_from(relation)};
  };
  std::vector<GoldSentence> sentences;
  Random random(17);
  for (int i = 0; i < 80; ++i) {
    const bool many = random.chance(50), object = random.chance(60);
    const char* number = many ? "Number=Plur" : "Number=Sing";
    const std::string stem(1, static_cast<char>('a' + random.below(20)));
    GoldSentence s = {word(many ? "los" : "lo", Upos::DET, number, 1, "det"),
                      word(stem + (many ? "ins" : "in"), Upos::NOUN, number, 2, "nsubj"),
                      word(stem + (many ? "et" : "e"), Upos::VERB, number, kNone, "root")};
    if (object) s.push_back(word(stem + "ums", Upos::NOUN, "Number=Plur", 2, "obj"));
    sentences.push_back(std::move(s));
  }
  return sentences;
}

FormClasses unknown(std::string_view) { return {}; }

struct Trained {
  ModelRows tags, features;
  ParserRows trees;
};

Trained train(const std::vector<GoldSentence>& sentences) {
  Training training;
  training.rounds = 3;
  training.runs = 2;
  return {with_quick_tags(train_tags(sentences, unknown, training), sentences, unknown),
          with_quick_features(train_features(sentences, unknown, training), sentences, unknown),
          with_quick_parser(train_parser(sentences, 10, training), sentences)};
}

std::uint64_t sum_of(const ModelRows& rows) {
  const std::string bytes = encode(rows);
  return model_file::file_checksum(std::as_bytes(std::span(bytes)));
}

// Training gives the same bytes on any machine and with any compiler; whoever changes templates or trainers writes the new
// sums here.
TEST(Training, GivesTheBytesThatItGaveElsewhere) {
  const Trained trained = train(made_up());
  EXPECT_EQ(sum_of(trained.tags), 7054424772603631474u);
  EXPECT_EQ(sum_of(trained.features), 13662421215125216922u);
  EXPECT_EQ(sum_of(trained.trees.moves), 4769665808951450848u);
  EXPECT_EQ(sum_of(trained.trees.labels), 10953608250813630536u);
}

TEST(Training, TaggerWithQuickWeightsKnowsItsLesson) {
  const std::vector<GoldSentence> sentences = made_up();
  const Trained trained = train(sentences);
  const auto model = [](const ModelRows& rows) { return std::make_shared<const LinearModel>(encode(rows), "test"); };
  const Tagger tagger(model(trained.tags), model(trained.features));
  EXPECT_LT(model(trained.tags)->enough_lead(), INT32_MAX);
  for (const GoldSentence& sentence : sentences) {
    auto words = tag_words(sentence, unknown);
    tagger.tag(words);
    for (std::size_t i = 0; i < words.size(); ++i) EXPECT_EQ(words[i].upos, sentence[i].upos) << sentence[i].form;
  }
}

}  // namespace
}  // namespace greffier
