// What the features of tagger and parser are made of: the parts of one word, hashed once.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "learn/features.h"

namespace greffier {

// What the lexicon says of a form: which tags, and which tags with features, it may have. 0: the form is not in it.
struct FormClasses {
  std::uint32_t tags = 0;
  std::uint32_t analyses = 0;
};

struct WordParts {
  Feature form = 0;                   // folded
  std::array<Feature, 4> suffix{};    // the last 1 to 4 letters, folded
  std::array<Feature, 3> prefix{};    // the first 1 to 3 letters, folded
  Feature tags = 0;                   // the lexicon's tag set; for an unknown form its suffix and shape
  Feature analyses = 0;               // likewise with features
  std::uint32_t shape = 0;            // capitals, digits, marks, length
};

// `folded` is utf8::fold of `form`. `first` says that the word opens its sentence, where a capital means little.
WordParts word_parts(std::string_view form, std::string_view folded, FormClasses classes, bool first);

}  // namespace greffier
