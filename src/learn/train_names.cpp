#include "learn/train_names.h"

#include "learn/bio.h"
#include "learn/perceptron.h"

namespace greffier {
namespace {

// Where the guess differs, towards gold and away from the guess.
void learn(AveragedPerceptron& learner, const NameSentence& sentence, const std::vector<std::uint8_t>& guess) {
  std::size_t gold_before = bio::kLabels, guess_before = bio::kLabels;
  for (std::size_t t = 0; t < sentence.size(); ++t) {
    const std::size_t gold = sentence.gold[t], wrong = guess[t];
    if (gold != wrong) {
      learner.update(sentence.of(t), gold, +1);
      learner.update(sentence.of(t), wrong, -1);
    }
    if (gold != wrong || gold_before != guess_before) {
      const Feature right_step = bio::transition_feature(gold_before), wrong_step = bio::transition_feature(guess_before);
      learner.update({&right_step, 1}, gold, +1);
      learner.update({&wrong_step, 1}, wrong, -1);
    }
    gold_before = gold;
    guess_before = wrong;
  }
}

}  // namespace

ModelRows train_names(const std::vector<NameSentence>& sentences, const NameTraining& training,
                      const std::function<void(int, std::size_t)>& report) {
  AveragedPerceptron learner(bio::labels());
  Random random(training.seed);
  std::vector<bio::Scores> scores;
  bio::Viterbi viterbi;
  for (int round = 1; round <= training.rounds; ++round) {
    std::size_t wrong = 0;
    for (const std::size_t i : shuffled(sentences.size(), random)) {
      const NameSentence& sentence = sentences[i];
      scores.resize(sentence.size());
      for (std::size_t t = 0; t < sentence.size(); ++t) learner.score(sentence.of(t), scores[t]);
      viterbi.run(scores, bio::transitions_of(learner));
      for (std::size_t t = 0; t < sentence.size(); ++t) wrong += viterbi.labels[t] != sentence.gold[t];
      learn(learner, sentence, viterbi.labels);
      learner.step();
    }
    report(round, wrong);
  }
  return learner.rows({training.smallest}, {});
}

}  // namespace greffier
