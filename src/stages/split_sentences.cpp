#include "stages/split_sentences.h"

#include <algorithm>

#include "base/utf8.h"
#include "stages/sentence_marks.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

// A line that is a title: it ends with its own line and no mark closes it.
bool heading(const Document& document, TokenRange tokens, bool own_line) {
  return own_line && !ends_with_mark(document, tokens);
}

void add_sentence(Document& document, Index begin, Index end, bool own_line) {
  const TokenRange tokens{begin, end};
  document.sentences.push_back({tokens, document.place_of(tokens), heading(document, tokens, own_line)});
}

}  // namespace

void split_sentences(const Pack&, Workspace&, Document& document) {
  const auto count = static_cast<Index>(document.tokens.size());
  Index begin = 0;
  bool line_start = true;
  for (Index i = 0; i < count; ++i) {
    const Gap gap = i + 1 == count ? Gap::paragraph : gap_after(document, i);
    if (gap == Gap::inside) continue;
    const bool end = gap == Gap::paragraph || (gap == Gap::mark && starts_sentence(document, i + 1));
    if (!end) continue;
    add_sentence(document, begin, i + 1, line_start && gap == Gap::paragraph);
    begin = i + 1;
    line_start = gap == Gap::paragraph;
  }
}

}  // namespace greffier
