// Sentences with gold annotation, for the trainers.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "greffier/grammar.h"
#include "greffier/range.h"

namespace greffier {

struct GoldWord {
  std::string form;
  std::string lemma;
  Upos upos = Upos::X;
  Feats feats;
  Index head = kNone;  // index within the sentence; kNone for the root
  Relation relation;
};
using GoldSentence = std::vector<GoldWord>;

// The syntactic words of CoNLL-U files; multi-word ranges and empty nodes are left out. Throws Error{input} with file and
// line for a row that is none, Error{io}.
std::vector<GoldSentence> read_treebank(std::span<const std::filesystem::path> files);

}  // namespace greffier
