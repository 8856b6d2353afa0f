// Who speaks in a quotation, by the words beside it; before statements are found.
#pragma once

#include <vector>

#include "greffier/document.h"
#include "greffier/pattern.h"

namespace greffier::entities {

// Looks at a document and at the entity of each token that heads a mention, kNone for none; keeps neither.
class Speakers {
 public:
  Speakers(const Document& document, const TokenIndex& index, const std::vector<Index>& entities)
      : d_(document), index_(index), entities_(entities) {}

  bool quoted(Index token) const { return token < index_.layers.size() && (index_.layers[token] & kInQuote) != 0; }
  // The speaker of the outermost quotation around a token, kNone where the text beside it names none.
  Index at(Index token) const;
  Index of(const Quote& quote) const;

 private:
  bool starts_small(const Sentence& sentence) const;
  Index subject_in(TokenRange range) const;
  Index inverted_in(TokenRange range) const;

  const Document& d_;
  const TokenIndex& index_;
  const std::vector<Index>& entities_;
};

}  // namespace greffier::entities
