// Which of the overlapping matches of a sentence stand, and which neighbours make one expression.
#pragma once

#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "stages/times/expression.h"

namespace greffier::times {

struct Found {
  TokenRange tokens;
  Index match = kNone;
  Index rule = kNone;
};

// Of overlapping ones the leftmost stands, then the longest, then the earlier rule; sorted by place.
void keep_best(std::vector<Found>& found);

// Joins a day with the hour or part of the day beside it ("Monday" + "at" + "10 o'clock"), where nothing but words of the
// list time-glue, or a comma, stands between them; and two durations that make one. Expressions are of one sentence, sorted by
// place.
void join_neighbours(const Document& document, const TokenIndex& index, const Vocabulary& vocabulary, std::size_t first,
                     std::vector<Expression>& expressions);

}  // namespace greffier::times
