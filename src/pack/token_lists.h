// The word lists of a pack that tell how its language writes tokens, ready to be asked.
//
// packs/LANG/lists/token-*.txt; a list that a pack lacks holds nothing. All texts are folded.
#pragma once

#include <string_view>

#include "greffier/pack.h"
#include "pack/lexicon.h"
#include "pack/vocabulary.h"

namespace greffier {

class TokenLists {
 public:
  explicit TokenLists(const Pack& pack);

  // Words that end with an apostrophe ("l'"), asked without it.
  bool elided(std::string_view word) const { return in(elision_, word); }
  // Words with an apostrophe or hyphen that stay one token.
  bool unsplit(std::string_view word) const { return in(unsplit_, word); }
  // Letters that stay with the figure before them ("1er"), and units that do not ("20h").
  bool ordinal(std::string_view ending) const { return in(ordinal_, ending); }
  bool unit(std::string_view word) const { return in(unit_, word); }
  // The last part of a site's name ("org").
  bool domain(std::string_view ending) const { return in(domain_, ending); }

  enum class Abbreviation : unsigned char { no, always, before_capital, before_figure };
  Abbreviation abbreviation(std::string_view word) const;
  enum class Clitic : unsigned char { no, of_verb, of_noun };
  Clitic clitic(std::string_view word) const;
  // The words of a multi-word token, set apart by blanks, "?" behind them where it may be one word; else empty.
  std::string_view contraction(std::string_view word) const;

  const Lexicon& lexicon() const { return lexicon_; }

 private:
  bool in(ListId list, std::string_view word) const;

  const Vocabulary& vocabulary_;
  const Lexicon& lexicon_;
  ListId elision_, unsplit_, ordinal_, unit_, domain_, abbreviation_, clitic_, contraction_;
};

}  // namespace greffier
