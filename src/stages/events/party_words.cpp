// By the lists party-noun and role-noun, the pack's knowledge of nouns and of nationalities, and the part of speech. Constant
// work for each word. Tested in tests/unit/event_parties_test.cpp.
#include "stages/events/party_words.h"

#include "pack/knowledge.h"
#include "stages/entities/nouns.h"
#include "stages/parties.h"

namespace greffier::events {
namespace {

bool known_to_act(const Reading& r, Index t) {
  const entities::NounSense sense = entities::sense_of(r.pack, r.workspace, r.doc, t);
  return sense.kind == entities::NounKind::person || sense.kind == entities::NounKind::body;
}

}  // namespace

bool names_people(const Reading& r, Index t) {
  return r.token(t).upos == Upos::NOUN && r.pack.knowledge &&
         r.pack.knowledge->demonym(fingerprint(r.doc.form(r.token(t)))) != nullptr;
}

// "the organisation of the vote": a noun for a body that names what is done to its complement.
bool names_deed(const Reading& r, Index t) {
  if (!r.in(t, r.lists.act_or_body)) return false;
  for (Index c = r.first_child(t); c != kNone; c = r.next(c))
    if (c > t && r.rel(c) == Deprel::nmod && r.introduced(c, r.lists.role_of) && r.child(c, {Deprel::det}) != kNone)
      return mention_at(r.doc, c) == kNone && !r.in(c, r.lists.party_noun) && !known_to_act(r, c);
  return false;
}

bool names_party(const Reading& r, Index t) {
  switch (r.token(t).upos) {
    case Upos::PROPN: return true;
    case Upos::PRON:
      return r.token(t).feats.pron_type != PronType::Rel && !r.token(t).feats.reflex && !r.in(t, r.lists.thing_pronoun);
    case Upos::NUM: return r.child(t, {Deprel::nmod}) != kNone;
    case Upos::ADJ:
      if (r.in(t, r.lists.latter)) return true;
      [[fallthrough]];
    default: return r.in(t, r.lists.party_noun) || r.in(t, r.lists.role_noun) || names_people(r, t) || known_to_act(r, t);
  }
}

// "ten thousand REFUGEES", "Mgr KABILA", "more than ten DEAD": where a number, a title or an adverb is the head of the
// phrase, what it counts or calls.
Index counted(const Reading& r, Index head) {
  const bool degree = r.token(head).upos == Upos::ADV;
  if (r.token(head).upos != Upos::NUM && !degree && !r.in(head, r.lists.number) && !r.in(head, r.lists.title)) return head;
  for (Index c = r.first_child(head); c != kNone; c = r.next(c)) {
    const bool complement = r.rel(c) == Deprel::nmod || r.rel(c) == Deprel::amod || (degree && r.rel(c) == Deprel::obl);
    if (c > head && complement && names_party(r, c)) return c;
  }
  return head;
}

bool names_nobody(const Reading& r, Index t) {
  if (r.rel(t) == Deprel::expl) return true;
  const Index determiner = r.child(t, {Deprel::det});
  return determiner != kNone && r.in(determiner, r.lists.none_word);
}

}  // namespace greffier::events
