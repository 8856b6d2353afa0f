// Where a sentence may end: what stands between two tokens.
#pragma once

#include "greffier/document.h"

namespace greffier {

enum class Gap : unsigned char {
  inside,     // no sentence ends here: within a word, before a closing mark, or nothing speaks for it
  open,       // a word that could open a sentence follows without a mark before it (a title without a full stop)
  mark,       // a full stop or the like, with the marks that close it, stands before
  paragraph,  // an empty line, or a line's end that wraps no text
};

// The gap between tokens `i` and `i + 1`, which must exist.
Gap gap_after(const Document& document, Index i);

// Whether the token looks like the start of a sentence: a capital, a figure, an opening mark.
bool starts_sentence(const Document& document, Index i);

// Whether the last tokens are a mark that ends sentences, with what closes it.
bool ends_with_mark(const Document& document, TokenRange tokens);

}  // namespace greffier
