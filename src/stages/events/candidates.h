// The words of a sentence that may name a deed, each with the rules that say so.
#pragma once

#include <vector>

#include "stages/events/frames.h"
#include "stages/events/reading.h"

namespace greffier::events {

struct Candidate {
  TokenRange trigger;
  Index head = kNone;  // the word of the trigger that the others hang on
  Index rule = kNone;
};

// The candidates of a sentence, the longest trigger first where several begin at one word, then in the rules' order.
void find_candidates(const Reading& r, const Sentence& sentence, std::vector<Match>& matches, std::vector<Candidate>& out);

}  // namespace greffier::events
