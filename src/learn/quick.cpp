#include "learn/quick.h"

#include <algorithm>
#include <functional>

namespace greffier {
namespace {

void append(const ModelRows& from, std::size_t i, ModelRows& to) {
  const auto begin = from.weights.begin() + static_cast<std::ptrdiff_t>(i * from.labels.size());
  to.features.push_back(from.features[i]);
  to.weights.insert(to.weights.end(), begin, begin + static_cast<std::ptrdiff_t>(from.labels.size()));
}

}  // namespace

std::int32_t Leads::enough() const {
  const std::size_t allowed = (same_.size() + different_.size()) / kOneIn;
  if (different_.size() <= allowed) return 0;
  std::vector<std::int32_t> leads = different_;
  const auto at = leads.begin() + static_cast<std::ptrdiff_t>(allowed);
  std::nth_element(leads.begin(), at, leads.end(), std::greater<>());
  return *at == INT32_MAX ? INT32_MAX : *at + 1;
}

ModelRows with_quick(const ModelRows& whole, const ModelRows& quick, std::int32_t enough_lead) {
  ModelRows both{whole.labels, whole.settings, {}, {}};
  both.settings[std::string(kLeadSetting)] = std::to_string(enough_lead);
  for (std::size_t i = 0, k = 0; i < whole.features.size() || k < quick.features.size();) {
    const bool from_whole =
        k == quick.features.size() || (i < whole.features.size() && whole.features[i] < quick.features[k]);
    if (from_whole) append(whole, i++, both);
    else append(quick, k++, both);
  }
  return both;
}

std::span<const Feature> QuickRounds::some_of(std::span<const Feature> features) {
  some_.clear();
  for (Feature f : features)
    if (!random_.chance(kDrop)) some_.push_back(f);
  return some_;
}

namespace {

ModelRows train(const Choices& choices, const std::vector<std::string>& labels) {
  AveragedPerceptron learner(labels);
  std::vector<std::int32_t> scores(labels.size());
  QuickRounds rounds;
  rounds.run(choices, [&](std::size_t i, std::span<const Feature> features) {
    const std::size_t right = choices.labels[i];
    learner.score(features, scores);
    scores[right] -= QuickRounds::kMargin;
    if (const std::size_t guess = LinearModel::best(scores); guess != right) {
      learner.update(features, right, 1);
      learner.update(features, guess, -1);
    }
    learner.step();
  });
  return learner.rows({QuickRounds::kSmallest}, {});
}

}  // namespace

ModelRows with_quick(const ModelRows& whole, const Choices& choices) {
  const ModelRows quick = train(choices, whole.labels);
  const LinearModel model(encode(quick), "quick");
  std::vector<std::int32_t> scores(model.label_count());
  Leads leads;
  for (std::size_t i = 0; i < choices.labels.size(); ++i) {
    model.score(choices.of(i), scores);
    const Choice choice = LinearModel::choice(scores);
    leads.note(choice.lead, choice.label != choices.labels[i]);
  }
  return with_quick(whole, quick, leads.enough());
}

}  // namespace greffier
