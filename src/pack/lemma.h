// The lemma of a tagged word: a name and a word in foreign script stay as they are written, all others go by the lexicon (its
// nearest analysis to the tag, else its rules for the ends of words). Tested in tests/unit/lemmatise_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "pack/lexicon.h"

namespace greffier {

// Whether the lemma is the form.
bool lemma_as_written(const Lexicon& lexicon, std::string_view form, std::string_view folded, Upos upos);
std::string lemma_of(const Lexicon& lexicon, std::string_view form, Upos upos, const Feats& feats);

}  // namespace greffier
