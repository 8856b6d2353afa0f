// Quick decisions. A few templates with weights of their own are asked first; where their best label leads far enough, it
// stands, else all templates are asked. So most decisions look up a fifth of the features, as in dynamic feature selection
// (Strubell, Vilnis, Silverstein and McCallum 2015), but the whole model stays as it is without them.
//
// The quick weights learn what the finished whole model decides on its training text, right or wrong. Then the lead that is
// enough is the smallest above which at most one decision in kOneIn differs from the whole model's.
//
// Tested in tests/unit/quick_test.cpp; what it gives and costs stands in docs/grammar.md.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "learn/linear_model.h"
#include "learn/perceptron.h"
#include "learn/train_choices.h"

namespace greffier {

class Leads {
 public:
  // On new text, which the models have not learnt by heart, several times as many differ (docs/grammar.md).
  static constexpr std::size_t kOneIn = 10000;

  // A quick decision that led by `lead`.
  void note(std::int32_t lead, bool differs) { (differs ? different_ : same_).push_back(lead); }
  // The smallest lead that is enough; 0 where no more than one in kOneIn ever differ.
  std::int32_t enough() const;

 private:
  std::vector<std::int32_t> same_, different_;
};

// How quick weights are trained: on all choices in random order, several times, each time with some features left out, so that
// no lead hangs on one of them.
class QuickRounds {
 public:
  static constexpr int kRounds = 8, kSmallest = 4;
  static constexpr unsigned kDrop = 15;       // features of a hundred
  static constexpr std::int32_t kMargin = 5;  // by which the right label is to lead

  // Calls learn(i, features) for choice i with what is left of its features.
  template <class Learn>
  void run(const Choices& choices, Learn learn) {
    for (int round = 0; round < kRounds; ++round)
      for (const std::size_t i : shuffled(choices.labels.size(), random_)) learn(i, some_of(choices.of(i)));
  }

 private:
  std::span<const Feature> some_of(std::span<const Feature> features);

  Random random_{1};
  std::vector<Feature> some_;
};

// Both sets of rows, whose features differ, in one model.
ModelRows with_quick(const ModelRows& whole, const ModelRows& quick, std::int32_t enough_lead);

// Learns from decisions that the whole model made: quick features, and the label it chose.
ModelRows with_quick(const ModelRows& whole, const Choices& choices);

}  // namespace greffier
