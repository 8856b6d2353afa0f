// Treebanks of one language differ less in what they say than in how: one gives numerals NumType, another Number; one gives
// names a gender, another does not; one tags "%" as a noun, another as a symbol. Two rules, the same for any language:
//
// 1. A form that the reference has at least kSure times, always with one tag, while the other treebank mostly gives it
//    another, takes the reference's tag everywhere.
// 2. Features come from a model trained on the reference, which chooses for each word among the bundles of its tag those
//    that contradict the old features least. A value that one side lacks is no contradiction.
//
// Cost: one training of the feature model. What it gives stands in docs/grammar.md. Tested in tests/unit/harmonise_test.cpp.
#include "learn/harmonise.h"

#include <algorithm>
#include <map>
#include <memory>

#include "base/utf8.h"

namespace greffier {
namespace {

constexpr int kSure = 20;
using TagCounts = std::map<std::string, std::map<Upos, int>>;

TagCounts count_tags(std::span<const GoldSentence> sentences) {
  TagCounts counts;
  for (const GoldSentence& sentence : sentences)
    for (const GoldWord& word : sentence) ++counts[utf8::folded(word.form)][word.upos];
  return counts;
}

std::map<std::string, Upos> sure_tags(const TagCounts& reference, const TagCounts& other) {
  std::map<std::string, Upos> sure;
  for (const auto& [form, tags] : other) {
    const auto known = reference.find(form);
    if (known == reference.end() || known->second.size() != 1 || known->second.begin()->second < kSure) continue;
    int all = 0, same = 0;
    for (const auto& [upos, count] : tags) all += count, same += upos == known->second.begin()->first ? count : 0;
    if (same * 2 < all) sure[form] = known->second.begin()->first;
  }
  return sure;
}

template <class Value>
int contradicts(Value a, Value b) { return a != Value::none && b != Value::none && a != b; }

int contradictions(const Feats& a, const Feats& b) {
  return contradicts(a.gender, b.gender) + contradicts(a.number, b.number) + contradicts(a.person, b.person) +
         contradicts(a.verb_form, b.verb_form) + contradicts(a.mood, b.mood) + contradicts(a.tense, b.tense) +
         contradicts(a.polarity, b.polarity) + contradicts(a.definite, b.definite);
}

class Rewriter {
 public:
  explicit Rewriter(const ModelRows& rows) : model_(encode(rows), "reference"), inventory_(model_.setting("inventory")) {}

  void rewrite(GoldSentence& sentence, std::span<TagWord> words) const {
    for (std::size_t i = 0; i < words.size(); ++i) words[i].upos = sentence[i].upos;
    Agreement left;
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i].feats = nearest(words, i, left, sentence[i].feats);
      sentence[i].feats = words[i].feats;
      left.pass(words[i]);
    }
  }

 private:
  Feats nearest(std::span<const TagWord> words, std::size_t i, const Agreement& left, const Feats& old) const {
    FeatureList features;
    std::array<std::int32_t, LinearModel::kMaxLabels> scores;
    morph_features(words, i, left, features);
    model_.score(features.list(), scores);
    const Inventory::Bundle* best = nullptr;
    std::pair<int, std::int32_t> least;
    for (const Inventory::Bundle& bundle : inventory_.bundles(words[i].upos)) {
      std::int32_t sum = 0;
      for (std::uint16_t part : bundle.parts) sum += scores[part];
      const std::pair<int, std::int32_t> cost{contradictions(bundle.feats, old), -sum};
      if (!best || cost < least) least = cost, best = &bundle;
    }
    return best->feats;
  }

  LinearModel model_;
  Inventory inventory_;
};

}  // namespace

void harmonise(std::span<const GoldSentence> reference, std::span<GoldSentence> others, const ClassesOf& classes,
               const Training& training) {
  const auto sure = sure_tags(count_tags(reference), count_tags(others));
  const Rewriter rewriter(train_features(reference, classes, training));
  for (GoldSentence& sentence : others) {
    for (GoldWord& word : sentence)
      if (const auto at = sure.find(utf8::folded(word.form)); at != sure.end()) word.upos = at->second;
    auto words = tag_words(sentence, classes);
    rewriter.rewrite(sentence, words);
  }
}

}  // namespace greffier
