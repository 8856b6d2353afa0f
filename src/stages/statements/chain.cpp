// A speaker's phrase is read by its nouns: a spokesperson speaks for the noun that hangs on the word, a report speaks for
// the body that wrote it, a participle of passing on ("cited by") brings a relay. Relay and channel are looked for in the
// sentence of the cue, outside the content; cost: the length of that sentence. Tested by packs/*/statements.rules.
#include "stages/statements/chain.h"

#include <algorithm>

#include "base/utf8.h"
#include "stages/phrases.h"

namespace greffier::statements {
namespace {

constexpr int kMaxClimb = 6;

bool taken(const Draft& draft, Index i) {
  for (TokenRange cut : draft.content)
    if (cut.contains(i)) return true;
  for (const DraftHop& hop : draft.chain)
    if (hop.tokens.contains(i)) return true;
  return draft.cue.contains(i);
}

void add_hop(const Scene& s, Draft& draft, Index head, HopRole role) {
  TokenRange phrase = hop_phrase(s, head);
  if (phrase.begin < draft.cue.begin && draft.cue.begin < phrase.end) phrase.end = draft.cue.begin;
  for (TokenRange cut : draft.content)
    if (phrase.begin < cut.begin && cut.begin < phrase.end && phrase.contains(head) && head < cut.begin) phrase.end = cut.begin;
  phrase = trimmed(s.document, phrase);
  while (phrase.size() > 1 && phrase.end - 1 > head && (s.token(phrase.end - 1).upos == Upos::ADP || s.token(phrase.end - 1).upos == Upos::SCONJ)) --phrase.end;
  if (!phrase.empty()) draft.chain.add({phrase, head, role});
}

bool named(const Scene& s, Index head) {
  const TokenRange sub = hop_phrase(s, head);
  for (Index i = sub.begin; i < sub.end; ++i)
    if (s.token(i).upos == Upos::PROPN || (s.index.layers[i] & kInName) != 0) return true;
  return false;
}

// The agent of a participle ("dévoilées par …"), or kNone.
Index agent_of(const Scene& s, Index participle) {
  for (Index c = s.index.first_child[participle]; c != kNone; c = s.index.next_sibling[c])
    if (c > participle && s.token(c).relation.base == Deprel::obl && s.token(c).relation.subtype == Subtype::agent) return c;
  for (Index c = s.index.first_child[participle]; c != kNone; c = s.index.next_sibling[c])
    if (c > participle && s.token(c).relation.base == Deprel::obl && nominal(s.token(c)) && (s.index.layers[c] & kInTime) == 0) return c;
  return kNone;
}

// Whose a document is: the agent of its participle, else the noun that hangs on it; the document itself where neither is.
Index behind_document(const Scene& s, Index head) {
  const std::string_view depth = s.value(head, s.lists.document);
  if (depth.empty()) return head;
  for (Index c = s.index.first_child[head]; c != kNone; c = s.index.next_sibling[c])
    if (s.token(c).relation.base == Deprel::acl && s.listed(c, s.lists.informed))
      if (const Index agent = agent_of(s, c); agent != kNone) return agent;
  Index owner = kNone;
  for (Index c = s.index.first_child[head]; c != kNone; c = s.index.next_sibling[c]) {
    if (c < head || s.token(c).relation.base != Deprel::nmod || !nominal(s.token(c)) || !has_child(s, c, Deprel::case_)) continue;
    if ((s.index.layers[c] & kInTime) != 0) continue;
    if (named(s, c) && !has_child(s, c, Deprel::nmod)) return behind_document(s, c);
    if (has_child(s, c, Deprel::det)) return depth == "name" && !named(s, c) ? head : behind_document(s, c);
    for (Index g = s.index.first_child[c]; g != kNone; g = s.index.next_sibling[g])  // "communiqué de presse de …"
      if (g > c && s.token(g).relation.base == Deprel::nmod && nominal(s.token(g))) owner = g;
  }
  return owner == kNone || (depth == "name" && !named(s, owner)) ? head : behind_document(s, owner);
}

// For whom the phrase speaks: the noun that hangs on "spokesperson", which may be the head or stand in apposition.
void add_spokes(const Scene& s, Draft& draft, const DraftHop& origin) {
  for (Index i = origin.tokens.begin; i < origin.tokens.end; ++i) {
    if (!s.listed(i, s.lists.spokes)) continue;
    for (Index c = s.index.first_child[i]; c != kNone; c = s.index.next_sibling[c])
      if (c > i && origin.tokens.contains(c) && s.token(c).relation.base == Deprel::nmod && has_child(s, c, Deprel::case_)) {
        add_hop(s, draft, c, HopRole::spokes_for);
        return;
      }
    return;
  }
}

void add_origins(const Scene& s, Draft& draft) {
  Index head = behind_document(s, draft.speaker);
  add_hop(s, draft, head, HopRole::origin);
  for (Index c = s.index.first_child[head]; c != kNone; c = s.index.next_sibling[c])
    if (c > head && s.token(c).relation.base == Deprel::conj && nominal(s.token(c)) && !taken(draft, c) && (s.index.layers[c] & kInTime) == 0) add_hop(s, draft, c, HopRole::origin);
  const auto origins = draft.chain;
  for (const DraftHop& origin : origins) add_spokes(s, draft, origin);
}

// Whether the participle hangs on the speaker's phrase or the cue, or stands right behind the speaker.
bool about_speaker(const Scene& s, const Draft& draft, Index participle) {
  const Index head = s.token(participle).head;
  if (head == draft.cue_head || head == draft.speaker || (head != kNone && s.token(draft.speaker).head == head)) return true;
  for (const DraftHop& hop : draft.chain)
    if ((head != kNone && hop.tokens.contains(head)) || (participle >= hop.tokens.end && participle <= hop.tokens.end + 1)) return true;
  return false;
}

// "cited by X": the first such participle outside content, with its agent.
void add_relay(const Scene& s, Draft& draft, TokenRange sentence) {
  for (Index i = sentence.begin; i < sentence.end; ++i) {
    const Token& t = s.token(i);
    if (t.feats.verb_form != VerbForm::Part || !s.listed(i, s.lists.relay) || taken(draft, i) || has_child(s, i, Deprel::aux)) continue;
    const Index agent = agent_of(s, i);
    if (agent == kNone || taken(draft, agent) || agent == draft.speaker || !about_speaker(s, draft, i)) continue;
    add_hop(s, draft, agent, HopRole::relay);
    return;
  }
}

}  // namespace

bool medium(const Scene& s, Index i) {
  const Token& t = s.token(i);
  if (s.value(i, s.lists.medium) == "name" && utf8::is_upper(utf8::decode(s.text(i), 0).point)) return true;
  if (t.upos != Upos::NOUN && t.upos != Upos::PROPN && t.upos != Upos::X) return false;
  if (s.listed(i, s.lists.medium) && s.value(i, s.lists.medium) != "name") return true;
  const Index e = hop_entity(s, {i, i + 1}, i);
  return e != kNone && s.document.entities[e].sector == Sector::med;
}

namespace {

// The noun that the preposition `i` stands before, where it names a medium, or kNone.
Index medium_behind(const Scene& s, Index i, Index end) {
  for (Index k = i + 1; k < end && k < i + 8; ++k) {
    if (s.punct(k) || (k > i + 1 && s.token(k).upos == Upos::ADP)) return kNone;
    if (!medium(s, k) && verbal(s.token(k))) return kNone;
    if (!medium(s, k)) continue;
    Index head = s.token(i).head;
    return head != kNone && head > i && head <= k ? head : k;
  }
  return kNone;
}

void add_channel(const Scene& s, Draft& draft, TokenRange sentence) {
  for (Index i = sentence.begin; i < sentence.end; ++i) {
    if (s.token(i).upos != Upos::ADP || taken(draft, i) || !s.listed(i, s.lists.channel)) continue;
    const Index head = medium_behind(s, i, sentence.end);
    if (head == kNone || taken(draft, head)) continue;
    add_hop(s, draft, head, HopRole::channel);
    return;
  }
}

// Whether a preposition stands before the name: it then tells whose the head is, not who.
bool owns(const Scene& s, const Mention& m) {
  return !m.tokens.empty() && m.tokens.begin > 0 && s.token(m.tokens.begin - 1).upos == Upos::ADP;
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
    if (m->kind == MentionKind::name && s.document.entities[m->entity].type == EntityType::per && person == kNone && !owns(s, *m)) person = at;
  }
  return covering != kNone && (person == kNone || mentions[covering].kind != MentionKind::nominal) ? covering : person != kNone ? person : covering;
}

}  // namespace

