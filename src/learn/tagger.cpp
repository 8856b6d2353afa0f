// Greedy tagging from left to right by averaged perceptron (Collins 2002), then the features among those seen with the tag.
//
// The features of a tag are scored in parts: gender, number, person, verb form with mood, tense and voice, and the rest. A
// bundle's score is the sum of its parts' scores, and only bundles seen in training compete; that keeps the rows of the
// feature model at some fifty weights instead of some two hundred.
//
// Cost: two look-ups of some 10 quick features for each word, and of 40 more where those do not settle it (learn/quick.h); one
// where the tag has a single bundle. No search, no memory.
// Limits: the first mistake is never taken back. Tested in tests/unit/tagger_test.cpp.
#include "learn/tagger.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "greffier/error.h"

namespace greffier {
namespace {

std::array<std::string, Inventory::kParts> parts_of(const Feats& feats) {
  Feats gender, number, person, verb, rest = feats;
  gender.gender = feats.gender;
  number.number = feats.number;
  person.person = feats.person;
  verb.verb_form = feats.verb_form;
  verb.mood = feats.mood;
  verb.tense = feats.tense;
  verb.voice = feats.voice;
  rest.gender = Gender::none;
  rest.number = Number::none;
  rest.person = Person::none;
  rest.verb_form = VerbForm::none;
  rest.mood = Mood::none;
  rest.tense = Tense::none;
  rest.voice = Voice::none;
  return {"g:" + spelling(gender), "n:" + spelling(number), "p:" + spelling(person), "v:" + spelling(verb),
          "r:" + spelling(rest)};
}

}  // namespace

Inventory::Inventory(std::string_view lines) {
  for (std::string_view line : split_lines(lines)) {
    const auto words = split_words(line);
    const auto upos = words.empty() ? std::nullopt : upos_from(words[0]);
    if (!upos) continue;
    for (std::size_t i = 1; i < words.size(); ++i)
      bundles_[static_cast<std::size_t>(*upos)].push_back(make(feats_from(words[i])));
  }
  for (auto& bundles : bundles_)
    if (bundles.empty()) bundles.push_back(make(Feats()));
}

Inventory::Bundle Inventory::make(const Feats& feats) {
  Bundle bundle{feats, {}};
  const auto names = parts_of(feats);
  for (std::size_t k = 0; k < kParts; ++k) {
    const auto at = std::find(labels_.begin(), labels_.end(), names[k]);
    bundle.parts[k] = static_cast<std::uint16_t>(at - labels_.begin());
    if (at == labels_.end()) labels_.push_back(names[k]);
  }
  return bundle;
}

std::string Inventory::spelling(const std::vector<std::pair<Upos, Feats>>& seen) {
  std::vector<std::pair<Upos, std::string>> spelt;
  for (const auto& [upos, feats] : seen) spelt.emplace_back(upos, greffier::spelling(feats));
  std::sort(spelt.begin(), spelt.end());
  spelt.erase(std::unique(spelt.begin(), spelt.end()), spelt.end());
  std::string out;
  for (std::size_t i = 0; i < spelt.size(); ++i) {
    if (i == 0 || spelt[i].first != spelt[i - 1].first)
      out.append(i == 0 ? "" : "\n").append(greffier::spelling(spelt[i].first));
    out.append(" ").append(spelt[i].second);
  }
  return out;
}

const Inventory::Bundle* Inventory::find(Upos upos, const Feats& feats) const {
  for (const Bundle& bundle : bundles(upos))
    if (bundle.feats == feats) return &bundle;
  return nullptr;
}

Choice Inventory::best(Upos upos, std::span<const std::int32_t> scores) const {
  const auto all = bundles(upos);
  std::int32_t most = INT32_MIN, next = INT32_MIN;
  std::size_t winner = 0;
  for (std::size_t k = 0; k < all.size(); ++k) {
    std::int32_t sum = 0;
    for (std::uint16_t part : all[k].parts) sum += scores[part];
    next = std::max(next, std::min(sum, most));
    if (sum > most) most = sum, winner = k;
  }
  return {winner, next == INT32_MIN ? INT32_MAX : most - next};
}

Tagger::Tagger(std::shared_ptr<const LinearModel> tags, std::shared_ptr<const LinearModel> features)
    : tags_(std::move(tags)), features_(std::move(features)), inventory_(features_->setting("inventory")) {
  for (std::size_t i = 0; i < tags_->label_count(); ++i) {
    const auto upos = upos_from(tags_->label(i));
    if (!upos)
      throw Error(ErrorCode::pack, fmt::format("the tag model has a label '{}' that is no part of speech", tags_->label(i)));
    upos_.push_back(*upos);
  }
  bool same = features_->label_count() == inventory_.labels().size();
  for (std::size_t i = 0; same && i < inventory_.labels().size(); ++i) same = features_->label(i) == inventory_.labels()[i];
  if (!same) throw Error(ErrorCode::pack, "the feature model's labels are not those of its inventory");
}

void Tagger::tag(std::span<TagWord> words) const {
  find_tags(words);
  find_features(words);
}

void Tagger::find_tags(std::span<TagWord> words) const {
  std::array<std::int32_t, LinearModel::kMaxLabels> scores;
  const std::span<std::int32_t> used(scores.data(), upos_.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    FeatureList features;
    quick_tag_features(words, i, features);
    tags_->score(features.list(), used);
    Choice tag = LinearModel::choice(used);
    if (tag.lead < tags_->enough_lead()) {
      features.count = 0;
      tag_features(words, i, features);
      tags_->score(features.list(), used);
      tag = LinearModel::choice(used);
    }
    words[i].upos = upos_[tag.label];
  }
}

void Tagger::find_features(std::span<TagWord> words) const {
  Agreement left;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto bundles = inventory_.bundles(words[i].upos);
    words[i].feats = bundles.size() > 1 ? best_features(words, i, left) : bundles[0].feats;
    left.pass(words[i]);
  }
}

Feats Tagger::best_features(std::span<const TagWord> words, std::size_t i, const Agreement& left) const {
  std::array<std::int32_t, LinearModel::kMaxLabels> scores;
  const std::span<std::int32_t> used(scores.data(), features_->label_count());
  FeatureList features;
  quick_morph_features(words, i, left, features);
  features_->score(features.list(), used);
  Choice bundle = inventory_.best(words[i].upos, used);
  if (bundle.lead < features_->enough_lead()) {
    features.count = 0;
    morph_features(words, i, left, features);
    features_->score(features.list(), used);
    bundle = inventory_.best(words[i].upos, used);
  }
  return inventory_.bundles(words[i].upos)[bundle.label].feats;
}

}  // namespace greffier
