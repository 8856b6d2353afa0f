#include "learn/bio.h"

#include <gtest/gtest.h>

#include <random>

using namespace greffier;

namespace {

std::int64_t worth(const std::vector<std::uint8_t>& path, std::span<const bio::Scores> words,
                   const bio::Transitions& transitions) {
  std::int64_t sum = 0;
  std::size_t before = bio::kLabels;
  for (std::size_t t = 0; t < words.size(); ++t) {
    sum += transitions[before][path[t]] + words[t][path[t]];
    before = path[t];
  }
  return sum;
}

// The plain way: every path of labels is tried.
std::int64_t best_by_trying(std::span<const bio::Scores> words, const bio::Transitions& transitions) {
  std::vector<std::uint8_t> path(words.size(), 0);
  std::int64_t best = INT64_MIN;
  while (true) {
    best = std::max(best, worth(path, words, transitions));
    std::size_t t = 0;
    while (t < path.size() && ++path[t] == bio::kLabels) path[t++] = 0;
    if (t == path.size()) return best;
  }
}

bio::Transitions transitions_by(std::mt19937& random) {
  bio::Transitions transitions;
  for (auto& row : transitions)
    for (auto& score : row) score = static_cast<std::int32_t>(random() % 2001) - 1000;
  bio::forbid(transitions);
  return transitions;
}

std::vector<bio::Scores> words_by(std::mt19937& random, std::size_t count) {
  std::vector<bio::Scores> words(count);
  for (auto& word : words)
    for (auto& score : word) score = static_cast<std::int32_t>(random() % 2001) - 1000;
  return words;
}

TEST(Viterbi, FindsWhatTryingEveryPathFinds) {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    const bio::Transitions transitions = transitions_by(random);
    const std::vector<bio::Scores> words = words_by(random, 1 + static_cast<std::size_t>(round) % 4);
    bio::Viterbi viterbi;
    viterbi.run(words, transitions);
    EXPECT_EQ(worth(viterbi.labels, words, transitions), best_by_trying(words, transitions)) << "round " << round;
  }
}

// 5,000 names in a row once summed past 2³¹ (found by UndefinedBehaviorSanitizer).
TEST(Viterbi, ALongSentenceOfSureLabelsDoesNotOverflow) {
  bio::Transitions transitions{};
  bio::forbid(transitions);
  bio::Scores sure{};
  sure[bio::inside_of(EntityType::loc)] = 1 << 20;
  sure[bio::begin_of(EntityType::loc)] = 1 << 19;
  const std::vector<bio::Scores> words(5000, sure);
  bio::Viterbi viterbi;
  viterbi.run(words, transitions);
  EXPECT_EQ(viterbi.labels.front(), bio::begin_of(EntityType::loc));
  for (std::size_t t = 1; t < words.size(); ++t) ASSERT_EQ(viterbi.labels[t], bio::inside_of(EntityType::loc)) << "word " << t;
}

}  // namespace
