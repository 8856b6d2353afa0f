// Documents made by hand, for tests of what comes after the grammar.
#pragma once

#include <string_view>

#include "greffier/document.h"
#include "greffier/pattern.h"
#include "pack/vocabulary.h"

namespace greffier {

// One sentence; a token a line: FORM LEMMA UPOS FEATS HEAD RELATION, the head 1-based, 0 for the root. Tokens stand one
// blank apart.
Document document_of(std::string_view rows);

// The index that the stage `index` would make.
TokenIndex index_of(const Document& document, const Vocabulary& vocabulary);

}  // namespace greffier
