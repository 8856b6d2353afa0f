// A phrase names a party by its entity, by its noun (lists party-noun and role-noun, the pack's knowledge), or by an adjective
// alone ("Russian strikes"). What the phrase leaves open is completed: the sector by the list of nouns, the country by the
// article's own, "I" and "we" by the speaker of the words. Constant work but for the speaker, which is looked for among the
// statements by bisection. Tested in tests/unit/event_parties_test.cpp.
#include "stages/events/party.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/entities/nouns.h"
#include "stages/events/agreement.h"
#include "stages/events/party_words.h"
#include "stages/events/several.h"
#include "stages/events/slots.h"
#include "stages/parties.h"
#include "stages/phrases.h"
#include "stages/workspace.h"

namespace greffier::events {
namespace {

constexpr Index kFarBack = 60;  // tokens

// The sector that a list says of the token; none where it is not in the list.
Sector listed_sector(const Reading& r, Index t, ListId list) {
  return from_spelling<Sector>(r.value(t, list)).value_or(Sector::none);
}

// "Russian strikes", "the police intervention" where the language says it by an adjective. The Union's is of no country.
std::optional<Party> party_of_adjective(const Reading& r, Index adjective) {
  Party party;
  party.place = r.token(adjective).place;
  const Demonym* demonym = r.pack.knowledge ? r.pack.knowledge->demonym(fingerprint(r.doc.form(r.token(adjective)))) : nullptr;
  party.sector = listed_sector(r, adjective, r.lists.party_adjective);
  if (party.sector == Sector::none && demonym != nullptr) party.sector = Sector::gov;
  if (party.sector == Sector::none) return std::nullopt;
  if (party.sector == Sector::igo) return party;
  party.country = demonym != nullptr ? demonym->country : r.workspace.home;
  return party;
}

// "Country: X does": the party of a headline stands behind the colon.
Index behind_colon(const Reading& r, Index head) {
  if (head + 2 >= r.doc.tokens.size() || r.doc.form(r.token(head + 1)) != ":") return head;
  for (Index c = r.first_child(head); c != kNone; c = r.next(c))
    if (c > head + 1 && r.nominal(c)) return c;
  return head;
}

// A child that is a clause and no participle of the noun: "the country to have …", "the president and has …".
bool opens_clause(const Reading& r, Index verb) {
  if (r.rel(verb) == Deprel::conj || r.rel(verb) == Deprel::xcomp) return true;
  return r.rel(verb) == Deprel::acl && (!r.participle(verb) || r.child(verb, {Deprel::aux}) != kNone ||
                                        r.child(verb, {Deprel::mark}) != kNone || finite_word(r, verb) != kNone);
}

// Where a finite verb stands within the phrase that no relative pronoun opens, what a parser drew in from the next clause.
Index before_next_clause(const Reading& r, Index head, Index end) {
  for (Index t = head + 1; t < end; ++t) {
    if (r.token(t).feats.pron_type == PronType::Rel) return end;
    if (!r.finite(t) || !r.verb(t)) continue;
    return t > head + 1 && r.rel(t - 1) == Deprel::cc ? t - 1 : t;
  }
  return end;
}

// The narrowest phrase, without the article in "du" and without a complement of the deed that was hung on the party.
TokenRange phrase_of(const Reading& r, Index head) {
  TokenRange phrase = noun_phrase(r.doc, r.index, head);
  while (phrase.size() > 1 && r.token(phrase.begin).multi == MultiWord::later) ++phrase.begin;
  for (Index t = phrase.begin; t < head; ++t)
    if (r.doc.form(r.token(t)) == ":") phrase.begin = t + 1;
  for (Index c = r.first_child(head); c != kNone; c = r.next(c))
    if (c > head && r.verb(c) && opens_clause(r, c))
      phrase.end = std::max(head + 1, std::min(phrase.end, subtree(r.doc, r.index, c).begin));
  phrase.end = before_next_clause(r, head, phrase.end);
  for (Index t = head + 1; t < phrase.end; ++t)
    if (r.rel(t) == Deprel::case_ && (r.in(t, r.lists.role_against) || r.in(t, r.lists.role_outside))) phrase.end = t;
  return trimmed(r.doc, phrase);
}

// "a rebel leader", "a medical centre": the adjective says the trade.
Sector trade_of_adjective(const Reading& r, Index head) {
  for (Index c = r.first_child(head); c != kNone; c = r.next(c))
    if (const Sector s = listed_sector(r, c, r.lists.party_modifier); r.rel(c) == Deprel::amod && s != Sector::none) return s;
  return Sector::none;
}

// Whether the noun leaves open of which trade it is: "responsible", "person", "group".
bool open_trade(const Reading& r, Index head, Sector s) {
  return s == Sector::none || s == Sector::gov || s == Sector::cvl || s == Sector::unk || r.in(head, r.lists.role_noun);
}

// Whom the possessive before a noun stands for; kNone where it has none, or none but itself.
Index owner_before(const Reading& r, Index head) {
  for (Index c = r.first_child(head); c != kNone && c < head; c = r.next(c)) {
    if (r.rel(c) != Deprel::det || !r.token(c).feats.poss) continue;
    const Index owner = possessor(r, c);
    return owner == head ? kNone : owner;
  }
  return kNone;
}

// "their embassy", "our forces": the possessor's country.
Country possessor_country(const Reading& r, Index head) {
  const Index owner = owner_before(r, head);
  if (owner == kNone || r.token(owner).upos == Upos::PRON) return {};
  return party_of(r.pack, r.workspace, r.doc, {owner, owner + 1}).country;
}

// A counterpart has the trade of the one spoken of.
Sector counterpart_sector(const Reading& r, Index head) {
  const Index owner = r.in(head, r.lists.counterpart) ? owner_before(r, head) : kNone;
  return owner == kNone ? Sector::none : party_of(r.pack, r.workspace, r.doc, {owner, owner + 1}).sector;
}

// "the rebels", "the rebel forces" of a text are those of its country.
bool local(const Reading& r, Index head) {
  if (r.in(head, r.lists.local_noun)) return true;
  for (Index c = r.first_child(head); c != kNone; c = r.next(c))
    if (r.rel(c) == Deprel::amod && r.in(c, r.lists.local_noun)) return true;
  return false;
}

// The sector by the list of nouns and the article's own country, where the knowledge of the pack leaves them open.
void complete(const Reading& r, Index head, Party& party, bool at_home_by_default) {
  if (party.sector == Sector::none || party.sector == Sector::unk)
    if (const Sector s = listed_sector(r, head, r.lists.party_noun); s != Sector::none) party.sector = s;
  if (party.sector == Sector::none && names_people(r, head)) party.sector = Sector::cvl;
  const bool at_home =
      party.sector != Sector::none && party.sector != Sector::igo && party.sector != Sector::ngo && party.sector != Sector::reb;
  if (party.country.empty() && (at_home || local(r, head))) {
    party.country = r.workspace.home;
    at_home_by_default = true;
  }
  if (at_home_by_default && party.country == r.workspace.home && r.in(head, r.lists.foreign_noun)) party.country = {};
}

bool unnamed(const Reading& r, const Hop& speaker) {
  const TokenRange phrase = r.doc.tokens_within(speaker.place);  // empty: a clitic of the verb
  return speaker.entity == kNone && (phrase.empty() || r.token(head_of(r.doc, phrase)).upos == Upos::PRON);
}

// "I" and "we" in quoted words are who says them; "he added" is by the one who spoke before.
void borrow_speaker(const Reading& r, Index pronoun, Party& party) {
  const Hop* speaker = r.speaker(pronoun);
  if (speaker == nullptr || speaker->place.covers(party.place)) return;
  if (unnamed(r, *speaker))
    if (const Hop* before = r.speaker_before(party.place)) speaker = before;
  party.entity = speaker->entity;
  if (party.entity != kNone) {
    party.country = r.doc.entities[party.entity].country;
    party.sector = r.doc.entities[party.entity].sector;
    return;
  }
  const PartyInfo info = party_of(r.pack, r.workspace, r.doc, r.doc.tokens_within(speaker->place));
  party.country = info.country;
  party.sector = info.sector;
}

// "the latter", where it stands alone.
bool the_latter(const Reading& r, Index t) { return r.token(t).upos != Upos::NOUN && r.in(t, r.lists.latter) && r.child(t, {Deprel::nmod}) == kNone; }

// The subject that a pronoun of the third person takes up: the last one before it, in its sentence or the sentence before,
// that agrees with it. Names that it stands for were found by link_entities; this is for those without a name.
Index taken_up(const Reading& r, Index pronoun) {
  const Feats& own = r.token(pronoun).feats;
  const bool third = r.token(pronoun).upos == Upos::PRON && own.person == Person::Third && !own.reflex;
  if (!third && !the_latter(r, pronoun)) return kNone;
  const Index sentence = r.doc.sentence_of(pronoun);
  const Index begin = r.doc.sentences[sentence > 0 ? sentence - 1 : 0].tokens.begin;
  for (Index t = pronoun; t-- > std::max(begin, pronoun > kFarBack ? pronoun - kFarBack : 0);) {
    if (r.rel(t) != Deprel::nsubj || (r.token(t).upos != Upos::NOUN && r.token(t).upos != Upos::PROPN) ||
        (r.index.layers[t] & kInTime))
      continue;
    const Feats& other = r.token(t).feats;
    const bool number = own.number == Number::none || other.number == Number::none || own.number == other.number;
    const bool gender = own.gender == Gender::none || other.gender == Gender::none || own.gender == other.gender;
    if (number && gender && (names_party(r, t) || mention_at(r.doc, t) != kNone)) return t;
  }
  return kNone;
}

// A region has a government, a town seldom acts by its name.
bool region(const Reading& r, Index entity) {
  const PhraseTable& names = r.pack.knowledge->thing_names();
  for (Index v = names.find(fingerprint(r.doc.pooled(r.doc.entities[entity].name))); v != kNone; v = names.value(v).next)
    if (const auto kind = r.pack.knowledge->things()[names.value(v).number].kind; kind == "region" || kind == "place") return true;
  return false;
}

// A capital that is the seat of a union of states speaks for it, unless the text is about its own country.
bool stands_for_union(const Reading& r, Index head, const Party& party) {
  return party.entity != kNone && party.sector == Sector::gov && r.in(head, r.lists.seat_of_union) &&
         party.country != r.workspace.home;
}

std::optional<Party> party_at(const Reading& r, Index head, bool acts) {
  const Index mention = mention_at(r.doc, head);
  if (mention == kNone && (!names_party(r, counted(r, head)) || names_deed(r, head))) return std::nullopt;
  const TokenRange phrase = phrase_of(r, head);
  head = counted(r, head);
  const PartyInfo info = party_of(r.pack, r.workspace, r.doc, {head, head + 1});
  Party party{r.doc.place_of(phrase), info.entity, info.country, info.sector};
  if (info.entity == kNone) {
    complete(r, head, party, info.at_home);
    if (const Sector same = counterpart_sector(r, head); same != Sector::none) party.sector = same;
    if (open_trade(r, head, party.sector))
      if (const Sector trade = trade_of_adjective(r, head); trade != Sector::none) party.sector = trade;
    if (info.at_home || party.country.empty())
      if (const Country owner = possessor_country(r, head); !owner.empty()) party.country = owner;
  }
  if (info.entity != kNone && mere_place(r, info.entity, acts)) party.sector = acts && region(r, info.entity) ? Sector::gov : Sector::none;
  else if (stands_for_union(r, head, party)) party.country = {}, party.sector = Sector::igo;
  if (info.entity != kNone && info.sector == Sector::none && r.token(head).upos == Upos::NOUN)
    party.sector = entities::sense_of(r.pack, r.workspace, r.doc, head).sector;
  if (info.entity == kNone && r.token(head).feats.person == Person::First) borrow_speaker(r, head, party);
  if (party.entity == kNone && party.sector == Sector::none)
    if (const Index subject = taken_up(r, head); subject != kNone)
      if (auto other = party_at(r, subject, acts)) return other->place = party.place, other;
  const bool anonymous = party.entity == kNone && party.sector == Sector::none && party.country.empty();
  return anonymous && r.token(head).upos == Upos::NOUN ? std::nullopt : std::optional(party);
}

// Whether a name of this place is one of a capital.
bool capital(const Reading& r, Index entity) {
  const Entity& e = r.doc.entities[entity];
  const PhraseTable& names = r.pack.knowledge->thing_names();
  for (Index v = names.find(fingerprint(r.doc.pooled(e.name))); v != kNone; v = names.value(v).next) {
    const KnownThing& thing = r.pack.knowledge->things()[names.value(v).number];
    if (thing.kind == "capital" && thing.country == e.country) return true;
  }
  return false;
}

}  // namespace

bool mere_place(const Reading& r, Index entity, bool acts) {
  const Entity& e = r.doc.entities[entity];
  if (e.type != EntityType::loc || (e.sector != Sector::none && !(r.pack.knowledge && capital(r, entity)))) return false;
  if (!r.pack.knowledge) return true;
  const KnownThing* state = r.pack.knowledge->state(e.country);
  const bool is_state = state != nullptr && state->id == r.doc.pooled(e.kb);
  return !is_state && !(acts && capital(r, entity));
}

PartyList parties_at(const Reading& r, Index head, bool acts) {
  PartyList out;
  if (head == kNone || names_nobody(r, head) || r.in(head, r.lists.deed_noun) || (r.index.layers[head] & kInTime)) return out;
  if (r.token(head).upos == Upos::ADJ && r.child(head, {Deprel::det}) == kNone) {
    if (const auto party = party_of_adjective(r, head)) out.add(*party);
    return out;
  }
  head = behind_colon(r, head);
  const auto party = party_at(r, head, acts);
  if (!party) return out;
  out = several(r, head, *party);
  if (out.size() == 0) out.add(*party);
  return out;
}

}  // namespace greffier::events
