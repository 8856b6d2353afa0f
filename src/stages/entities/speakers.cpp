#include "stages/entities/speakers.h"

#include <algorithm>

#include "stages/entities/tree.h"

namespace greffier::entities {
namespace {

constexpr Index kInversion = 12;  // words from a quotation's end to the speaker behind the verb
constexpr Index kNear = 80;       // words in which a quotation's speaker is looked for

}  // namespace

// Whoever is the subject beside the quotation around token `t`.
Index Speakers::at(Index t) const {
  const auto after =
      std::partition_point(d_.quotes.begin(), d_.quotes.end(), [&](const Quote& q) { return q.tokens.begin <= t; });
  for (auto quote = after; quote != d_.quotes.begin();) {
    --quote;
    if (quote->tokens.contains(t) && quote->inside == kNone) return of(*quote);
    if (after - quote > 8) break;
  }
  return kNone;
}

// The subject nearest behind the quotation in its last sentence, else before it in its first one, else in the one before.
Index Speakers::of(const Quote& quote) const {
  if (quote.tokens.empty()) return kNone;
  const Index last = d_.sentence_of(quote.tokens.end - 1), first = d_.sentence_of(quote.tokens.begin);
  const TokenRange behind{quote.tokens.end, d_.sentences[last].tokens.end};
  if (const Index e = subject_in(behind); e != kNone) return e;
  if (const Index e = inverted_in(behind); e != kNone) return e;
  if (last + 1 < d_.sentences.size() && starts_small(d_.sentences[last + 1]))
    if (const Index e = subject_in(d_.sentences[last + 1].tokens); e != kNone) return e;
  for (Index s = first; s + 2 > first && s != kNone; --s) {
    const Index end = std::min(d_.sentences[s].tokens.end, quote.tokens.begin);
    if (const Index e = subject_in({d_.sentences[s].tokens.begin, end}); e != kNone) return e;
    if (s == 0) break;
  }
  return kNone;
}

// The sentence splitter may have cut behind the closing mark: « … » a déclaré X.
bool Speakers::starts_small(const Sentence& sentence) const {
  const Upos upos = d_.tokens[sentence.tokens.begin].upos;
  return upos == Upos::VERB || upos == Upos::AUX;
}

Index Speakers::subject_in(TokenRange range) const {
  if (range.size() > kNear) range.end = range.begin + kNear;
  for (Index t = range.begin; t < range.end; ++t)
    if (!quoted(t) && (subject(d_.tokens[t]) || d_.tokens[t].relation.subtype == Subtype::subj) && entities_[t] != kNone &&
        d_.entities[entities_[t]].type == EntityType::per)
      return entities_[t];
  return kNone;
}

// "… », a déclaré X": the first person behind a verb, whatever the parser made of it.
Index Speakers::inverted_in(TokenRange range) const {
  if (range.size() > kInversion) range.end = range.begin + kInversion;
  bool verb = false;
  for (Index t = range.begin; t < range.end; ++t) {
    if (verb && entities_[t] != kNone && d_.entities[entities_[t]].type == EntityType::per) return entities_[t];
    if (d_.tokens[t].upos == Upos::ADP) return kNone;
    verb = verb || d_.tokens[t].upos == Upos::VERB;
  }
  return kNone;
}

}  // namespace greffier::entities
