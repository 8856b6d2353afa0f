#include "learn/train_choices.h"

#include "learn/perceptron.h"

namespace greffier {

void Choices::add(std::span<const Feature> seen, std::size_t label) {
  features.insert(features.end(), seen.begin(), seen.end());
  first.push_back(features.size());
  labels.push_back(static_cast<std::uint8_t>(label));
}

ModelRows train_choices(const Choices& choices, std::vector<std::string> labels, const ChoiceTraining& training,
                        const std::function<void(int, std::size_t)>& report) {
  std::vector<std::int32_t> scores(labels.size());
  AveragedPerceptron learner(std::move(labels));
  Random random(training.seed);
  for (int round = 1; round <= training.rounds; ++round) {
    std::size_t wrong = 0;
    for (const std::size_t i : shuffled(choices.labels.size(), random)) {
      learner.score(choices.of(i), scores);
      const std::size_t gold = choices.labels[i], guess = LinearModel::best(scores);
      if (guess != gold) {
        learner.update(choices.of(i), gold, +1);
        learner.update(choices.of(i), guess, -1);
        ++wrong;
      }
      learner.step();
    }
    report(round, wrong);
  }
  return learner.rows({training.smallest}, {});
}

}  // namespace greffier
