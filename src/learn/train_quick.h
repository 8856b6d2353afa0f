// Gives trained models of tags, features and trees their quick weights (learn/quick.h).
#pragma once

#include <span>

#include "learn/train_parser.h"
#include "learn/train_tagger.h"

namespace greffier {

// `sentences` are those that the models were trained on.
ModelRows with_quick_tags(const ModelRows& whole, std::span<const GoldSentence> sentences, const ClassesOf& classes);
ModelRows with_quick_features(const ModelRows& whole, std::span<const GoldSentence> sentences, const ClassesOf& classes);
ParserRows with_quick_parser(const ParserRows& whole, std::span<const GoldSentence> sentences);

}  // namespace greffier
