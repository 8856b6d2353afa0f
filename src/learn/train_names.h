// The trainer of names: structured perceptron (Collins 2002) over BIO labels.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "learn/features.h"
#include "learn/linear_model.h"

namespace greffier {

// A sentence ready to learn from: features[first[i] … first[i + 1]) are those of word i.
struct NameSentence {
  std::vector<Feature> features;
  std::vector<std::uint32_t> first = {0};
  std::vector<std::uint8_t> gold;  // labels as in learn/bio.h
  std::size_t size() const { return gold.size(); }
  std::span<const Feature> of(std::size_t word) const {
    return std::span(features).subspan(first[word], first[word + 1] - first[word]);
  }
};

struct NameTraining {
  int rounds = 8;
  int smallest = 2;       // as in Quantising
  std::uint64_t seed = 1;
};

// `report` gets the number of the round and of words that were labelled wrongly in it.
ModelRows train_names(const std::vector<NameSentence>& sentences, const NameTraining& training,
                      const std::function<void(int, std::size_t)>& report);

}  // namespace greffier
