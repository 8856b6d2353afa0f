// Trees lose the subject of a clause behind a relative clause, a quotation or a colon more often than they mistake number and
// prepositions. So where the tree names no subject, the sentence is read from right to left for a noun phrase without a
// preposition that agrees in number. Cost: one walk over at most kWindow tokens for each verb that lacks a subject.
// Limits: number only; two nouns of one number before a verb may be taken for each other.
// Tested in tests/unit/event_parties_test.cpp.
#include "stages/events/agreement.h"

#include <algorithm>

namespace greffier::events {
namespace {

constexpr Index kWindow = 60;  // tokens

bool agree(const Reading& r, Index noun, Index word) {
  const Number a = r.token(noun).feats.number, b = r.token(word).feats.number;
  return a == Number::none || b == Number::none || a == b;
}

bool bare(const Reading& r, Index t) {
  return r.nominal(t) && !(r.index.layers[t] & kInTime) && r.child(t, {Deprel::case_, Deprel::mark}) == kNone &&
         r.token(t).feats.pron_type != PronType::Rel && !r.token(t).feats.reflex;
}

bool may_be_subject(const Reading& r, Index t) {
  switch (r.rel(t)) {
    case Deprel::nsubj:
    case Deprel::root:
    case Deprel::appos:
    case Deprel::dislocated:
    case Deprel::parataxis:
    case Deprel::vocative:
      return true;
    default: return false;
  }
}

bool in_brackets(const Reading& r, Index t) { return t > 0 && r.doc.form(r.token(t - 1)) == "("; }

Index sentence_begin(const Reading& r, Index t) { return r.doc.sentences[r.doc.sentence_of(t)].tokens.begin; }

}  // namespace

Index finite_word(const Reading& r, Index verb) {
  if (r.finite(verb)) return verb;
  for (Index c = r.first_child(verb); c != kNone && c < verb; c = r.next(c))
    if ((r.rel(c) == Deprel::aux || r.rel(c) == Deprel::cop) && r.finite(c)) return c;
  return kNone;
}

bool stray(const Reading& r, Index verb) {
  if (r.rel(verb) != Deprel::acl || r.head(verb) == kNone || finite_word(r, verb) == kNone) return false;
  for (Index c = r.first_child(verb); c != kNone; c = r.next(c))
    if (r.token(c).feats.pron_type == PronType::Rel || r.in(c, r.lists.relative)) return false;
  return true;
}

Index agreeing_subject(const Reading& r, Index verb) {
  const Index word = finite_word(r, verb);
  if (word == kNone || r.token(word).feats.mood == Mood::Imp) return kNone;
  if (stray(r, verb) && bare(r, r.head(verb)) && agree(r, r.head(verb), word)) return r.head(verb);
  const Index end = std::min(word, verb), begin = std::max(sentence_begin(r, verb), end > kWindow ? end - kWindow : 0);
  for (Index t = end; t-- > begin;)
    if (bare(r, t) && may_be_subject(r, t) && agree(r, t, word) && !in_brackets(r, t)) return t;
  return kNone;
}

Index described_by(const Reading& r, Index participle) {
  const Index head = r.head(participle);
  if (head == kNone || head > participle || agree(r, head, participle)) return head;
  const Index begin = std::max(sentence_begin(r, participle), participle > kWindow ? participle - kWindow : 0);
  for (Index t = participle; t-- > begin;)
    if (r.nominal(t) && !(r.index.layers[t] & kInTime) && r.token(t).feats.number == r.token(participle).feats.number) return t;
  return head;
}

Index behind_fronted(const Reading& r, Index participle) {
  const TokenRange sentence = r.doc.sentences[r.doc.sentence_of(participle)].tokens;
  if (participle > sentence.begin + 1) return kNone;
  bool comma = false;
  for (Index t = participle + 1; t < std::min(sentence.end, participle + kWindow); ++t) {
    comma |= r.doc.form(r.token(t)) == ",";
    if (comma && bare(r, t) && agree(r, t, participle)) return t;
  }
  return kNone;
}

}  // namespace greffier::events
