// Small questions that linking asks of the tree.
#pragma once

#include "greffier/document.h"
#include "greffier/pattern.h"

namespace greffier::entities {

inline bool is(const Token& token, Deprel base) { return token.relation.base == base; }

// The first child with one of two relations, kNone for none.
Index child(const Document& document, const TokenIndex& index, Index head, Deprel relation, Deprel other = Deprel::none);

// Whether `token` is the name or noun set beside another one: "le président X", "X, le président".
bool apposed(const Document& document, const TokenIndex& index, Index token);

// Whether a noun is introduced as known: a definite article, a demonstrative or a possessive.
bool definite(const Document& document, const TokenIndex& index, Index noun);
bool possessed(const Document& document, const TokenIndex& index, Index noun);

// Whether a token is the subject of a verb.
bool subject(const Token& token);

// `range` without the part of a contraction at its beginning: of "du président", "président".
TokenRange without_contraction(const Document& document, TokenRange range);

}  // namespace greffier::entities
