#include "stages/events/reading.h"

#include <algorithm>

#include "stages/parties.h"
#include "stages/workspace.h"

namespace greffier::events {
namespace {

constexpr int kFewStatements = 4;

}  // namespace

WordLists::WordLists(const Vocabulary& v)
    : party_noun(v.list("party-noun")),
      role_noun(v.list("role-noun")),
      object_control(v.list("object-control")),
      light_verb(v.list("light-verb")),
      reaching_verb(v.list("reaching-verb")),
      victim_phrase(v.list("victim-phrase")),
      culprit_noun(v.list("culprit-noun")),
      role_by(v.list("role-by")),
      role_of(v.list("role-of")),
      role_against(v.list("role-against")),
      role_to(v.list("role-to")),
      role_with(v.list("role-with")),
      role_toward(v.list("role-toward")),
      negation(v.list("event-negation")),
      restriction(v.list("restriction")),
      none_word(v.list("none-word")),
      governor(v.list("event-governor")),
      governor_noun(v.list("event-governor-noun")),
      modifier(v.list("event-modifier")),
      doubt(v.list("event-doubt")),
      purpose(v.list("event-purpose")),
      modal(v.list("event-modal")),
      intransitive(v.list("event-intransitive")),
      auxiliary_active(v.list("auxiliary-active")),
      auxiliary_passive(v.list("auxiliary-passive")),
      relative(v.list("relative-pronoun")),
      deed_noun(v.list("deed-noun")),
      foreign_noun(v.list("foreign-noun")),
      local_noun(v.list("local-noun")),
      affairs(v.list("affairs-word")),
      conflict(v.list("conflict-word")),
      accident(v.list("accident-word")),
      while_(v.list("time-while")),
      occasion_noun(v.list("occasion-noun")),
      since_then(v.list("since-then")),
      role_outside(v.list("role-outside")),
      party_adjective(v.list("party-adjective")),
      number(v.list("number")),
      pair_of_states(v.list("pair-of-states")),
      long_deed(v.list("long-deed")),
      before(v.list("time-before")),
      since(v.list("time-since")),
      done_modal(v.list("done-modal")),
      party_modifier(v.list("party-modifier")),
      thing_pronoun(v.list("thing-pronoun")),
      role_for(v.list("role-for")),
      series_noun(v.list("series-noun")),
      concession(v.list("event-concession")),
      announcer(v.list("event-announcer")),
      noted_verb(v.list("noted-verb")),
      counterpart(v.list("noun-counterpart")),
      thing_noun(v.list("thing-noun")),
      worker_noun(v.list("worker-noun")),
      seat_of_union(v.list("seat-of-union")),
      title(v.list("name-title")),
      role_before(v.list("role-before")),
      role_amid(v.list("role-amid")),
      dead_noun(v.list("dead-noun")),
      dying_verb(v.list("dying-verb")),
      latter(v.list("pronoun-latter")),
      meeting_noun(v.list("meeting-noun")),
      act_or_body(v.list("act-or-body")),
      during(v.list("deed-during")) {}

Reading::Reading(const Pack& p, const Workspace& w, const Document& d)
    : pack(p), workspace(w), doc(d), index(w.index), vocabulary(*p.vocabulary), lists(vocabulary) {
  for (Index s = 0; s < d.statements.size(); ++s) {
    if (!d.statements[s].cue.empty()) cues_.push_back({d.statements[s].cue, s});
    for (Index i = d.statements[s].content.begin; i < d.statements[s].content.end; ++i) contents_.push_back({d.spans[i], s});
  }
  const auto in_order = [](const Content& a, const Content& b) { return a.place < b.place; };
  std::sort(contents_.begin(), contents_.end(), in_order);
  std::sort(cues_.begin(), cues_.end(), in_order);
}

Index Reading::sayer(Index t) const {
  const ByteRange place = token(t).place;
  const auto after =
      std::partition_point(cues_.begin(), cues_.end(), [&](const Content& c) { return c.place.begin <= place.begin; });
  if (after == cues_.begin() || !(after - 1)->place.covers(place)) return kNone;
  const ItemRange chain = doc.statements[(after - 1)->statement].chain;
  for (Index h = chain.begin; h < chain.end; ++h) {
    const TokenRange phrase = doc.tokens_within(doc.hops[h].place);
    if (doc.hops[h].role == HopRole::origin && !phrase.empty()) return head_of(doc, phrase);
  }
  return kNone;
}

const Hop* Reading::speaker(Index t) const {
  const ByteRange place = token(t).place;
  auto after =
      std::partition_point(contents_.begin(), contents_.end(), [&](const Content& c) { return c.place.begin <= place.begin; });
  for (int step = 0; step < kMaxClimb && after != contents_.begin(); ++step) {
    --after;
    if (!after->place.covers(place)) continue;
    const ItemRange chain = doc.statements[after->statement].chain;
    for (Index h = chain.begin; h < chain.end; ++h)
      if (doc.hops[h].role == HopRole::origin) return &doc.hops[h];
  }
  return nullptr;
}

const Hop* Reading::speaker_before(ByteRange place) const {
  auto after =
      std::partition_point(contents_.begin(), contents_.end(), [&](const Content& c) { return c.place.begin < place.begin; });
  for (int step = 0; step < kFewStatements && after != contents_.begin(); ++step) {
    const ItemRange chain = doc.statements[(--after)->statement].chain;
    for (Index h = chain.begin; h < chain.end; ++h)
      if (doc.hops[h].role == HopRole::origin && doc.hops[h].entity != kNone) return &doc.hops[h];
  }
  return nullptr;
}

bool Reading::in(Index t, ListId list) const {
  return vocabulary.in_list(index.lemma[t], list) || vocabulary.in_list(index.form[t], list);
}

std::string_view Reading::value(Index t, ListId list) const {
  const std::string_view by_lemma = vocabulary.value(index.lemma[t], list);
  return by_lemma.empty() ? vocabulary.value(index.form[t], list) : by_lemma;
}

Index Reading::child(Index t, std::initializer_list<Deprel> rels) const {
  for (Index c = first_child(t); c != kNone; c = next(c))
    if (std::find(rels.begin(), rels.end(), rel(c)) != rels.end()) return c;
  return kNone;
}

Index Reading::child(Index t, Deprel relation, Subtype sub) const {
  for (Index c = first_child(t); c != kNone; c = next(c))
    if (rel(c) == relation && subtype(c) == sub) return c;
  return kNone;
}

bool Reading::introduced(Index t, ListId list) const {
  for (Index c = first_child(t); c != kNone && c < t; c = next(c))
    if ((rel(c) == Deprel::case_ || rel(c) == Deprel::mark) && in(c, list)) return true;
  return false;
}

bool Reading::nominal(Index t) const {
  switch (token(t).upos) {
    case Upos::NOUN: case Upos::PROPN: case Upos::PRON: case Upos::NUM: case Upos::SYM: case Upos::X: return true;
    default: return false;
  }
}

}  // namespace greffier::events
