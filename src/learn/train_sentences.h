// The trainer of sentence ends.
#pragma once

#include <functional>
#include <vector>

#include "greffier/document.h"
#include "learn/linear_model.h"
#include "learn/train_choices.h"
#include "pack/lexicon.h"

namespace greffier {

// Learns from documents with their sentences (from_conllu) where sentences end; labels "no", "yes".
ModelRows train_sentences(const std::vector<Document>& documents, const Lexicon& lexicon, const ChoiceTraining& training,
                          const std::function<void(int, std::size_t)>& report);

}  // namespace greffier
