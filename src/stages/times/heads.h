// Where time expressions hang in the tree.
#pragma once

#include "greffier/document.h"

namespace greffier::times {

// The token of `range` whose head lies outside it (the first one; the first token where there is none).
Index head_token(const Document& document, TokenRange range);

// The word that an expression hangs on: the head of its head token; kNone where that is the root.
Index governor(const Document& document, TokenRange range);

// The entries of Document::times that lie within `tokens`; times are sorted by place.
ItemRange times_within(const Document& document, TokenRange tokens);

}  // namespace greffier::times