namespace {

// A finite verb, a participle of passing on ("cited by"), a medium that was spoken to.
bool ends_phrase(const Scene& s, Index i, Index end) {
  const Token& t = s.token(i);
  if (finite(t)) return true;
  if (t.feats.verb_form == VerbForm::Part && s.listed(i, s.lists.relay) && agent_of(s, i) != kNone) return true;
  return t.upos == Upos::ADP && s.listed(i, s.lists.channel) && medium_behind(s, i, end) != kNone;
}

// A phrase that runs into a verb was joined wrongly by the tree; it ends before the verb and its clitics.
TokenRange without_verbs(const Scene& s, TokenRange range, Index head) {
  for (Index i = head + 1; i < range.end; ++i) {
    if (!ends_phrase(s, i, range.end) || s.quote_of[i] != s.quote_of[head]) continue;
    range.end = i;
    while (range.end > head + 1 && (s.token(range.end - 1).upos == Upos::PRON || s.token(range.end - 1).upos == Upos::ADV)) --range.end;
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
  const bool described = s.token(noun).upos == Upos::NOUN ? s.listed(noun, s.lists.speaker) : article && s.token(noun).upos == Upos::PRON;
  const bool describes = !names && in_name(s, range.end - 1) && described;
  if (!describes && !names) return range;
  Index stop = noun + 1;
  if (describes) stop = std::max(stop, without_verbs(s, noun_phrase(s.document, s.index, noun), noun).end);
  while (names && stop < end && in_name(s, stop)) ++stop;
  const bool closed = stop >= end || s.punct(stop) || verbal(s.token(stop)) || s.token(stop).upos == Upos::PRON;
  return closed ? TokenRange{range.begin, std::min(stop, end)} : range;
}

}  // namespace

TokenRange hop_phrase(const Scene& s, Index head) {
  for (int n = 0; n < kMaxClimb && s.token(head).relation.base == Deprel::appos && s.token(head).head != kNone &&
                  nominal(s.token(s.token(head).head)); ++n)
    head = s.token(head).head;
  TokenRange range = without_verbs(s, noun_phrase(s.document, s.index, head), head);
  range = with_apposition(s, range, head);
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
  return m == kNone ? kNone : s.document.mentions[m].entity;
}

void link_chain(const Scene& s, Draft& draft) {
  if (draft.speaker != kNone) add_origins(s, draft);
  if (draft.cue_head == kNone) return;
  const TokenRange sentence = s.sentence_of(draft.cue_head).tokens;
  if (draft.relay != kNone) add_hop(s, draft, draft.relay, HopRole::relay);
  else if (draft.speaker != kNone) add_relay(s, draft, sentence);
  add_channel(s, draft, sentence);
}

}  // namespace greffier::statements
