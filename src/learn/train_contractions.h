// The trainer of contractions: where a surface token is one word, and where several.
#pragma once

#include <functional>
#include <vector>

#include "greffier/document.h"
#include "learn/linear_model.h"
#include "learn/train_choices.h"
#include "pack/token_lists.h"

namespace greffier {

// Learns from documents with multi-word tokens (from_conllu), for the words that `lists` calls ambiguous; labels "one", "many".
ModelRows train_contractions(const std::vector<Document>& documents, const TokenLists& lists, const ChoiceTraining& training,
                             const std::function<void(int, std::size_t)>& report);

}  // namespace greffier
