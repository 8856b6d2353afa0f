// Dynamic oracle with exploration (Goldberg and Nivre 2012, 2013): for any state, a move's cost is the number of gold arcs
// that it puts out of reach, so training can follow the model's own mistakes and still say what is best from there. After
// the first round the model's move is followed nine times in ten. Trees with crossing arcs are trained on as they are: the
// oracle then counts what is still to be had. Since one word only may hang on the root, a word with another beneath it on the
// stack cannot any more.
//
// Each decision is learnt from with kDrop features of a hundred left out at random, so that no weight relies on another one
// that news to come may lack.
//
// Tested in tests/unit/parser_test.cpp: following moves of cost 0 rebuilds any tree without crossing arcs.
#include "learn/train_parser.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "learn/parser.h"

namespace greffier {
namespace {

constexpr unsigned kExplore = 90;
constexpr unsigned kDrop = 15;

struct Tree {
  std::vector<ParseWord> words;
  std::vector<Index> heads;                   // the root as words.size()
  std::vector<std::size_t> labels;
  std::vector<std::vector<Index>> children;   // of every word and of the root
};

std::vector<std::string> labels_of(std::span<const GoldSentence> sentences) {
  std::vector<std::string> labels = {std::string(kRootLabel)};
  for (const GoldSentence& sentence : sentences)
    for (const GoldWord& word : sentence) labels.push_back(spelling(word.relation));
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  return labels;
}

Tree tree_of(const GoldSentence& sentence, const std::vector<std::string>& labels) {
  Tree tree;
  const auto root = static_cast<Index>(sentence.size());
  tree.words = parse_words(sentence);
  tree.children.resize(sentence.size() + 1);
  for (Index i = 0; i < root; ++i) {
    tree.heads.push_back(sentence[i].head == kNone ? root : sentence[i].head);
    tree.children[tree.heads[i]].push_back(i);
    const auto at = std::lower_bound(labels.begin(), labels.end(), spelling(sentence[i].relation));
    tree.labels.push_back(static_cast<std::size_t>(at - labels.begin()));
  }
  return tree;
}

class ParserTrainer {
 public:
  explicit ParserTrainer(const std::vector<std::string>& labels)
      : moves_({"shift", "left", "right"}), labels_(labels),
        root_label_(static_cast<std::size_t>(std::find(labels.begin(), labels.end(), kRootLabel) - labels.begin())),
        scores_(labels.size()) {}

  void learn(const Tree& tree, bool explore, Random& random) {
    state_.start(tree.words);
    while (!state_.finished()) {
      const Move move = learn_move(tree, explore, random);
      const bool arc = move != Move::shift;
      state_.apply(move, arc ? learn_label(tree, state_.child(move), state_.parent(move), random) : 0);
    }
  }

  void restart() {
    moves_.restart();
    labels_.restart();
  }
  AveragedPerceptron& moves() { return moves_; }
  AveragedPerceptron& labels() { return labels_; }

 private:
  // The move to follow.
  Move learn_move(const Tree& tree, bool explore, Random& random) {
    std::int32_t scores[kMoves];
    features_.count = 0;
    move_features(state_, features_);
    const auto features = some_features(random);
    moves_.score(features, scores);
    const auto guess = static_cast<Move>(best_move(state_, scores).label);
    const Move right = best_of_cheapest(tree, scores);
    const bool wrong = cost_[static_cast<std::size_t>(guess)] > cost_[static_cast<std::size_t>(right)];
    if (wrong) {
      moves_.update(features, static_cast<std::size_t>(right), 1);
      moves_.update(features, static_cast<std::size_t>(guess), -1);
    }
    moves_.step();
    return !wrong || (explore && random.chance(kExplore)) ? guess : right;
  }

  std::span<const Feature> some_features(Random& random) {
    std::size_t kept = 0;
    for (Feature f : features_.list())
      if (!random.chance(kDrop)) features_.all[kept++] = f;
    features_.count = kept;
    return features_.list();
  }

  Move best_of_cheapest(const Tree& tree, std::span<const std::int32_t> scores) {
    Move best = Move::shift;
    int least = INT32_MAX;
    for (std::size_t k = 0; k < kMoves; ++k) {
      const Move move = static_cast<Move>(k);
      cost_[k] = state_.allowed(move) ? move_cost(state_, tree.heads, tree.children, move) : INT32_MAX;
      if (cost_[k] < least || (cost_[k] == least && least != INT32_MAX && scores[k] > scores[static_cast<std::size_t>(best)]))
        least = cost_[k], best = move;
    }
    return best;
  }

  // The label to give; learns from right arcs only.
  std::size_t learn_label(const Tree& tree, Index child, Index parent, Random& random) {
    if (parent == state_.root()) return root_label_;
    features_.count = 0;
    label_features(state_, child, parent, features_);
    const auto features = some_features(random);
    labels_.score(features, scores_);
    const std::size_t guess = best_label(scores_, root_label_).label;
    if (tree.heads[child] == parent && tree.labels[child] != guess) {
      labels_.update(features, tree.labels[child], 1);
      labels_.update(features, guess, -1);
    }
    labels_.step();
    return guess;
  }

  AveragedPerceptron moves_;
  AveragedPerceptron labels_;
  std::size_t root_label_;
  std::vector<std::int32_t> scores_;
  ParseState state_;
  FeatureList features_{};
  std::array<int, kMoves> cost_{};
};

}  // namespace

std::vector<ParseWord> parse_words(const GoldSentence& sentence) {
  std::vector<ParseWord> words;
  std::string buffer;
  for (const GoldWord& word : sentence)
    words.push_back(
        {hash(utf8::folded(word.form)), lexical_part(word.form, word.lemma, word.upos, buffer), word.upos, word.feats});
  return words;
}

int move_cost(const ParseState& state, std::span<const Index> heads, const std::vector<std::vector<Index>>& children,
              Move move) {
  const Index top = state.stack(0), beneath = state.stack(1), next = state.next();
  int cost = 0;
  if (move == Move::shift) {
    const Index head = heads[next];
    cost += head == state.root() ? top != state.outside() : head != top && state.on_stack(head);
    for (Index child : children[next]) cost += state.on_stack(child);
    return cost;
  }
  const Index head = heads[top];
  const bool ahead = head == state.root() ? beneath == state.outside() : head >= next;  // its arc can still be had
  if (move == Move::left) cost += (ahead && head != next) || head == beneath;
  if (move == Move::right) cost += ahead;
  for (Index child : children[top]) cost += child >= next;
  return cost;
}

ParserRows train_parser(std::span<const GoldSentence> sentences, std::size_t twice, const Training& training) {
  const std::vector<std::string> names = labels_of(sentences);
  std::vector<Tree> trees;
  for (const GoldSentence& sentence : sentences) trees.push_back(tree_of(sentence, names));
  ParserTrainer trainer(names);
  const auto tree_at = [&](std::size_t visit) { return visit < 2 * twice ? visit / 2 : visit - twice; };
  Random random(training.seed);
  for (int run = 0; run < training.runs; ++run) {
    if (run > 0) trainer.restart();
    for (int round = 0; round < training.rounds; ++round)
      for (std::size_t visit : shuffled(trees.size() + twice, random)) trainer.learn(trees[tree_at(visit)], round > 0, random);
  }
  return {trainer.moves().rows(training.quantising, {{"kind", "actions"}}),
          trainer.labels().rows(training.quantising, {{"kind", "labels"}})};
}

}  // namespace greffier
