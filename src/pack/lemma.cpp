#include "pack/lemma.h"

#include "base/utf8.h"

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

}  // namespace

bool lemma_as_written(const Lexicon& lexicon, std::string_view form, std::string_view folded, Upos upos) {
  if (upos == Upos::PROPN || upos == Upos::X || upos == Upos::PUNCT || upos == Upos::SYM) return true;
  if (lexicon.find(folded) != 0) return false;
  return upos == Upos::NUM || all_capitals(form);
}

std::string lemma_of(const Lexicon& lexicon, std::string_view form, Upos upos, const Feats& feats) {
  const std::string folded = utf8::folded(form);
  if (lemma_as_written(lexicon, form, folded, upos)) return std::string(form);
  std::string lemma;
  lexicon.lemma(folded, upos, feats, lemma);
  return lemma;
}

}  // namespace greffier
