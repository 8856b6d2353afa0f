// The features by which the model of names labels one word of a sentence.
#pragma once

#include <span>
#include <vector>

#include "learn/features.h"
#include "stages/names/clues.h"

namespace greffier::names {

// Appends the features of clue `at` among the clues of one sentence.
void features_of(std::span<const Clue> sentence, std::size_t at, std::vector<Feature>& features);

}  // namespace greffier::names
