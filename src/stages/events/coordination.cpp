// Three ways in which trees show "A, B and C": as conjuncts of A; as complements of A with a conjunction of their own ("A as
// well as B"); and, where a parser cut it, as A and C beside each other below one verb, a conjunction between them. Each
// head is looked at once, so the cost is bounded by the children of a few words. Tested in tests/unit/event_parties_test.cpp.
#include "stages/events/coordination.h"

#include "stages/phrases.h"

namespace greffier::events {
namespace {

// "fourteen people, five children among them": what a relative pronoun opens is a part of the whole.
bool part_of_it(const Reading& r, Index c) {
  const Index first = subtree(r.doc, r.index, c).begin;
  return r.token(first).feats.pron_type == PronType::Rel;
}

// Whether a conjunct without a conjunction is one of a list: a later one has it ("A, B and C"). Else it explains ("X, the
// capital of Y").
bool goes_on(const Reading& r, Index c) {
  if (r.child(c, {Deprel::det}) == kNone) return true;
  for (Index k = r.next(c); k != kNone; k = r.next(k))
    if (r.rel(k) == Deprel::conj) return true;
  const Index below = r.child(c, {Deprel::conj});
  return below != kNone;
}

bool joined(const Reading& r, Index c) {
  if (!r.nominal(c) || part_of_it(r, c) || r.introduced(c, r.lists.role_outside)) return false;
  if (r.rel(c) == Deprel::conj) return r.child(c, {Deprel::cc}) != kNone || goes_on(r, c);
  return (r.rel(c) == Deprel::nmod || r.rel(c) == Deprel::appos) && r.child(c, {Deprel::cc}) != kNone;
}

void add_joined(const Reading& r, Index head, TokenList& out) {
  for (Index c = r.first_child(head); c != kNone; c = r.next(c))
    if (c > head && joined(r, c)) out.add(c);
}

bool bare(const Reading& r, Index c) {
  return r.nominal(c) && !(r.index.layers[c] & kInTime) && r.child(c, {Deprel::case_, Deprel::mark}) == kNone;
}

// The word before the phrase of `head` where that is a conjunction, else kNone.
Index conjunction_before(const Reading& r, Index head) {
  Index t = subtree(r.doc, r.index, head).begin;
  if (r.rel(t) == Deprel::cc) return t;
  const Index begin = r.doc.sentences[r.doc.sentence_of(head)].tokens.begin;
  return t > begin && r.rel(t - 1) == Deprel::cc ? t - 1 : kNone;
}

// The bare noun phrase that ends where the conjunction before `head` stands, below the same verb.
Index cut_off(const Reading& r, Index head) {
  const Index verb = r.head(head);
  if (verb == kNone || !r.verb(verb) || head > verb || r.rel(head) == Deprel::obl) return kNone;
  const Index conjunction = conjunction_before(r, head);
  if (conjunction == kNone) return kNone;
  for (Index c = r.first_child(verb); c != kNone && c < conjunction; c = r.next(c))
    if (c != head && bare(r, c) && subtree(r.doc, r.index, c).end == conjunction) return c;
  return kNone;
}

}  // namespace

TokenList coordinated(const Reading& r, Index head) {
  TokenList out;
  if (head == kNone) return out;
  if (const Index first = cut_off(r, head); first != kNone) {
    out.add(first);
    add_joined(r, first, out);
  }
  out.add(head);
  add_joined(r, head, out);
  for (std::size_t i = 0; i < out.size(); ++i)  // chains of conjuncts: of each but the first its own
    if (out.begin()[i] != head) add_joined(r, out.begin()[i], out);
  return out;
}

}  // namespace greffier::events
