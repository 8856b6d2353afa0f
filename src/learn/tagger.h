// Parts of speech and features of a sentence's words: the templates, the greedy search, and what trainer and stage share.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "greffier/grammar.h"
#include "learn/linear_model.h"
#include "learn/word_parts.h"

namespace greffier {

// A word on its way through the tagger.
struct TagWord {
  WordParts parts;
  Upos upos = Upos::X;
  Feats feats;
};

// Add the features of the tag of word `i`, those to its left having tags; the quick ones are those of learn/quick.h.
void quick_tag_features(std::span<const TagWord> words, std::size_t i, FeatureList& out);
void tag_features(std::span<const TagWord> words, std::size_t i, FeatureList& out);

// What the words to the left say about agreement; walked from left to right.
struct Agreement {
  std::uint32_t noun = 0;        // of the last noun, name or pronoun
  std::uint32_t determiner = 0;  // of the last determiner
  Feature auxiliary = 0;         // the form of the last auxiliary
  void pass(const TagWord& word);
};

// Likewise of the features of word `i`, all words having tags and those to its left features.
void quick_morph_features(std::span<const TagWord> words, std::size_t i, const Agreement& left, FeatureList& out);
void morph_features(std::span<const TagWord> words, std::size_t i, const Agreement& left, FeatureList& out);

// The features that each tag may have, each as the sum of five parts (gender, number, person, verb form, the rest), so that
// the model needs a weight for each part only.
class Inventory {
 public:
  static constexpr std::size_t kParts = 5;
  struct Bundle {
    Feats feats;
    std::array<std::uint16_t, kParts> parts{};  // labels of the feature model
  };

  // One line for each tag: "NOUN Gender=Fem|Number=Plur Gender=Fem|Number=Sing …", the form that settings() gives.
  explicit Inventory(std::string_view lines);
  static std::string spelling(const std::vector<std::pair<Upos, Feats>>& seen);

  const std::vector<std::string>& labels() const { return labels_; }
  std::span<const Bundle> bundles(Upos upos) const { return bundles_[static_cast<std::size_t>(upos)]; }
  // The bundle of these features, or nothing for a tag that never had them.
  const Bundle* find(Upos upos, const Feats& feats) const;
  // The index of the bundle with the highest sum, the first of equals; there must be one.
  Choice best(Upos upos, std::span<const std::int32_t> scores) const;

 private:
  Bundle make(const Feats& feats);

  std::vector<std::string> labels_;
  std::array<std::vector<Bundle>, kUposCount> bundles_;
};

// Both models; const, shared by threads.
class Tagger {
 public:
  // Throws Error{pack} where the models' labels are no tags or no features.
  Tagger(std::shared_ptr<const LinearModel> tags, std::shared_ptr<const LinearModel> features);
  // Fills `upos` and `feats` of a sentence's words.
  void tag(std::span<TagWord> words) const;

 private:
  void find_tags(std::span<TagWord> words) const;
  void find_features(std::span<TagWord> words) const;
  Feats best_features(std::span<const TagWord> words, std::size_t i, const Agreement& left) const;

  std::shared_ptr<const LinearModel> tags_;
  std::shared_ptr<const LinearModel> features_;
  Inventory inventory_;
  std::vector<Upos> upos_;  // of the tag model's labels
};

}  // namespace greffier
