// Repairs tags of nouns for people that the tagger took for adjectives.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

// Mends the parts of speech of the words in `sentence`. Linear; two look-ups for each doubtful adjective.
void mend_tags(const Pack& pack, Document& document, TokenRange sentence);

}  // namespace greffier
