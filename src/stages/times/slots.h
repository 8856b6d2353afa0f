// From a match of a time rule to an Expression. The captures of a rule are the slots; its `gives` line names the kind and
// fixes slots that no word fills.
#pragma once

#include <optional>

#include "greffier/document.h"
#include "greffier/pattern.h"
#include "pack/vocabulary.h"
#include "stages/times/expression.h"

namespace greffier::times {

// The tokens that the expression takes: what `time:` captured, else the whole match; never half a multi-word token.
TokenRange extent_of(const Document& document, const RuleInfo& rule, const Match& match);

// The expression, or nothing where a slot holds what cannot be: a 31st of February, an hour 25.
std::optional<Expression> read_expression(const Document& document, const TokenIndex& index, const Vocabulary& vocabulary,
                                          const RuleInfo& rule, const Match& match);

}  // namespace greffier::times
