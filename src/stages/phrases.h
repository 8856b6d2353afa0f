// Phrases of the tree: what one captured token stands for. Shared by statements, entities and events.
#pragma once

#include "greffier/document.h"
#include "greffier/pattern.h"

namespace greffier {

// The tokens from the leftmost to the rightmost descendant of `token`, itself included.
TokenRange subtree(const Document& document, const TokenIndex& index, Index token);

// The narrowest whole noun phrase of a noun, name or pronoun, as the record wants it in a chain: its subtree without a
// preposition or conjunction at its left edge, coordinated heads, relative clauses, parentheses and outer punctuation.
TokenRange noun_phrase(const Document& document, const TokenIndex& index, Index head);

// `range` without punctuation and white space at its edges; closing marks that pair with one inside stay.
TokenRange trimmed(const Document& document, TokenRange range);

}  // namespace greffier
