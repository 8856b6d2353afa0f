// A greedy transition parser with two linear models: three moves without labels, then one label for each arc.
//
// The models are trained with a dynamic oracle and exploration (train_parser.cpp). Cost: 2n moves for n words, each a
// look-up of 24 quick features in the move model and, where those do not settle it (learn/quick.h), of 95 more; n look-ups of
// 11 and 45 in the label model; linear in n for any text.
// Limits: no crossing arcs (about 2 % of the treebanks' trees have one); a mistake is never taken back.
// Tested in tests/unit/parser_test.cpp: every tree is a tree, whatever the words and the weights.
#include "learn/parser.h"

#include <fmt/format.h>

#include <algorithm>

#include "greffier/error.h"

namespace greffier {

Choice best_move(const ParseState& state, std::span<const std::int32_t> scores) {
  std::int32_t open[kMoves];
  for (std::size_t k = 0; k < kMoves; ++k) open[k] = state.allowed(static_cast<Move>(k)) ? scores[k] : INT32_MIN;
  return LinearModel::choice(open);
}

Choice best_label(std::span<const std::int32_t> scores, std::size_t root_label) {
  std::size_t best = root_label == 0 && scores.size() > 1 ? 1 : 0;
  std::int32_t next = INT32_MIN;
  for (std::size_t k = best + 1; k < scores.size(); ++k) {
    if (k == root_label) continue;
    next = std::max(next, std::min(scores[k], scores[best]));
    if (scores[k] > scores[best]) best = k;
  }
  return {best, next == INT32_MIN ? INT32_MAX : scores[best] - next};
}

Parser::Parser(std::shared_ptr<const LinearModel> moves, std::shared_ptr<const LinearModel> labels)
    : moves_(std::move(moves)), labels_(std::move(labels)) {
  if (moves_->label_count() != kMoves)
    throw Error(ErrorCode::pack, fmt::format("the action model has {} labels, not {}", moves_->label_count(), kMoves));
  const auto root = labels_->label_index(kRootLabel);
  if (!root || labels_->label_count() < 2) throw Error(ErrorCode::pack, "the label model's labels are no relations");
  root_label_ = *root;
  for (std::size_t i = 0; i < labels_->label_count(); ++i) relations_.push_back(relation_from(labels_->label(i)));
}

void Parser::parse(std::span<const ParseWord> words, ParseState& state) const {
  state.start(words);
  while (!state.finished()) {
    const Move move = next_move(state);
    const bool arc = move != Move::shift;
    state.apply(move, arc ? label(state, state.child(move), state.parent(move)) : 0);
  }
}

Move Parser::next_move(const ParseState& state) const {
  if (const auto only = state.forced()) return *only;
  FeatureList features;
  std::int32_t scores[kMoves];
  quick_move_features(state, features);
  moves_->score(features.list(), scores);
  Choice move = best_move(state, scores);
  if (move.lead < moves_->enough_lead()) {
    features.count = 0;
    move_features(state, features);
    moves_->score(features.list(), scores);
    move = best_move(state, scores);
  }
  return static_cast<Move>(move.label);
}

std::size_t Parser::label(const ParseState& state, Index child, Index parent) const {
  if (parent == state.root()) return root_label_;
  FeatureList features;
  std::array<std::int32_t, LinearModel::kMaxLabels> scores;
  const std::span<std::int32_t> used(scores.data(), relations_.size());
  quick_label_features(state, child, parent, features);
  labels_->score(features.list(), used);
  Choice label = best_label(used, root_label_);
  if (label.lead < labels_->enough_lead()) {
    features.count = 0;
    label_features(state, child, parent, features);
    labels_->score(features.list(), used);
    label = best_label(used, root_label_);
  }
  return label.label;
}

}  // namespace greffier
