// Where a sentence may end: what stands between two tokens.
#pragma once

#include <span>

#include "document/quote_marks.h"
#include "greffier/document.h"

namespace greffier {

enum class Gap : unsigned char {
  inside,     // no sentence ends here: within a word, before a closing mark, or nothing speaks for it
  open,       // a word that could open a sentence follows without a mark before it (a title without a full stop)
  mark,       // a full stop or the like, with the marks that close it, stands before
  paragraph,  // an empty line, or a line's end that wraps no text
};

// A dash, or a sign that opens the items of a list.
bool dash_or_bullet(char32_t point);

// Asks of one document, whose quotation marks are `marks` (one entry for each token).
class SentenceMarks {
 public:
  SentenceMarks(const Document& document, std::span<const QuoteMark> marks) : d_(document), marks_(marks) {}

  // The gap between tokens `i` and `i + 1`; behind the last token, a paragraph.
  Gap after(Index i) const;
  // The mark that ends the words up to token `i`, closing marks left aside; `i` itself where there is none.
  Index mark_before(Index i) const;
  // Whether the token looks like the start of a sentence: a capital, a figure, an opening mark.
  bool starts_sentence(Index i) const;
  // Whether a small letter follows a mark that also stands within sentences ("« Who? » asks Paul"), behind which is a gap.
  bool goes_on(Index i) const;
  // Whether the tokens end with a mark that ends or parts sentences: a heading has none.
  bool ends_with_mark(TokenRange tokens) const;

 private:
  bool final_mark(Index i) const;
  bool closes(Index i) const;
  bool opens(Index i) const;
  bool lone_dash(Index i) const;

  const Document& d_;
  std::span<const QuoteMark> marks_;
};

}  // namespace greffier
