// Trains the move model and the label model of the parser together.
#pragma once

#include <span>
#include <vector>

#include "learn/parse_state.h"
#include "learn/perceptron.h"
#include "learn/train_tagger.h"

namespace greffier {

struct ParserRows {
  ModelRows moves;
  ModelRows labels;
};

std::vector<ParseWord> parse_words(const GoldSentence& sentence);

// The sentences' tags should be those that a tagger gives (jackknife()) and their lemmas those of the lexicon, their heads and
// relations gold. The first `twice` of them, the kind of text that counts most, are visited twice in each round.
ParserRows train_parser(std::span<const GoldSentence> sentences, std::size_t twice, const Training& training);

// How many gold arcs `move` puts out of reach (Goldberg and Nivre 2013). `heads` has the root as state.root().
int move_cost(const ParseState& state, std::span<const Index> heads, const std::vector<std::vector<Index>>& children,
              Move move);

}  // namespace greffier
