// The trainer of single decisions, each one of a few labels by itself: averaged perceptron.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "learn/features.h"
#include "learn/linear_model.h"

namespace greffier {

// Decisions ready to learn from: features[first[i] … first[i + 1]) are those of decision i.
struct Choices {
  std::vector<Feature> features;
  std::vector<std::size_t> first = {0};
  std::vector<std::uint8_t> labels;

  void add(std::span<const Feature> seen, std::size_t label);
  std::span<const Feature> of(std::size_t i) const { return std::span(features).subspan(first[i], first[i + 1] - first[i]); }
};

struct ChoiceTraining {
  int rounds = 10;
  int smallest = 2;  // as in Quantising
  std::uint64_t seed = 1;
};

// `report` gets the number of the round and of decisions that went wrong in it.
ModelRows train_choices(const Choices& choices, std::vector<std::string> labels, const ChoiceTraining& training,
                        const std::function<void(int, std::size_t)>& report);

}  // namespace greffier
