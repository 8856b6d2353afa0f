// What every step of find_statements looks at: the document, its index, its quotation marks, the pack's lists.
#pragma once

#include <string_view>
#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "greffier/pattern.h"
#include "pack/vocabulary.h"

namespace greffier::statements {

// The word lists that the code itself asks for; a pack without one of them has kNoList there.
struct Lists {
  explicit Lists(const Vocabulary& vocabulary);
  ListId negation, spokes, document, informed, relay, channel, medium, nobody, speaker, source, manner, anonymous, vague,
      carrier, asked, citing, that, active, subject, by, person, contrast, feeling, to, facing, body, unsaid, object, particle,
      additive, then, with_be, none, title, voice, of, body_part, words, scene, without;
};

struct Scene {
  const Pack& pack;
  const Document& document;
  const TokenIndex& index;
  const std::vector<Index>& quote_of;  // by token: the innermost quote whose inner text holds it, or kNone
  Lists lists;

  const Token& token(Index i) const { return document.tokens[i]; }
  std::string_view text(Index i) const { return document.text(document.tokens[i].place); }
  // A mark, by what it is and not by its tag: the tagger may take a mark that it has never seen for a word.
  bool punct(Index i) const;
  // Whether form or lemma of token `i` is in the list.
  bool listed(Index i, ListId list) const;
  // Whether the form alone is: a pronoun's cases share a lemma.
  bool form_listed(Index i, ListId list) const;
  std::string_view value(Index i, ListId list) const;
  const Sentence& sentence_of(Index i) const { return document.sentences[document.sentence_of(i)]; }

  // The quote whose opening, whose closing mark is token `i`, or kNone.
  Index opens_at(Index i) const;
  Index closes_at(Index i) const;
  // The tokens of a quote with its marks.
  TokenRange outer(Index quote) const;
  // The outermost quote that holds token `i` but not token `but_not`, or kNone.
  Index quote_around(Index i, Index but_not) const;
};

// Fills `quote_of` for Scene.
void index_quotes(const Document& document, std::vector<Index>& quote_of);

bool finite(const Token& token);
bool nominal(const Token& token);  // a noun, a name, a pronoun
bool verbal(const Token& token);   // a verb or an auxiliary

// The first child with this relation, or kNone.
Index child(const Scene& scene, Index token, Deprel relation);
bool has_child(const Scene& scene, Index token, Deprel relation);

// Whether token `i` is this mark; what two ranges have in common.
bool mark(const Scene& scene, Index i, std::string_view form);
inline bool comma(const Scene& scene, Index i) { return mark(scene, i, ","); }
TokenRange common(TokenRange a, TokenRange b);

// The first of the tokens of `range` that is a finite verb, or kNone.
Index finite_verb(const Scene& scene, TokenRange range);
// Likewise, but no verb of a relative clause.
Index main_verb(const Scene& scene, TokenRange range);

}  // namespace greffier::statements
