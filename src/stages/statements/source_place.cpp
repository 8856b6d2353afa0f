// Between the source and its clause the tree is least reliable ("According to Reuters, the minister, who …, has resigned" may
// make the minister an apposition), so the words decide: behind each comma stands either something that describes the source
// or the clause. Cost: the length of the sentence. Tested by packs/*/statements.rules.
#include "stages/statements/source_place.h"

#include "stages/phrases.h"

namespace greffier::statements {
namespace {

bool person(const Scene& s, Index i) { return (s.index.layers[i] & (kInName | kNameType)) == kInName; }

// The next comma of the same quotation before a finite verb; a relative clause has its own verb.
Index next_comma(const Scene& s, Index from, Index end, Index quote) {
  bool relative = false;
  for (Index i = from; i < end; ++i) {
    if (s.quote_of[i] != quote) continue;
    if (comma(s, i)) return i;
    relative = relative || s.token(i).feats.pron_type == PronType::Rel;
    const bool joined_by = i + 1 < end && s.listed(i + 1, s.lists.by);  // a participle that looks finite
    if (finite(s.token(i)) && !relative && !joined_by) return kNone;
  }
  return kNone;
}

// Whether a description of the source begins at `i`: a relative clause, a participle, an age, a name for a trade, a trade for
// a name.
bool describes(const Scene& s, Index speaker, Index i) {
  const Token& t = s.token(i);
  if (t.feats.pron_type == PronType::Rel || t.upos == Upos::NUM || t.feats.verb_form == VerbForm::Part) return true;
  if (t.upos == Upos::NOUN && s.listed(i, s.lists.speaker)) return true;
  if (person(s, i) || (s.listed(i, s.lists.title) && person(s, i + 1)))
    return s.token(speaker).upos == Upos::NOUN && !person(s, i - 2);
  if (t.upos != Upos::DET || t.feats.pron_type == PronType::Prs || (s.index.layers[i - 2] & kInName) == 0) return false;
  const Index noun = s.token(i + 1).upos == Upos::ADJ ? i + 2 : i + 1;
  if (noun >= s.document.tokens.size()) return false;
  return person(s, i - 2) ? s.listed(noun, s.lists.speaker) : s.listed(noun, s.lists.medium) || s.listed(noun, s.lists.body);
}

}  // namespace

Index source_comma(const Scene& s, Index speaker) {
  const TokenRange sentence = s.sentence_of(speaker).tokens;
  const Index quote = s.quote_of[speaker];
  Index at = next_comma(s, speaker + 1, sentence.end, quote);
  while (at != kNone && at + 2 < sentence.end && describes(s, speaker, at + 1)) {
    const Index next = next_comma(s, at + 1, sentence.end, quote);
    if (next == kNone) break;
    at = next;
  }
  return at;
}

}  // namespace greffier::statements
