// Lemmas by the lexicon (pack/lemma.h). One look-up a word. Tested in tests/unit/lemmatise_test.cpp; the score
// on a treebank is in docs/quality.md.
#include "stages/lemmatise.h"

#include "base/utf8.h"
#include "pack/lemma.h"
#include "stages/workspace.h"

namespace greffier {
void lemmatise(const Pack& pack, Workspace& workspace, Document& document) {
  std::string& buffer = workspace.text;
  for (Token& token : document.tokens) {
    const std::string_view form = document.form(token);
    buffer.clear();
    utf8::fold(form, buffer);
    const auto begin = static_cast<Index>(document.pool.size());
    if (!lemma_as_written(*pack.lexicon, form, buffer, token.upos)) {
      pack.lexicon->lemma(buffer, token.upos, token.feats, document.pool);
    } else if (token.form.empty()) {
      document.pool += form;
    } else {
      token.lemma = token.form;  // the form is in the pool already
      continue;
    }
    token.lemma = {begin, static_cast<Index>(document.pool.size())};
  }
}

}  // namespace greffier
