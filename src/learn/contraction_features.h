// What the model of contractions sees of a surface token that may be one word or several.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "greffier/range.h"
#include "learn/features.h"
#include "pack/lexicon.h"

namespace greffier {

// The features of token `i` of `surface`, the places of a text's surface tokens. `buffer` is scratch memory.
void contraction_features(std::string_view text, std::span<const ByteRange> surface, std::size_t i, const Lexicon& lexicon,
                          std::string& buffer, std::vector<Feature>& features);

}  // namespace greffier
