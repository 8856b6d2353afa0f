// A speaker's phrase is read by its nouns: a spokesperson speaks for the noun that hangs on the word, a report speaks for
// the body that wrote it, a participle of passing on ("cited by") brings a relay. Relay and channel are looked for in the
// sentence of the cue, outside the content; cost: the length of that sentence. Tested by packs/*/statements.rules.
#include "stages/statements/chain.h"

#include <algorithm>

#include "stages/phrases.h"
#include "stages/statements/hop_phrase.h"
#include "stages/statements/media.h"
#include "stages/statements/speaker.h"

namespace greffier::statements {
namespace {

constexpr int kMaxClimb = 6;
constexpr Index kReach = 14;  // words between a speaker and what it quotes

bool taken(const Draft& draft, Index i) {
  for (TokenRange cut : draft.content)
    if (cut.contains(i)) return true;
  for (const DraftHop& hop : draft.chain)
    if (hop.tokens.contains(i)) return true;
  return draft.cue.contains(i);
}

// A day with its comma, or a relative pronoun, that the tree puts at the head of a phrase ("this morning, the mayor").
TokenRange without_lead(const Scene& s, TokenRange phrase, Index head) {
  Index day = phrase.begin;
  while (day < head && (s.index.layers[day] & kInTime) != 0) ++day;
  for (Index i = day; i < head; ++i)
    if (comma(s, i) && (day > phrase.begin || i == 0 || (s.index.layers[i - 1] & kInTime) != 0)) return {i + 1, phrase.end};
  if (phrase.begin < head && s.token(phrase.begin).feats.pron_type == PronType::Rel) ++phrase.begin;
  return phrase;
}

void add_hop(const Scene& s, Draft& draft, Index head, HopRole role) {
  TokenRange phrase = role == HopRole::channel || (role == HopRole::relay && medium(s, head))
                          ? medium_phrase(s, head)
                          : hop_phrase(s, head, role != HopRole::spokes_for);
  if (phrase.begin < draft.cue.begin && draft.cue.begin < phrase.end) phrase.end = draft.cue.begin;
  for (TokenRange cut : draft.content)
    if (phrase.begin < cut.begin && cut.begin < phrase.end && phrase.contains(head) && head < cut.begin) phrase.end = cut.begin;
  phrase = trimmed(s.document, without_lead(s, phrase, head));
  while (phrase.size() > 1 && phrase.end - 1 > head &&
         (s.token(phrase.end - 1).upos == Upos::ADP || s.token(phrase.end - 1).upos == Upos::SCONJ))
    --phrase.end;
  if (!phrase.empty()) draft.chain.add({phrase, head, role});
}

bool named(const Scene& s, Index head) {
  const TokenRange sub = hop_phrase(s, head);
  for (Index i = sub.begin; i < sub.end; ++i)
    if (s.token(i).upos == Upos::PROPN || (s.index.layers[i] & kInName) != 0) return true;
  return false;
}

// Whether a named owner hangs on the noun: "the words *of X*, reported by Y".
bool owned(const Scene& s, Index head) {
  for (Index c = s.index.first_child[head]; c != kNone; c = s.index.next_sibling[c])
    if (c > head && s.token(c).relation.base == Deprel::nmod && has_child(s, c, Deprel::case_) && (named(s, c) || speaks(s, c)))
      return true;
  return false;
}

// Whose a document is: the agent of its participle, else the noun that hangs on it; the document itself where neither is.
Index behind_document(const Scene& s, Index head) {
  const std::string_view depth = s.value(head, s.lists.document);
  if (depth.empty()) return head;
  for (Index c = s.index.first_child[head]; c != kNone; c = s.index.next_sibling[c])
    if (s.token(c).relation.base == Deprel::acl && s.listed(c, s.lists.informed) &&
        !(s.listed(c, s.lists.relay) && owned(s, head)))
      if (const Index giver = giver_of(s, c); giver != kNone) return giver;
  for (Index c = s.index.first_child[head]; c != kNone; c = s.index.next_sibling[c])  // "the details that the judge gave"
    if (s.token(c).relation.base == Deprel::acl && (s.listed(c, s.lists.that) || s.listed(c, s.lists.informed)))
      if (const Index who = child(s, c, Deprel::nsubj); who != kNone && s.token(who).feats.pron_type != PronType::Rel)
        return who;
  Index owner = kNone;
  for (Index c = s.index.first_child[head]; c != kNone; c = s.index.next_sibling[c]) {
    if (c < head || s.token(c).relation.base != Deprel::nmod || !nominal(s.token(c)) || !has_child(s, c, Deprel::case_))
      continue;
    if ((s.index.layers[c] & kInTime) != 0) continue;
    if (named(s, c) && !has_child(s, c, Deprel::nmod)) return behind_document(s, c);
    if (has_child(s, c, Deprel::det)) return depth == "name" && !named(s, c) ? head : behind_document(s, c);
    for (Index g = s.index.first_child[c]; g != kNone; g = s.index.next_sibling[g])  // "press release of …"
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
    if (c > head && s.token(c).relation.base == Deprel::conj && nominal(s.token(c)) && !taken(draft, c) &&
        (s.index.layers[c] & kInTime) == 0)
      add_hop(s, draft, c, HopRole::origin);
  const auto origins = draft.chain;
  for (const DraftHop& origin : origins) add_spokes(s, draft, origin);
}

// Whether the participle hangs on the speaker's phrase or the cue, or stands right behind the speaker.
bool about_speaker(const Scene& s, const Draft& draft, Index participle) {
  const Index head = s.token(participle).head;
  if (head == draft.cue_head || head == draft.speaker || (head != kNone && s.token(draft.speaker).head == head)) return true;
  for (const DraftHop& hop : draft.chain)
    if ((head != kNone && hop.tokens.contains(head)) || (participle >= hop.tokens.end && participle <= hop.tokens.end + 1))
      return true;
  return false;
}

// "cited by X": the first such participle outside content, with its agent.
void add_relay(const Scene& s, Draft& draft, TokenRange sentence) {
  for (Index i = sentence.begin; i < sentence.end; ++i) {
    const Token& t = s.token(i);
    if (t.feats.verb_form != VerbForm::Part || !s.listed(i, s.lists.relay) || taken(draft, i) || has_child(s, i, Deprel::aux))
      continue;
    const Index agent = agent_of(s, i);
    if (agent == kNone || taken(draft, agent) || agent == draft.speaker || !about_speaker(s, draft, i)) continue;
    add_hop(s, draft, agent, HopRole::relay);
    return;
  }
}

// Whether `i` hangs on a relative clause, or a clause that is said, of another saying: "…, which tells Reuters that …".
bool of_other_saying(const Scene& s, const Draft& draft, Index i) {
  for (int n = 0; n < kMaxClimb && i != kNone; ++n, i = s.token(i).head) {
    const Token& t = s.token(i);
    if (!verbal(t)) continue;
    if (draft.cue.contains(i) || child(s, i, Deprel::nsubj) == draft.speaker) return false;
    return (t.relation.base == Deprel::acl || t.relation.base == Deprel::ccomp) && s.listed(i, s.lists.that);
  }
  return false;
}

// Whether the verb group of a finite word has this very subject.
bool done_by(const Scene& s, Index finite, Index speaker) {
  const Token& t = s.token(finite);
  return speaker != kNone &&
         child(s, t.relation.base == Deprel::aux && t.head != kNone ? t.head : finite, Deprel::nsubj) == speaker;
}

// Whether no other clause stands between the medium and the cue.
bool near_cue(const Scene& s, const Draft& draft, Index medium) {
  for (Index i = std::min(medium, draft.cue.end); i < std::max(medium, draft.cue.begin); ++i)
    if (finite(s.token(i)) && !taken(draft, i) && s.quote_of[i] == s.quote_of[draft.cue_head] && !done_by(s, i, draft.speaker))
      return false;
  return true;
}

void add_channel(const Scene& s, Draft& draft, TokenRange sentence) {
  const auto skip = [&](Index i) { return taken(draft, i); };
  const Index head = channel_in(s, sentence, skip);
  if (head != kNone && !of_other_saying(s, draft, head) && near_cue(s, draft, head)) add_hop(s, draft, head, HopRole::channel);
}

// "who quotes", "quoting", "who has it from": the verb that names where the speaker has it from, in a relative clause or as a
// participle behind the speaker.
bool names_source(const Scene& s, Index i, Index speaker) {
  const Token& t = s.token(i);
  const std::string_view how = s.value(i, s.lists.citing);
  if (how.empty() || i < speaker) return false;
  const bool clitic = s.token(i - 1).upos == Upos::PRON || s.token(i - 1).upos == Upos::DET;
  if (!verbal(t)) return clitic && i + 2 < s.document.tokens.size() && s.listed(i + 2, s.lists.anonymous);  // taken for a noun
  if (how == "from" && !clitic) return false;
  if (t.feats.verb_form == VerbForm::Part) return t.feats.tense == Tense::Pres;
  const Index before = clitic && i >= 2 && s.token(i - 1).feats.pron_type != PronType::Rel ? i - 2 : i - 1;
  return s.token(before).feats.pron_type == PronType::Rel && i <= speaker + kReach;
}

// The speaker is then a relay, and who he quotes the origin.
void hear_behind(const Scene& s, Draft& draft, TokenRange sentence) {
  if (draft.relay != kNone || draft.speaker == kNone) return;
  for (Index i = draft.speaker + 1; i < sentence.end; ++i) {
    if (taken(draft, i) || !names_source(s, i, draft.speaker)) continue;
    const Index source = first_noun(s, i + 1, sentence.end);
    if (source == kNone || taken(draft, source)) continue;
    draft.relay = draft.speaker;
    draft.speaker = source;
    return;
  }
}

}  // namespace

namespace {

// "through the voice of X": X speaks, and for the subject. Whose voice it is, or kNone.
Index voice_behind(const Scene& s, const Draft& draft, TokenRange sentence) {
  for (Index i = draft.cue.end + 1; i + 2 < sentence.end; ++i) {
    if (taken(draft, i) || !s.listed(i, s.lists.voice) || !s.listed(i - 2, s.lists.by)) continue;
    const Index who = first_noun(s, i + 1, sentence.end);
    if (who != kNone && !taken(draft, who)) return who;
  }
  return kNone;
}

}  // namespace

void link_chain(const Scene& s, Draft& draft) {
  const Index at = draft.cue_head != kNone ? draft.cue_head : draft.speaker;
  if (at == kNone) return;
  const TokenRange sentence = s.sentence_of(at).tokens;
  if (draft.cue_head != kNone) hear_behind(s, draft, sentence);
  const Index voice = draft.cue_head == kNone || draft.speaker == kNone ? kNone : voice_behind(s, draft, sentence);
  if (voice != kNone) {
    add_hop(s, draft, voice, HopRole::origin);
    add_hop(s, draft, draft.speaker, HopRole::spokes_for);
  } else if (draft.speaker != kNone) {
    add_origins(s, draft);
  }
  if (draft.cue_head == kNone) return;
  if (draft.relay != kNone)
    add_hop(s, draft, draft.relay, HopRole::relay);
  else if (draft.speaker != kNone)
    add_relay(s, draft, sentence);
  add_channel(s, draft, sentence);
}

void pass_on(const Scene& s, Draft& draft, Index relay) { add_hop(s, draft, relay, HopRole::relay); }

}  // namespace greffier::statements
