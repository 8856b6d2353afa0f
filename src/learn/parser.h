// The dependency parser: greedy, arc-hybrid, first the move and then the arc's label.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "learn/linear_model.h"
#include "learn/parse_state.h"

namespace greffier {

inline constexpr std::string_view kRootLabel = "root";

// Const, shared by threads.
class Parser {
 public:
  // Throws Error{pack} where the models are not of moves and of relations.
  Parser(std::shared_ptr<const LinearModel> moves, std::shared_ptr<const LinearModel> labels);
  // Runs `state` over the words to its end; any words are safe.
  void parse(std::span<const ParseWord> words, ParseState& state) const;
  // The relation of a word of a finished state.
  Relation relation(const ParseState& state, Index word) const { return relations_[state.node(word).label - 1u]; }

 private:
  Move next_move(const ParseState& state) const;
  std::size_t label(const ParseState& state, Index child, Index parent) const;

  std::shared_ptr<const LinearModel> moves_;
  std::shared_ptr<const LinearModel> labels_;
  std::vector<Relation> relations_;  // of the labels
  std::size_t root_label_ = 0;
};

// The allowed move with the highest score, the first of equals. One is always allowed before the end.
Choice best_move(const ParseState& state, std::span<const std::int32_t> scores);
// The label with the highest score for a word that does not hang on the root.
Choice best_label(std::span<const std::int32_t> scores, std::size_t root_label);

}  // namespace greffier
