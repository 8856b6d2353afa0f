// CoNLL-U, the treebanks' format (universaldependencies.org/format.html), out and in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "greffier/document.h"

namespace greffier {

// The sentences of a document with words, multi-word tokens, tags, lemmas and heads as far as they are known. The column
// MISC says `SpaceAfter=No`, other white space as `SpacesAfter`, and the place in code points as `TokenRange=BEGIN:END`.
std::string to_conllu(const Document& document);

// The documents of a CoNLL-U text: one for each `# newdoc`, at least one unless the text is empty. The text of a document
// is rebuilt from its words and their white space. Throws Error{input} "NAME:LINE: …".
std::vector<Document> from_conllu(std::string_view text, std::string_view name = "CoNLL-U");

}  // namespace greffier
