#include "learn/linear_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "greffier/error.h"
#include "learn/perceptron.h"

namespace greffier {
namespace {

ModelRows small_rows(std::size_t count) {
  ModelRows rows{{"A", "B", "C"}, {{"kind", "test"}, {"note", ""}}, {}, {}};
  for (std::size_t i = 0; i < count; ++i) rows.features.push_back(feature(i));
  std::sort(rows.features.begin(), rows.features.end());
  for (std::size_t i = 0; i < 3 * count; ++i) rows.weights.push_back(static_cast<std::int8_t>(i % 255 - 127));
  return rows;
}

TEST(LinearModel, ReadsWhatWasWritten) {
  const ModelRows rows = small_rows(1000);
  const LinearModel model(encode(rows), "test");
  ASSERT_EQ(model.label_count(), 3u);
  EXPECT_EQ(model.label(1), "B");
  EXPECT_EQ(model.label_index("C"), 2u);
  EXPECT_FALSE(model.label_index("D"));
  EXPECT_EQ(model.setting("kind"), "test");
  EXPECT_EQ(model.setting("note"), "");
  EXPECT_EQ(model.setting("none"), "");
  std::int32_t scores[3];
  for (std::size_t i = 0; i < rows.features.size(); ++i) {
    model.score({{rows.features[i], feature(5000)}}, scores);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(scores[k], rows.weights[3 * i + k]);
  }
}

TEST(LinearModel, ReadsLongAndShortRowsOfManyLabels) {
  ModelRows rows;
  Random random(3);
  for (int i = 0; i < 40; ++i) rows.labels.push_back("L" + std::to_string(i));
  for (std::size_t i = 0; i < 500; ++i) rows.features.push_back(feature(i));
  std::sort(rows.features.begin(), rows.features.end());
  for (std::size_t i = 0; i < 500; ++i)
    for (std::size_t k = 0; k < 40; ++k)
      rows.weights.push_back(random.below(40) < i % 41 ? static_cast<std::int8_t>(random.below(255)) : std::int8_t{0});
  const LinearModel model(encode(rows), "test");
  std::int32_t scores[40];
  for (std::size_t i = 0; i < 500; ++i) {
    model.score({{rows.features[i]}}, scores);
    for (std::size_t k = 0; k < 40; ++k) EXPECT_EQ(scores[k], rows.weights[40 * i + k]);
  }
}

TEST(LinearModel, HoldsNoRows) {
  const LinearModel model(encode(small_rows(0)), "test");
  std::int32_t scores[3] = {7, 7, 7};
  model.score({{feature(1), 0, ~0ULL}}, scores);
  EXPECT_EQ(scores[0], 0);
  EXPECT_EQ(LinearModel::best(scores), 0u);
}

TEST(LinearModel, RefusesAFileCutAtAnyLength) {
  const std::string whole = encode(small_rows(9));
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_THROW(LinearModel(whole.substr(0, length), "cut"), Error) << length;
  EXPECT_THROW(LinearModel(whole + '\0', "long"), Error);
}

TEST(LinearModel, RefusesEveryFlippedByte) {
  const std::string whole = encode(small_rows(9));
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (int flip : {1, 128, 255}) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      EXPECT_THROW(LinearModel(damaged, "damaged"), Error) << at;
    }
}

TEST(LinearModel, SaysWhatIsWrong) {
  try {
    LinearModel("no model at all, but long enough to hold a header of sixty-four bytes", "x.model");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::pack);
    EXPECT_NE(std::string(error.what()).find("x.model: is not a model file"), std::string::npos) << error.what();
  }
}

// Averages by adding up all weights after every step.
struct PlainPerceptron {
  std::map<std::pair<Feature, std::size_t>, std::int64_t> now, sum;
  void step() {
    for (const auto& [key, weight] : now) sum[key] += weight;
  }
};

TEST(AveragedPerceptron, AveragesAsThePlainOne) {
  AveragedPerceptron fast({"A", "B", "C", "D", "E"});
  PlainPerceptron plain;
  Random random(7);
  for (int i = 0; i < 3000; ++i) {
    fast.step();
    plain.step();
    const Feature f = feature(random.below(40));
    const std::size_t label = random.below(5);
    const std::int32_t change = random.chance(60) ? 1 : -1;
    fast.update({{f}}, label, change);
    plain.now[{f, label}] += change;
  }
  fast.step();
  plain.step();
  std::int64_t most = 0;
  for (const auto& [key, sum] : plain.sum) most = std::max(most, std::abs(sum));
  const LinearModel model(encode(fast.rows({1}, {})), "test");
  std::int32_t scores[5];
  for (const auto& [key, sum] : plain.sum) {
    model.score({{key.first}}, scores);
    EXPECT_NEAR(static_cast<double>(sum) * 127 / static_cast<double>(most), scores[key.second], 1.0);
  }
}

TEST(AveragedPerceptron, LearnsExclusiveOr) {
  AveragedPerceptron learner({"no", "yes"});
  std::int32_t scores[2];
  const auto features = [](std::uint64_t a, std::uint64_t b) {
    return std::vector<Feature>{feature(0, a), feature(1, b), feature(2, a, b)};
  };
  for (std::uint64_t i = 0; i < 400; ++i) {
    const auto f = features(i & 1, i >> 1 & 1);
    const std::size_t right = (i ^ i >> 1) & 1;
    learner.score(f, scores);
    if (const std::size_t guess = LinearModel::best(scores); guess != right) {
      learner.update(f, right, 1);
      learner.update(f, guess, -1);
    }
    learner.step();
  }
  const LinearModel model(encode(learner.rows({}, {})), "xor");
  for (std::uint64_t i = 0; i < 4; ++i) {
    model.score(features(i & 1, i >> 1), scores);
    EXPECT_EQ(LinearModel::best(scores), (i ^ i >> 1) & 1);
  }
}

}  // namespace
}  // namespace greffier
