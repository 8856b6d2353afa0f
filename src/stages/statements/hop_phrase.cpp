// The tree gives the phrase; it is cut where a verb or a medium shows that the tree joined too much, and widened by a name or
// a description behind a comma. Cost: the length of the phrase. Tested by packs/*/statements.rules.
#include "stages/statements/hop_phrase.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/phrases.h"
#include "stages/statements/media.h"
#include "stages/statements/speaker.h"

namespace greffier::statements {
namespace {

constexpr int kMaxClimb = 6;
constexpr Index kNear = 6;   // words between a participle and its agent
constexpr Index kReach = 6;  // words of a phrase before its first noun

// Whether a preposition stands before the name within the phrase: it then tells whose the head is, not who.
bool owns(const Scene& s, const Mention& m, ByteRange phrase) {
  if (m.tokens.empty() || m.tokens.begin == 0) return false;
  const Token& before = s.token(m.tokens.begin - 1);
  return before.upos == Upos::ADP && before.place.begin > phrase.begin;
}

// "the office of X in Y" speaks as X: the body named behind the word for a part of it, or kNone.
Index whole_of(const Scene& s, TokenRange phrase, Index head) {
  if (!s.listed(head, s.lists.body_part)) return kNone;
  for (const Mention& m : s.document.mentions) {
    if (m.tokens.begin >= phrase.end) break;
    if (m.tokens.begin <= head || m.tokens.end > phrase.end || m.entity == kNone) continue;
    const EntityType type = s.document.entities[m.entity].type;
    const bool fits = type == EntityType::org || (type == EntityType::loc && s.value(head, s.lists.body_part) == "state");
    return m.kind == MentionKind::name && fits ? m.entity : kNone;
  }
  return kNone;
}

// The mention that covers the head, the longest; else a person within the phrase.
Index mention_for(const Scene& s, ByteRange phrase, ByteRange head) {
  const auto& mentions = s.document.mentions;
  const auto from = std::lower_bound(mentions.begin(), mentions.end(), phrase.begin,
                                     [](const Mention& m, Index begin) { return m.place.begin < begin; });
  Index covering = kNone, person = kNone;
  for (auto m = from; m != mentions.end() && m->place.begin < phrase.end; ++m) {
    const auto at = static_cast<Index>(m - mentions.begin());
    if (m->place.end > phrase.end || m->entity == kNone) continue;
    if (m->place.covers(head) && (covering == kNone || mentions[covering].place.size() < m->place.size())) covering = at;
    if (m->kind == MentionKind::name && s.document.entities[m->entity].type == EntityType::per && person == kNone &&
        !owns(s, *m, phrase))
      person = at;
  }
  return covering != kNone && (person == kNone || mentions[covering].kind != MentionKind::nominal) ? covering
         : person != kNone                                                                         ? person
                                                                                                   : covering;
}

// A finite verb, a participle of passing on ("cited by") or of its source ("quoting"), a medium that was spoken to.
bool ends_phrase(const Scene& s, Index i, Index end) {
  const Token& t = s.token(i);
  if (finite(t)) return true;
  if (s.listed(i, s.lists.scene) && t.upos == Upos::ADP) return true;
  if (t.feats.verb_form == VerbForm::Part && s.listed(i, s.lists.relay) && agent_of(s, i) != kNone) return true;
  if (t.feats.verb_form == VerbForm::Part && t.feats.tense == Tense::Pres && s.listed(i, s.lists.citing)) return true;
  if (verbal(t) && s.listed(i, s.lists.asked) && i + 1 < end) return medium_behind(s, i + 1, end) != kNone;
  if (t.upos == Upos::ADP && s.listed(i, s.lists.channel) && i + 2 < end &&
      (s.listed(i + 1, s.lists.carrier) || s.listed(i + 2, s.lists.carrier)))
    return true;
  return (t.upos == Upos::ADP || t.upos == Upos::ADV) && s.listed(i, s.lists.channel) && medium_behind(s, i, end) != kNone;
}

// A phrase that runs into a verb was joined wrongly by the tree; it ends before the verb and its clitics.
TokenRange without_verbs(const Scene& s, TokenRange range, Index head) {
  for (Index i = head + 1; i < range.end; ++i) {
    if (!ends_phrase(s, i, range.end) || s.quote_of[i] != s.quote_of[head]) continue;
    range.end = i;
    while (range.end > head + 1 && (s.token(range.end - 1).upos == Upos::PRON || s.token(range.end - 1).upos == Upos::ADV))
      --range.end;
    break;
  }
  return trimmed(s.document, range);
}

bool in_name(const Scene& s, Index i) { return s.token(i).upos == Upos::PROPN || (s.index.layers[i] & kInName) != 0; }

bool person(const Scene& s, Index i) { return (s.index.layers[i] & (kInName | kNameType)) == kInName; }

// Behind a comma, a name that the phrase describes or a description of the name that it is: both are one phrase, also
// where the tree says otherwise.
TokenRange with_apposition(const Scene& s, TokenRange range, Index head) {
  const Index end = s.sentence_of(range.begin).tokens.end;
  if (range.empty() || range.end + 1 >= end || s.text(range.end) != ",") return range;
  Index i = range.end + 1;
  const bool article = s.token(i).upos == Upos::DET && i + 1 < end;
  const Index noun = article ? i + 1 : i;
  const bool names = !article && person(s, i) && s.listed(head, s.lists.speaker) && s.token(head).upos == Upos::NOUN;
  const bool described = s.token(noun).upos == Upos::NOUN ? speaks(s, noun) : article && s.token(noun).upos == Upos::PRON;
  const bool describes = !names && in_name(s, range.end - 1) && described;
  if (!describes && !names) return range;
  Index stop = noun + 1;
  if (describes) stop = std::max(stop, without_verbs(s, noun_phrase(s.document, s.index, noun), noun).end);
  while (names && stop < end && in_name(s, stop)) ++stop;
  const bool closed = stop >= end || s.punct(stop) || verbal(s.token(stop)) || s.token(stop).upos == Upos::PRON;
  return closed ? TokenRange{range.begin, std::min(stop, end)} : range;
}

}  // namespace

// The head of the phrase that begins at `from`: its first noun or name, or the word before it that it hangs on.
Index first_noun(const Scene& s, Index from, Index end) {
  for (Index i = from; i < std::min(end, from + kReach); ++i) {
    if (s.punct(i) || verbal(s.token(i))) return kNone;
    if (s.token(i).upos == Upos::NOUN || s.token(i).upos == Upos::PROPN || s.token(i).upos == Upos::X ||
        (s.index.layers[i] & kInName) != 0)
      return i;
  }
  return kNone;
}

// By the tree; where that has none, the noun behind the preposition of agents near the participle.
Index agent_of(const Scene& s, Index participle) {
  for (Index c = s.index.first_child[participle]; c != kNone; c = s.index.next_sibling[c])
    if (c > participle && s.token(c).relation.base == Deprel::obl && s.token(c).relation.subtype == Subtype::agent) return c;
  const Index end = s.sentence_of(participle).tokens.end;
  for (Index i = participle + 1; i < std::min(end, participle + kNear) && !s.punct(i) && !verbal(s.token(i)); ++i)
    if (s.listed(i, s.lists.by)) return first_noun(s, i + 1, end);
  return kNone;
}

// Whether the noun hangs on a preposition of origin ("obtained *from* the police").
bool given_by(const Scene& s, Index noun) {
  const Index preposition = child(s, noun, Deprel::case_);
  return preposition != kNone && s.listed(preposition, s.lists.of);
}

Index giver_of(const Scene& s, Index participle) {
  if (const Index agent = agent_of(s, participle); agent != kNone) return agent;
  for (Index c = s.index.first_child[participle]; c != kNone; c = s.index.next_sibling[c])
    if (c > participle && s.token(c).relation.base == Deprel::obl && nominal(s.token(c)) && given_by(s, c) &&
        (s.index.layers[c] & kInTime) == 0)
      return c;
  return kNone;
}

// An adjective of nationality right behind the phrase, and the name behind it, belong to it, whatever the tree takes them for.
TokenRange with_nationality(const Scene& s, TokenRange range) {
  const Index end = range.empty() ? 0 : s.sentence_of(range.begin).tokens.end;
  if (range.empty() || range.end >= end || s.pack.knowledge == nullptr || s.token(range.end - 1).upos != Upos::NOUN)
    return range;
  if (s.pack.knowledge->demonym(fingerprint(s.document.form(s.token(range.end)))) == nullptr) return range;
  ++range.end;
  while (range.end < end && person(s, range.end) && s.token(range.end).upos == Upos::PROPN) ++range.end;
  return range;
}

// "has confirmed the office *of the minister*": whose it is, where the tree joins that to the verb.
TokenRange with_possessor(const Scene& s, TokenRange range, Index head) {
  if (range.end + 1 >= s.sentence_of(head).tokens.end || s.token(range.end).upos != Upos::ADP ||
      !s.listed(range.end, s.lists.of))
    return range;
  const Index owner = s.token(range.end).head;
  if (owner == kNone || owner < range.end || s.token(owner).head == kNone || s.token(owner).head != s.token(head).head ||
      !nominal(s.token(owner)))
    return range;
  return {range.begin, noun_phrase(s.document, s.index, owner).end};
}

TokenRange hop_phrase(const Scene& s, Index head, bool with_description) {
  for (int n = 0; n < kMaxClimb && s.token(head).relation.base == Deprel::appos && s.token(head).head != kNone &&
                  nominal(s.token(s.token(head).head)) && !has_child(s, s.token(head).head, Deprel::case_) &&
                  !(medium(s, s.token(head).head) && !medium(s, head));
       ++n)
    head = s.token(head).head;
  TokenRange range = without_verbs(s, with_possessor(s, noun_phrase(s.document, s.index, head), head), head);
  if (begins_person(s, head)) range = {head, head + 1};
  while (range.size() >= 1 && begins_person(s, range.begin) && range.end < s.document.tokens.size() && in_name(s, range.end))
    ++range.end;
  range = with_nationality(s, range);
  if (with_description) range = with_apposition(s, range, head);
  while (range.begin < head && s.token(range.begin).multi == MultiWord::later) ++range.begin;
  if (range.end < s.document.tokens.size())
    if (const Index q = s.closes_at(range.end); q != kNone && range.contains(s.outer(q).begin)) ++range.end;
  return range;
}

ByteRange hop_place(const Scene& s, TokenRange phrase) {
  ByteRange place = s.document.place_of(phrase);
  const std::string_view text = s.document.text(place);
  if (phrase.size() == 1 && text.starts_with('-')) place.begin += static_cast<Index>(text.rfind('-')) + 1;
  return place;
}

Index hop_entity(const Scene& s, TokenRange phrase, Index head) {
  const Index m = mention_for(s, s.document.place_of(phrase), hop_place(s, {head, head + 1}));
  return m == kNone ? whole_of(s, phrase, head) : s.document.mentions[m].entity;
}

}  // namespace greffier::statements
