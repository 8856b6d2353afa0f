// Each walks through the sentences as the program does, with the whole model's own decisions to the left.
#include "learn/train_quick.h"

#include <array>

#include "learn/parser.h"
#include "learn/quick.h"

namespace greffier {
namespace {

using Scores = std::array<std::int32_t, LinearModel::kMaxLabels>;

Choices choices_of_tags(const LinearModel& model, std::span<const GoldSentence> sentences, const ClassesOf& classes) {
  Choices choices;
  std::vector<std::int32_t> scores(model.label_count());
  for (const GoldSentence& sentence : sentences) {
    auto words = tag_words(sentence, classes);
    for (std::size_t i = 0; i < words.size(); ++i) {
      FeatureList quick, whole;
      tag_features(words, i, whole);
      quick_tag_features(words, i, quick);
      model.score(whole.list(), scores);
      const std::size_t tag = LinearModel::best(scores);
      choices.add(quick.list(), tag);
      words[i].upos = *upos_from(model.label(tag));
    }
  }
  return choices;
}

// Decisions between the bundles of a part of speech; a label is the bundle's number among them.
struct BundleChoices {
  Choices choices;
  std::vector<Upos> upos;
};

BundleChoices choices_of_features(const LinearModel& model, const Inventory& inventory, std::span<const GoldSentence> sentences,
                                  const ClassesOf& classes) {
  BundleChoices out;
  std::vector<std::int32_t> scores(model.label_count());
  for (const GoldSentence& sentence : sentences) {
    auto words = tag_words(sentence, classes);
    Agreement left;
    for (std::size_t i = 0; i < words.size(); ++i) words[i].upos = sentence[i].upos;
    for (std::size_t i = 0; i < words.size(); ++i) {
      FeatureList quick, whole;
      morph_features(words, i, left, whole);
      quick_morph_features(words, i, left, quick);
      model.score(whole.list(), scores);
      const std::size_t bundle = inventory.best(words[i].upos, scores).label;
      if (inventory.bundles(words[i].upos).size() > 1) out.choices.add(quick.list(), bundle), out.upos.push_back(words[i].upos);
      words[i].feats = inventory.bundles(words[i].upos)[bundle].feats;
      left.pass(words[i]);
    }
  }
  return out;
}

ModelRows train_bundles(const BundleChoices& bundles, const Inventory& inventory) {
  AveragedPerceptron learner(inventory.labels());
  std::vector<std::int32_t> scores(inventory.labels().size());
  QuickRounds rounds;
  rounds.run(bundles.choices, [&](std::size_t i, std::span<const Feature> features) {
    const auto all = inventory.bundles(bundles.upos[i]);
    learner.score(features, scores);
    const auto &right = all[bundles.choices.labels[i]].parts, &guess = all[inventory.best(bundles.upos[i], scores).label].parts;
    for (std::size_t k = 0; k < Inventory::kParts; ++k) {
      if (guess[k] == right[k]) continue;
      learner.update(features, right[k], 1);
      learner.update(features, guess[k], -1);
    }
    learner.step();
  });
  return learner.rows({QuickRounds::kSmallest}, {});
}

Leads leads_of(const BundleChoices& bundles, const Inventory& inventory, const ModelRows& quick) {
  const LinearModel model(encode(quick), "quick");
  std::vector<std::int32_t> scores(model.label_count());
  Leads leads;
  for (std::size_t i = 0; i < bundles.upos.size(); ++i) {
    model.score(bundles.choices.of(i), scores);
    const Choice choice = inventory.best(bundles.upos[i], scores);
    leads.note(choice.lead, choice.label != bundles.choices.labels[i]);
  }
  return leads;
}

// Runs the whole models over the sentences and keeps their decisions.
class ParserWalk {
 public:
  explicit ParserWalk(const ParserRows& rows)
      : move_model_(encode(rows.moves), "moves"), label_model_(encode(rows.labels), "labels"),
        root_label_(*label_model_.label_index(kRootLabel)) {}

  void read(std::span<const ParseWord> words) {
    state_.start(words);
    while (!state_.finished()) {
      const Move move = next_move();
      state_.apply(move, move == Move::shift ? 0 : label(state_.child(move), state_.parent(move)));
    }
  }

  Choices moves, labels;

 private:
  Move next_move() {
    if (const auto only = state_.forced()) return *only;
    FeatureList quick, whole;
    quick_move_features(state_, quick);
    move_features(state_, whole);
    move_model_.score(whole.list(), scores_);
    const std::size_t move = best_move(state_, scores_).label;
    moves.add(quick.list(), move);
    return static_cast<Move>(move);
  }

  std::size_t label(Index child, Index parent) {
    if (parent == state_.root()) return root_label_;
    FeatureList quick, whole;
    quick_label_features(state_, child, parent, quick);
    label_features(state_, child, parent, whole);
    label_model_.score(whole.list(), scores_);
    const std::size_t label = best_label(std::span(scores_).first(label_model_.label_count()), root_label_).label;
    labels.add(quick.list(), label);
    return label;
  }

  LinearModel move_model_, label_model_;
  std::size_t root_label_;
  ParseState state_;
  Scores scores_{};
};

}  // namespace

ModelRows with_quick_tags(const ModelRows& whole, std::span<const GoldSentence> sentences, const ClassesOf& classes) {
  return with_quick(whole, choices_of_tags(LinearModel(encode(whole), "tags"), sentences, classes));
}

ModelRows with_quick_features(const ModelRows& whole, std::span<const GoldSentence> sentences, const ClassesOf& classes) {
  const LinearModel model(encode(whole), "features");
  const Inventory inventory(model.setting("inventory"));
  const BundleChoices bundles = choices_of_features(model, inventory, sentences, classes);
  const ModelRows quick = train_bundles(bundles, inventory);
  return with_quick(whole, quick, leads_of(bundles, inventory, quick).enough());
}

ParserRows with_quick_parser(const ParserRows& whole, std::span<const GoldSentence> sentences) {
  ParserWalk walk(whole);
  for (const GoldSentence& sentence : sentences) walk.read(parse_words(sentence));
  return {with_quick(whole.moves, walk.moves), with_quick(whole.labels, walk.labels)};
}

}  // namespace greffier
