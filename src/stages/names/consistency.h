// One text says one thing: the same string is the same kind of name everywhere in a document.
#pragma once

#include <vector>

#include "greffier/document.h"
#include "pack/fingerprint.h"
#include "stages/names/clues.h"

namespace greffier::names {

// Gives each string found as a name the type that most of its mentions have, and adds mentions where a string of several
// words, or a word found more often as a name than not, was missed. Mentions stay sorted and do not overlap.
void make_consistent(const std::vector<Fingerprint>& words, const ClueSheet& sheet, Document& document);

}  // namespace greffier::names
