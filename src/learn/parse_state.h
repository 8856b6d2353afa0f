// The state of an arc-hybrid parse of one sentence: a stack, the buffer, and the arcs made so far.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "greffier/grammar.h"
#include "greffier/range.h"
#include "learn/features.h"

namespace greffier {

// shift: the buffer's first word onto the stack. left: the stack's top becomes a child of the buffer's first word.
// right: the stack's top becomes a child of the word beneath it. Both take the top away.
enum class Move : std::uint8_t { shift, left, right };
inline constexpr std::size_t kMoves = 3;

// What the parser knows of a word before it starts.
struct ParseWord {
  Feature form = 0;   // folded, hashed
  Feature lemma = 0;  // lexical_part()
  Upos upos = Upos::X;
  Feats feats;
};

// What templates know a word by: the hash of its lemma, which many forms share; of a pronoun's form, since that tells its
// case; figures count by their length alone. `buffer` is scratch.
Feature lexical_part(std::string_view form, std::string_view lemma, Upos upos, std::string& buffer);

// A word with its hashed parts and what hangs on it so far. Children are counted outwards: left[0] is the leftmost.
struct ParseNode {
  Feature form = 0;
  std::uint64_t tag = 0;
  Feature morph = 0;       // the tag with its features
  Feature both = 0;        // form and tag
  Feature marker = 0;      // the form of the adposition or conjunction on it
  std::uint64_t labels[2] = {0, 0};  // sets of the labels of its left and right children
  Index left[2];
  Index right[2];
  std::uint8_t valency[2] = {0, 0};
  std::uint8_t label = 0;  // of its own arc, plus 1
  Index head = kNone;
};

// Words are 0 … size() - 1; root() = size() stands at the end of the buffer. Every sequence of allowed moves ends after
// 2 · size() of them in one tree without crossing arcs in which exactly one word hangs on the root.
class ParseState {
 public:
  void start(std::span<const ParseWord> words);

  bool finished() const { return stack_.empty() && next_ == root(); }
  bool allowed(Move move) const;
  // The only move allowed, where there is but one.
  std::optional<Move> forced() const;
  // The word that gets a head by `move`, and the head.
  Index child(Move) const { return stack_.back(); }
  Index parent(Move move) const { return move == Move::left ? next_ : stack_[stack_.size() - 2]; }
  // `label` is the arc's, where the move makes one.
  void apply(Move move, std::size_t label);

  Index size() const { return size_; }
  Index root() const { return size_; }
  Index next() const { return next_; }
  // The word `depth` places beneath the stack's top, or `outside()`.
  Index stack(std::size_t depth) const { return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : outside(); }
  Index buffer(std::size_t offset) const { return next_ + offset <= size_ ? next_ + static_cast<Index>(offset) : outside(); }
  // A node that stands for "no word".
  Index outside() const { return size_ + 1; }
  const ParseNode& node(Index i) const { return nodes_[i]; }
  bool on_stack(Index word) const { return word < next_ && nodes_[word].head == kNone; }

 private:
  void attach(Index child, Index parent, std::size_t label);

  std::vector<ParseNode> nodes_;
  std::vector<Index> stack_;
  Index size_ = 0;
  Index next_ = 0;
};

// Words between two, in nine classes.
constexpr std::uint64_t distance_class(Index a, Index b) {
  const Index d = a > b ? a - b : b - a;
  if (d <= 5) return d;
  return d <= 8 ? 6 : d <= 14 ? 7 : 8;
}

// Add the features of the next move, and of the label of the arc from `parent` to `child` before it is made; the quick ones
// are those of learn/quick.h.
void move_features(const ParseState& state, FeatureList& out);
void quick_move_features(const ParseState& state, FeatureList& out);
void label_features(const ParseState& state, Index child, Index parent, FeatureList& out);
void quick_label_features(const ParseState& state, Index child, Index parent, FeatureList& out);

}  // namespace greffier
