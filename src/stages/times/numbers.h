// Numbers of a text: in figures, in words, or both ("3", in words that the pack lists, "2 million").
#pragma once

#include <optional>

#include "greffier/document.h"
#include "greffier/pattern.h"
#include "pack/vocabulary.h"

namespace greffier::times {

// The number that the tokens say, read with the lists number, about-number, ordinal and first-day; nothing where a token
// is no number or the whole is beyond a thousand million.
std::optional<int> number_of(const Document& document, const TokenIndex& index, const Vocabulary& vocabulary,
                             TokenRange tokens);

// A whole number in figures of at most nine digits, or nothing.
std::optional<int> figures(std::string_view text);

}  // namespace greffier::times
