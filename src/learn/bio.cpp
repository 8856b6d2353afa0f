#include "learn/bio.h"

#include <algorithm>

namespace greffier::bio {
namespace {

constexpr std::int32_t kImpossible = -(1 << 28);  // far below any sum of weights, and far from overflow

}  // namespace

std::vector<std::string> labels() {
  std::vector<std::string> all = {"O"};
  for (const EntityType type : {EntityType::per, EntityType::org, EntityType::loc, EntityType::misc})
    for (const char* mark : {"B-", "I-"}) all.push_back(mark + std::string(spelling(type)));
  return all;
}

void forbid(Transitions& transitions) {
  for (std::size_t before = 0; before <= kLabels; ++before)
    for (std::size_t label = 1; label < kLabels; ++label) {
      const bool goes_on = before != kOutside && before < kLabels && type_of(before) == type_of(label);
      if (!begins(label) && !goes_on) transitions[before][label] = kImpossible;
    }
}

void Viterbi::run(std::span<const Scores> words, const Transitions& transitions) {
  labels.assign(words.size(), kOutside);
  from_.resize(words.size());
  if (words.empty()) return;
  Scores sums = transitions[kLabels];
  for (std::size_t label = 0; label < kLabels; ++label) sums[label] += words[0][label];
  for (std::size_t t = 1; t < words.size(); ++t) {
    Scores next;
    for (std::size_t label = 0; label < kLabels; ++label) {
      std::size_t best = 0;
      for (std::size_t before = 1; before < kLabels; ++before)
        if (sums[before] + transitions[before][label] > sums[best] + transitions[best][label]) best = before;
      from_[t][label] = static_cast<std::uint8_t>(best);
      next[label] = std::max(kImpossible, sums[best] + transitions[best][label]) + words[t][label];
    }
    const std::int32_t most = *std::max_element(next.begin(), next.end());
    for (std::size_t label = 0; label < kLabels; ++label)
      sums[label] = next[label] - most;  // only differences count: no overflow
  }
  auto last = static_cast<std::uint8_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
  for (std::size_t t = words.size(); t-- > 0; last = from_[t][last]) {
    labels[t] = last;
    if (t == 0) break;
  }
}

}  // namespace greffier::bio
