// Lemmas: a name and a word in foreign script stay as they are written, all others go by the lexicon (its nearest analysis
// to the tag, else its rules for the ends of words). One look-up a word. Tested in tests/unit/lemmatise_test.cpp; the score
// on a treebank is in docs/quality.md.
#include "stages/lemmatise.h"

#include "base/utf8.h"
#include "pack/lexicon.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

// Abbreviations such as "EBM" or "R2D2": two or more capitals and no small letter.
bool all_capitals(std::string_view form) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < form.size();) {
    const utf8::Decoded d = utf8::decode(form, at);
    if (utf8::is_lower(d.point)) return false;
    capitals += utf8::is_upper(d.point);
    at += d.length;
  }
  return capitals >= 2;
}

bool as_written(const Lexicon& lexicon, std::string_view form, std::string_view folded, Upos upos) {
  if (upos == Upos::PROPN || upos == Upos::X || upos == Upos::PUNCT || upos == Upos::SYM) return true;
  if (lexicon.find(folded) != 0) return false;
  return upos == Upos::NUM || all_capitals(form);
}

}  // namespace

void lemmatise(const Pack& pack, Workspace& workspace, Document& document) {
  std::string& buffer = workspace.text;
  for (Token& token : document.tokens) {
    const std::string_view form = document.form(token);
    buffer.clear();
    utf8::fold(form, buffer);
    const auto begin = static_cast<Index>(document.pool.size());
    if (!as_written(*pack.lexicon, form, buffer, token.upos)) {
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
