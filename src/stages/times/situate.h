// What the sentence around an expression says about it: tense, preposition, quotation, the place of a dateline.
#pragma once

#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "stages/times/expression.h"

namespace greffier::times {

// The first sentence that tells something: no heading, and with a verb; kNone where there is none.
Index lead_sentence(const Document& document);

// Fills the fields of all[from..] that come from the sentence, not from the words of the expression.
void situate(const Document& document, const TokenIndex& index, const Vocabulary& vocabulary, bool lead, std::size_t from,
             std::vector<Expression>& all);

}  // namespace greffier::times
