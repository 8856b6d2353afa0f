// Makes one treebank's tags and features like another's, so that both can be trained on together.
#pragma once

#include <span>

#include "learn/train_tagger.h"

namespace greffier {

// Rewrites the tags and features of `others` in the manner of `reference`; heads and relations stay.
void harmonise(std::span<const GoldSentence> reference, std::span<GoldSentence> others, const ClassesOf& classes,
               const Training& training);

}  // namespace greffier
