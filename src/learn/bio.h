// BIO labels of names, and the best sequence of them by Viterbi.
//
// "O", "B-PER", "I-PER", …: an I- follows only a B- or I- of its kind. Time: words × labels².
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "greffier/vocabulary.h"
#include "learn/features.h"

namespace greffier::bio {

inline constexpr std::size_t kLabels = 9;
inline constexpr std::size_t kOutside = 0;

constexpr std::size_t begin_of(EntityType type) { return 1 + 2 * static_cast<std::size_t>(type); }
constexpr std::size_t inside_of(EntityType type) { return 2 + 2 * static_cast<std::size_t>(type); }
constexpr bool begins(std::size_t label) { return label % 2 == 1; }
constexpr EntityType type_of(std::size_t label) { return static_cast<EntityType>((label - 1) / 2); }

// The labels' names in order.
std::vector<std::string> labels();

// The feature whose row says how each label follows `before`; kLabels stands for the start of a sentence.
constexpr Feature transition_feature(std::size_t before) { return feature(0x4eff, before); }

using Scores = std::array<std::int32_t, kLabels>;
// How each label follows each other one; the last row is the start.
using Transitions = std::array<Scores, kLabels + 1>;

// The transitions of a model (LinearModel or AveragedPerceptron), with what is not allowed made impossible.
template <class Model>
Transitions transitions_of(const Model& model);
void forbid(Transitions& transitions);

// The best labels of a sentence, given what each word's own features say.
struct Viterbi {
  std::vector<std::uint8_t> labels;  // the answer
  void run(std::span<const Scores> words, const Transitions& transitions);

 private:
  std::vector<std::array<std::uint8_t, kLabels>> from_;
};

template <class Model>
Transitions transitions_of(const Model& model) {
  Transitions all;
  for (std::size_t before = 0; before <= kLabels; ++before) {
    const Feature feature = transition_feature(before);
    model.score({&feature, 1}, all[before]);
  }
  forbid(all);
  return all;
}

}  // namespace greffier::bio
