#include "learn/parser.h"

#include <gtest/gtest.h>

#include <numeric>

#include "learn/train_parser.h"

namespace greffier {
namespace {

std::vector<ParseWord> random_words(std::size_t count, Random& random) {
  std::vector<ParseWord> words(count);
  for (ParseWord& word : words) {
    word.form = random.below(50);
    word.upos = static_cast<Upos>(random.below(kUposCount));
    word.feats.number = static_cast<Number>(random.below(3));
  }
  return words;
}

// The first reason why the finished state is no projective tree with one root, or an empty string.
std::string fault(const ParseState& state) {
  const Index n = state.size();
  Index roots = 0;
  std::vector<std::pair<Index, Index>> open;
  for (Index i = 0; i < n; ++i) {
    const Index head = state.node(i).head;
    if (head == kNone || head > n || head == i) return "a word has no head";
    roots += head == n;
    Index at = i;
    for (Index steps = 0; at != n; at = state.node(at).head)
      if (++steps > n) return "there is a cycle";
    const Index low = std::min(i, head), high = std::max(i, head);
    for (Index k = low + 1; k < high; ++k)
      if (state.node(k).head < low || state.node(k).head > high) return "two arcs cross";
  }
  return n > 0 && roots != 1 ? "there is not one root" : "";
}

GoldSentence random_tree(Index count, Random& random) {
  GoldSentence sentence(count);
  // A random sequence of moves gives a random tree without crossing arcs.
  ParseState state;
  state.start(parse_words(sentence));
  while (!state.finished()) {
    const Move move = static_cast<Move>(random.below(kMoves));
    if (state.allowed(move)) state.apply(move, 0);
  }
  for (Index i = 0; i < count; ++i) {
    sentence[i].form = "w" + std::to_string(random.below(9));
    sentence[i].head = state.node(i).head == count ? kNone : state.node(i).head;
    sentence[i].relation = relation_from(sentence[i].head == kNone ? "root" : random.chance(50) ? "obj" : "nsubj");
  }
  return sentence;
}

TEST(ParseState, AnyMovesMakeATree) {
  Random random(11);
  ParseState state;
  for (std::size_t count = 0; count < 40; ++count) {
    state.start(random_words(count, random));
    std::size_t moves = 0;
    while (!state.finished()) {
      const Move move = static_cast<Move>(random.below(kMoves));
      if (!state.allowed(move)) continue;
      state.apply(move, random.below(60));
      ++moves;
    }
    EXPECT_EQ(moves, 2 * count);
    EXPECT_EQ(fault(state), "") << count;
  }
}

TEST(ParseState, AForcedMoveIsTheOnlyOneAllowed) {
  Random random(12);
  ParseState state;
  for (std::size_t count = 1; count < 20; ++count) {
    state.start(random_words(count, random));
    while (!state.finished()) {
      std::vector<Move> allowed;
      for (std::size_t k = 0; k < kMoves; ++k)
        if (state.allowed(static_cast<Move>(k))) allowed.push_back(static_cast<Move>(k));
      ASSERT_FALSE(allowed.empty());
      EXPECT_EQ(state.forced().has_value(), allowed.size() == 1);
      if (const auto only = state.forced()) {
        EXPECT_EQ(*only, allowed[0]);
      }
      state.apply(allowed[random.below(allowed.size())], 0);
    }
  }
}

TEST(MoveCost, FollowingFreeMovesRebuildsTheTree) {
  Random random(5);
  for (Index count = 1; count < 30; ++count) {
    const GoldSentence gold = random_tree(count, random);
    std::vector<Index> heads;
    std::vector<std::vector<Index>> children(count + 1);
    for (Index i = 0; i < count; ++i) {
      heads.push_back(gold[i].head == kNone ? count : gold[i].head);
      children[heads[i]].push_back(i);
    }
    ParseState state;
    state.start(parse_words(gold));
    while (!state.finished()) {
      std::vector<Move> free;
      for (std::size_t k = 0; k < kMoves; ++k)
        if (const Move move = static_cast<Move>(k); state.allowed(move) && move_cost(state, heads, children, move) == 0)
          free.push_back(move);
      ASSERT_FALSE(free.empty());
      state.apply(free[random.below(free.size())], 0);
    }
    for (Index i = 0; i < count; ++i) EXPECT_EQ(state.node(i).head, heads[i]);
  }
}

// From a state after random moves, the cost of a move is the difference that it makes to the best reachable tree; the plain
// way is to try all sequences of moves.
int most_right(const ParseState& state, std::span<const Index> heads) {
  if (state.finished()) {
    int right = 0;
    for (Index i = 0; i < state.size(); ++i) right += state.node(i).head == heads[i];
    return right;
  }
  int best = -1;
  for (std::size_t k = 0; k < kMoves; ++k) {
    const Move move = static_cast<Move>(k);
    if (!state.allowed(move)) continue;
    ParseState after = state;
    after.apply(move, 0);
    best = std::max(best, most_right(after, heads));
  }
  return best;
}

TEST(MoveCost, IsWhatTheBestReachableTreeLoses) {
  Random random(23);
  for (int trial = 0; trial < 40; ++trial) {
    const Index count = 2 + static_cast<Index>(random.below(4));
    const GoldSentence gold = random_tree(count, random);
    std::vector<Index> heads;
    std::vector<std::vector<Index>> children(count + 1);
    for (Index i = 0; i < count; ++i) {
      heads.push_back(gold[i].head == kNone ? count : gold[i].head);
      children[heads[i]].push_back(i);
    }
    ParseState state;
    state.start(parse_words(gold));
    while (!state.finished()) {
      const int before = most_right(state, heads);
      std::vector<Move> moves;
      for (std::size_t k = 0; k < kMoves; ++k) {
        const Move move = static_cast<Move>(k);
        if (!state.allowed(move)) continue;
        ParseState after = state;
        after.apply(move, 0);
        const int lost = before - most_right(after, heads);
        EXPECT_EQ(lost, move_cost(state, heads, children, move));
        moves.push_back(move);
      }
      state.apply(moves[random.below(moves.size())], 0);
    }
  }
}

std::shared_ptr<const LinearModel> model_of(const ModelRows& rows) {
  return std::make_shared<const LinearModel>(encode(rows), "test");
}

Parser small_parser() {
  Random random(2);
  std::vector<GoldSentence> sentences;
  for (int i = 0; i < 60; ++i) sentences.push_back(random_tree(3 + static_cast<Index>(random.below(9)), random));
  Training training;
  training.rounds = 4;
  const ParserRows rows = train_parser(sentences, 0, training);
  return {model_of(rows.moves), model_of(rows.labels)};
}

TEST(Parser, MakesATreeOfAnything) {
  const Parser parser = small_parser();
  Random random(3);
  ParseState state;
  for (std::size_t count = 0; count < 60; ++count) {
    parser.parse(random_words(count, random), state);
    EXPECT_EQ(fault(state), "") << count;
    for (Index i = 0; i < count; ++i) EXPECT_EQ(parser.relation(state, i).base == Deprel::root, state.node(i).head == count);
  }
}

TEST(Parser, TakesASentenceOfFiftyThousandWords) {
  const Parser parser = small_parser();
  Random random(4);
  ParseState state;
  parser.parse(random_words(50000, random), state);
  Index roots = 0;
  for (Index i = 0; i < 50000; ++i) roots += state.node(i).head == 50000;
  EXPECT_EQ(roots, 1u);
}

TEST(Parser, TrainingGivesTheSameBitsTwice) {
  Random random(9);
  std::vector<GoldSentence> sentences;
  for (int i = 0; i < 20; ++i) sentences.push_back(random_tree(8, random));
  Training training;
  training.rounds = 3;
  const ParserRows a = train_parser(sentences, 0, training), b = train_parser(sentences, 0, training);
  EXPECT_EQ(encode(a.moves), encode(b.moves));
  EXPECT_EQ(encode(a.labels), encode(b.labels));
}

}  // namespace
}  // namespace greffier
