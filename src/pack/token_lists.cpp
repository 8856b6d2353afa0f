#include "pack/token_lists.h"

namespace greffier {

TokenLists::TokenLists(const Pack& pack)
    : vocabulary_(*pack.vocabulary),
      lexicon_(*pack.lexicon),
      elision_(vocabulary_.list("token-elision")),
      unsplit_(vocabulary_.list("token-unsplit")),
      ordinal_(vocabulary_.list("token-ordinal")),
      unit_(vocabulary_.list("token-unit")),
      domain_(vocabulary_.list("token-domain")),
      abbreviation_(vocabulary_.list("token-abbreviation")),
      clitic_(vocabulary_.list("token-clitic")),
      contraction_(vocabulary_.list("token-contraction")) {}

bool TokenLists::in(ListId list, std::string_view word) const {
  const Symbol symbol = vocabulary_.find(word);
  return symbol != 0 && vocabulary_.in_list(symbol, list);
}

TokenLists::Abbreviation TokenLists::abbreviation(std::string_view word) const {
  const Symbol symbol = vocabulary_.find(word);
  if (symbol == 0 || !vocabulary_.in_list(symbol, abbreviation_)) return Abbreviation::no;
  const std::string_view value = vocabulary_.value(symbol, abbreviation_);
  return value == "capital"  ? Abbreviation::before_capital
         : value == "figure" ? Abbreviation::before_figure
                             : Abbreviation::always;
}

TokenLists::Clitic TokenLists::clitic(std::string_view word) const {
  const Symbol symbol = vocabulary_.find(word);
  if (symbol == 0 || !vocabulary_.in_list(symbol, clitic_)) return Clitic::no;
  return vocabulary_.value(symbol, clitic_) == "noun" ? Clitic::of_noun : Clitic::of_verb;
}

std::string_view TokenLists::contraction(std::string_view word) const {
  const Symbol symbol = vocabulary_.find(word);
  return symbol == 0 ? std::string_view() : vocabulary_.value(symbol, contraction_);
}

}  // namespace greffier
