// One clause may tell of several deeds. So a time that governs a deed by the tree counts only along the arguments of one
// clause. Then comes one that the tree hangs on a noun of the deed's clause ("met in the capital in July"), then the date
// of a landmark ("since the vote of 9 August"), and at last the only day of the sentence (only_time.h). At most kMaxClimb
// steps for each question.
// Tested in tests/unit/event_dating_test.cpp.
#include "stages/events/own_time.h"

#include <algorithm>

#include "stages/events/only_time.h"
#include "stages/times/heads.h"
#include "stages/workspace.h"

namespace greffier::events {
namespace {

bool background(const Time& time) { return time.days.last - time.days.first > kLongest; }

// Whether an adverbial clause tells of the time of its main clause: a participle, or "when", "while".
bool at_that_time(const Reading& r, Index verb) {
  const bool clause = r.finite(verb) || r.child(verb, {Deprel::aux}) != kNone;
  return !clause || (!r.finite(verb) && r.child(verb, {Deprel::mark}) == kNone) || r.introduced(verb, r.lists.while_);
}

// The noun whose complement only fills a preposition: "in the course of a coup".
Index occasion(const Reading& r, Index head) {
  const bool complement = (r.rel(head) == Deprel::nmod || r.rel(head) == Deprel::obl) && r.head(head) != kNone;
  return complement && r.in(r.head(head), r.lists.occasion_noun) ? r.head(head) : head;
}

// Whether the word that the time hangs on tells of the very deed: the deed's word, the verb that it is an argument of,
// or a verb above it in the same clause. A verb that is a deed itself keeps its time from a noun below it, unless that only
// names the occasion (`occasional`).
bool governed(const Reading& r, Index head, Index time, bool occasional) {
  const Index governor = times::governor(r.doc, r.doc.times[time].tokens);
  bool joined = false;  // a verb of its own clause, joined to the governor
  Index t = head;
  for (int step = 0; step < kMaxClimb && t != kNone; ++step, t = r.head(t)) {
    if (t == governor)
      return t == head || (joined ? !background(r.doc.times[time]) : r.verb(head) || occasional || !deed(r, t));
    switch (r.rel(t)) {
      case Deprel::obj: case Deprel::nsubj: case Deprel::obl: case Deprel::xcomp: break;
      case Deprel::conj: joined |= r.verb(t) && r.child(t, {Deprel::aux, Deprel::nsubj}) != kNone; break;
      case Deprel::advmod: if (!occasional) return false; break;  // "killed on Monday in the course of clashes"
      case Deprel::advcl: if (!at_that_time(r, t)) return false; break;
      case Deprel::nmod: if (r.head(t) == kNone || !r.in(r.head(t), r.lists.victim_phrase)) return false; break;
      default: return false;
    }
  }
  return false;
}

// Whether the time of a saying is that of the deed too: one verb, or another of its own; not a noun that is spoken of, but
// where the saying only notes what happens ("no looting was reported on Monday").
bool says(const Reading& r, Index head, Index time) {
  const Index governor = times::governor(r.doc, r.doc.times[time].tokens);
  return r.verb(head) || governor == head || (governor != kNone && r.in(governor, r.lists.noted_verb));
}

// "Will be adopted on Sunday, before being signed": what is to come follows its main clause.
Dating to_follow(const Reading& r, Index head, EventStatus status) {
  Dating out;
  Index main = r.head(head);
  if (status != EventStatus::future || main == kNone) return out;
  const bool adverb = r.in(main, r.lists.before);  // the preposition read as an adverb with a complement
  const bool beside = r.rel(head) == Deprel::advcl || r.rel(head) == Deprel::conj;
  if (!adverb && (!beside || !r.introduced(head, r.lists.before))) return out;
  if (adverb) main = r.head(main);
  if (main != kNone) out = date_deed(r.doc, r.workspace, main, status);
  out.days.last = kNoDay;
  return out;
}

// A time that the tree hangs on a noun of the deed's own clause: "met in the capital in July".
Index lifted(const Reading& r, Index head, const std::vector<bool>& sayings) {
  if (!r.verb(head)) return kNone;
  const ItemRange among = times::times_within(r.doc, r.doc.sentences[r.doc.sentence_of(head)].tokens);
  for (Index t = among.begin; t < among.end; ++t)
    if (!sayings[t] && r.doc.times[t].days.known() && times::governor(r.doc, r.doc.times[t].tokens) != head &&
        word_above(r, t) == head)
      return t;
  return kNone;
}

// Whether a clause tells of the noun `head` itself when it came to be: "the truce agreed last week", "the strike that began
// on Monday".
bool describes(const Reading& r, Index clause, Index head) {
  if (r.head(clause) != head || r.rel(clause) != Deprel::acl || !r.participle(clause)) return false;
  if (r.subtype(clause) != Subtype::relcl) return r.token(clause).feats.tense == Tense::Past;
  const Index subject = r.child(clause, {Deprel::nsubj});
  return subject != kNone && r.in(subject, r.lists.relative) && !deed(r, clause) && r.child(clause, {Deprel::aux}) != kNone;
}

// A time of the clause that describes the noun of a deed.
Index described(const Reading& r, Index head, const std::vector<bool>& sayings) {
  if (!r.nominal(head)) return kNone;
  const ItemRange among = times::times_within(r.doc, r.doc.sentences[r.doc.sentence_of(head)].tokens);
  for (Index t = among.begin; t < among.end; ++t) {
    const Index governor = times::governor(r.doc, r.doc.times[t].tokens);
    if (!sayings[t] && r.doc.times[t].days.known() && governor != kNone && describes(r, governor, head)) return t;
  }
  return kNone;
}

// The word on the way from `t` up to `head` that hangs on `head`, a few steps at most; kNone where there is none.
Index below(const Reading& r, Index t, Index head) {
  for (int step = 0; step < 3 && t != kNone; ++step, t = r.head(t))
    if (r.head(t) == head) return t;
  return kNone;
}

// "Held since the vote of October": since what has a date of its own.
Dating since_landmark(const Reading& r, Index head, EventStatus status) {
  Dating out;
  if (status == EventStatus::future || status == EventStatus::possible) return out;
  const ItemRange among = times::times_within(r.doc, r.doc.sentences[r.doc.sentence_of(head)].tokens);
  for (Index t = among.begin; t < among.end; ++t) {
    const Index landmark = below(r, times::governor(r.doc, r.doc.times[t].tokens), head);
    if (landmark == kNone || r.rel(landmark) != Deprel::obl || !r.introduced(landmark, r.lists.since) ||
        !r.doc.times[t].days.known())
      continue;
    out = {t, {r.doc.times[t].days.first, r.doc.day.last}, DatedBy::text};
    if (r.doc.day.last == kNoDay || out.days.first <= r.doc.day.last) return out;
  }
  return {};
}

Dating undated(const Reading& r, EventStatus status) {
  Dating dating;
  if (status != EventStatus::future && status != EventStatus::possible) dating.days.last = r.doc.day.last;
  return dating;
}

}  // namespace

std::vector<bool> times_of_sayings(const Reading& r) {
  std::vector<ByteRange> cues;
  for (const Statement& s : r.doc.statements)
    if (!s.cue.empty()) cues.push_back(s.cue);
  std::sort(cues.begin(), cues.end());
  std::vector<bool> out(r.doc.times.size());
  for (Index t = 0; t < out.size(); ++t) {
    const Index governor = times::governor(r.doc, r.doc.times[t].tokens);
    if (governor == kNone) continue;
    const ByteRange word = r.token(governor).place;
    const auto after = std::partition_point(cues.begin(), cues.end(), [&](ByteRange c) { return c.begin <= word.begin; });
    out[t] = after != cues.begin() && std::prev(after)->covers(word);
  }
  return out;
}

bool hearsay_past(const Reading& r, Index head) {
  if (!r.participle(head)) return false;
  for (Index c = r.first_child(head); c != kNone && c < head; c = r.next(c))
    if (r.rel(c) == Deprel::aux && r.token(c).feats.mood == Mood::Cnd && r.child(head, {Deprel::mark}) == kNone) return true;
  return false;
}

Dating own_time(const Reading& r, const Event& e, Index head, bool told, const std::vector<bool>& sayings) {
  const EventStatus status = told ? EventStatus::happened : e.status;
  Dating dating = date_deed(r.doc, r.workspace, head, status);
  const bool direct = dating.time != kNone && times::governor(r.doc, r.doc.times[dating.time].tokens) == head;
  const Index word = direct ? head : occasion(r, head);
  if (word != head) dating = date_deed(r.doc, r.workspace, word, status);
  const bool own = dating.time != kNone && governed(r, word, dating.time, word != head);
  if (own && (!sayings[dating.time] || says(r, word, dating.time))) return dating;
  if (const Index time = lifted(r, word, sayings); time != kNone)
    return {time, days_by(r.doc, r.workspace, time, status), DatedBy::text};
  if (const Index time = described(r, word, sayings); time != kNone && status != EventStatus::future)
    return {time, days_by(r.doc, r.workspace, time, EventStatus::happened), DatedBy::text};
  if (const Dating since = since_landmark(r, word, status); since.time != kNone) return since;
  if (status == EventStatus::happened)
    if (const Index only = only_time(r, head, sayings); only != kNone)
      return {only, whole_span(r.doc, r.workspace, only), DatedBy::text};
  if (const Dating next = to_follow(r, head, status); next.time != kNone) return next;
  return undated(r, status);
}

}  // namespace greffier::events
