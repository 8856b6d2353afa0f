// Each round visits the sentences in a new random order; words to the left have the tags that the model of the moment gave
// them, so that it learns to live with its own mistakes.
#include "learn/train_tagger.h"

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace greffier {
namespace {

using Scores = std::array<std::int32_t, LinearModel::kMaxLabels>;

std::vector<std::string> tag_labels(std::span<const GoldSentence> sentences) {
  std::array<bool, kUposCount> seen{};
  for (const GoldSentence& sentence : sentences)
    for (const GoldWord& word : sentence) seen[static_cast<std::size_t>(word.upos)] = true;
  std::vector<std::string> labels;
  for (std::size_t k = 0; k < kUposCount; ++k)
    if (seen[k]) labels.emplace_back(spelling(static_cast<Upos>(k)));
  return labels;
}

std::vector<std::vector<TagWord>> all_words(std::span<const GoldSentence> sentences, const ClassesOf& classes) {
  std::vector<std::vector<TagWord>> words;
  for (const GoldSentence& sentence : sentences) words.push_back(tag_words(sentence, classes));
  return words;
}

class TagTrainer {
 public:
  explicit TagTrainer(std::vector<std::string> labels) : learner_(std::move(labels)) {}

  void learn(const GoldSentence& gold, std::span<TagWord> words, const std::vector<Upos>& upos) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      features_.count = 0;
      tag_features(words, i, features_);
      const std::span<const Feature> features = features_.list();
      const std::span<std::int32_t> scores(scores_.data(), upos.size());
      learner_.score(features, scores);
      const std::size_t guess = LinearModel::best(scores);
      if (upos[guess] != gold[i].upos) {
        learner_.update(features, static_cast<std::size_t>(std::find(upos.begin(), upos.end(), gold[i].upos) - upos.begin()),
                        1);
        learner_.update(features, guess, -1);
      }
      learner_.step();
      words[i].upos = upos[guess];
    }
  }
  AveragedPerceptron& learner() { return learner_; }

 private:
  AveragedPerceptron learner_;
  FeatureList features_{};
  Scores scores_{};
};

class FeatureTrainer {
 public:
  explicit FeatureTrainer(const Inventory& inventory) : inventory_(inventory), learner_(inventory.labels()) {}

  void learn(const GoldSentence& gold, std::span<TagWord> words) {
    Agreement left;
    for (std::size_t i = 0; i < words.size(); ++i) words[i].upos = gold[i].upos;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (inventory_.bundles(gold[i].upos).size() > 1) learn_word(gold[i], words, i, left);
      else words[i].feats = gold[i].feats;
      left.pass(words[i]);
    }
  }
  AveragedPerceptron& learner() { return learner_; }

 private:
  void learn_word(const GoldWord& gold, std::span<TagWord> words, std::size_t i, const Agreement& left) {
    features_.count = 0;
    morph_features(words, i, left, features_);
    const std::span<const Feature> features = features_.list();
    const std::span<std::int32_t> scores(scores_.data(), inventory_.labels().size());
    learner_.score(features, scores);
    const Inventory::Bundle& guess = inventory_.bundles(gold.upos)[inventory_.best(gold.upos, scores).label];
    const Inventory::Bundle& right = *inventory_.find(gold.upos, gold.feats);
    for (std::size_t k = 0; k < Inventory::kParts; ++k) {
      if (guess.parts[k] == right.parts[k]) continue;
      learner_.update(features, right.parts[k], 1);
      learner_.update(features, guess.parts[k], -1);
    }
    learner_.step();
    words[i].feats = guess.feats;
  }

  const Inventory& inventory_;
  AveragedPerceptron learner_;
  FeatureList features_{};
  Scores scores_{};
};

void for_each_round(const Training& training, std::size_t count, AveragedPerceptron& learner,
                    const std::function<void(std::size_t)>& learn) {
  Random random(training.seed);
  for (int run = 0; run < training.runs; ++run) {
    if (run > 0) learner.restart();
    for (int round = 0; round < training.rounds; ++round)
      for (std::size_t s : shuffled(count, random)) learn(s);
  }
}

Tagger train_both(std::span<const GoldSentence> sentences, const ClassesOf& classes, const Training& training) {
  const auto model = [](const ModelRows& rows) { return std::make_shared<const LinearModel>(encode(rows), "fold"); };
  return {model(train_tags(sentences, classes, training)), model(train_features(sentences, classes, training))};
}

}  // namespace

std::vector<TagWord> tag_words(const GoldSentence& sentence, const ClassesOf& classes) {
  std::vector<TagWord> words;
  for (const GoldWord& word : sentence) {
    const std::string folded = utf8::folded(word.form);
    words.push_back({word_parts(word.form, folded, classes(folded), words.empty()), Upos::X, Feats()});
  }
  return words;
}

ModelRows train_tags(std::span<const GoldSentence> sentences, const ClassesOf& classes, const Training& training) {
  const std::vector<std::string> labels = tag_labels(sentences);
  std::vector<Upos> upos;
  for (const std::string& label : labels) upos.push_back(*upos_from(label));
  auto words = all_words(sentences, classes);
  TagTrainer trainer(labels);
  for_each_round(training, sentences.size(), trainer.learner(),
                 [&](std::size_t s) { trainer.learn(sentences[s], words[s], upos); });
  return trainer.learner().rows(training.quantising, {{"kind", "tags"}});
}

ModelRows train_features(std::span<const GoldSentence> sentences, const ClassesOf& classes, const Training& training) {
  std::vector<std::pair<Upos, Feats>> seen;
  for (const GoldSentence& sentence : sentences)
    for (const GoldWord& word : sentence) seen.emplace_back(word.upos, word.feats);
  const std::string lines = Inventory::spelling(seen);
  const Inventory inventory(lines);
  auto words = all_words(sentences, classes);
  FeatureTrainer trainer(inventory);
  for_each_round(training, sentences.size(), trainer.learner(), [&](std::size_t s) { trainer.learn(sentences[s], words[s]); });
  return trainer.learner().rows(training.quantising, {{"kind", "features"}, {"inventory", lines}});
}

void jackknife(std::span<GoldSentence> sentences, std::size_t folds, const ClassesOf& classes, const Training& training) {
  const std::vector<GoldSentence> gold(sentences.begin(), sentences.end());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<GoldSentence> others;
    for (std::size_t s = 0; s < gold.size(); ++s)
      if (s % folds != fold) others.push_back(gold[s]);
    const Tagger tagger = train_both(others, classes, training);
    for (std::size_t s = fold; s < gold.size(); s += folds) {
      auto words = tag_words(gold[s], classes);
      tagger.tag(words);
      for (std::size_t i = 0; i < words.size(); ++i)
        sentences[s][i].upos = words[i].upos, sentences[s][i].feats = words[i].feats;
    }
  }
}

}  // namespace greffier
