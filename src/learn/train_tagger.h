// Trains the tag model and the feature model.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "learn/perceptron.h"
#include "learn/tagger.h"
#include "learn/treebank.h"

namespace greffier {

// The lexicon's classes of a folded form.
using ClassesOf = std::function<FormClasses(std::string_view folded)>;

struct Training {
  int rounds = 10;
  int runs = 1;  // summed: AveragedPerceptron::restart()
  std::uint64_t seed = 1;
  Quantising quantising;
};

std::vector<TagWord> tag_words(const GoldSentence& sentence, const ClassesOf& classes);

ModelRows train_tags(std::span<const GoldSentence> sentences, const ClassesOf& classes, const Training& training);
ModelRows train_features(std::span<const GoldSentence> sentences, const ClassesOf& classes, const Training& training);

// Gives every sentence the tags and features of a tagger that was trained on the other folds.
void jackknife(std::span<GoldSentence> sentences, std::size_t folds, const ClassesOf& classes, const Training& training);

}  // namespace greffier
