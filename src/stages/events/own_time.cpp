// Trees hang a time on the wrong word often enough, and one clause may tell of several deeds. So a time that governs a deed
// by the tree counts only along the arguments of one clause, and where none does, the only day of the sentence counts
// unless it hangs on another deed, on the saying, or within a clause of its own. At most kMaxClimb steps for each question.
// Tested in tests/unit/event_dating_test.cpp.
#include "stages/events/own_time.h"

#include <algorithm>

#include "stages/times/heads.h"
#include "stages/workspace.h"

namespace greffier::events {
namespace {

constexpr Day kLongest = 31;  // days: a year beside a deed is its background

bool indefinite(const Reading& r, Index noun) {
  const Index determiner = r.child(noun, {Deprel::det});
  return determiner != kNone && r.token(determiner).feats.definite == Definite::Ind;
}

// Whether the token lies in the trigger of an event.
bool deed(const Reading& r, Index t) {
  const auto& events = r.doc.events;
  const ByteRange place = r.token(t).place;
  const auto after = std::partition_point(events.begin(), events.end(), [&](const Event& e) { return e.trigger.begin <= place.begin; });
  return after != events.begin() && std::prev(after)->trigger.covers(place);
}

bool above(const Reading& r, Index t, Index below) {
  for (int step = 0; step < kMaxClimb && below != kNone; ++step, below = r.head(below))
    if (below == t) return true;
  return false;
}

bool in_heading(const Reading& r, Index t) { return r.doc.sentences[r.doc.sentence_of(t)].heading; }

bool background(const Time& time) { return time.days.last - time.days.first > kLongest; }

// Whether an adverbial clause tells of the time of its main clause: a participle, or "when", "while".
bool at_that_time(const Reading& r, Index verb) {
  const bool clause = r.finite(verb) || r.child(verb, {Deprel::aux}) != kNone;
  return !clause || (!r.finite(verb) && r.child(verb, {Deprel::mark}) == kNone) || r.introduced(verb, r.lists.while_);
}

// The noun whose complement only fills a preposition: "in the course of a coup".
Index occasion(const Reading& r, Index head) {
  const bool nmod = r.rel(head) == Deprel::nmod && r.head(head) != kNone;
  return nmod && r.in(r.head(head), r.lists.occasion_noun) ? r.head(head) : head;
}

// Whether the word that the time hangs on tells of the very deed: the deed's word, the verb that it is an argument of,
// or a verb above it in the same clause. A verb that is a deed itself keeps its time from a noun below it, unless that only
// names the occasion (`occasional`).
bool governed(const Reading& r, Index head, Index time, bool occasional) {
  const Index governor = times::governor(r.doc, r.doc.times[time].tokens);
  bool joined = false;  // a verb of its own clause, joined to the governor
  Index t = head;
  for (int step = 0; step < kMaxClimb && t != kNone; ++step, t = r.head(t)) {
    if (t == governor) return t == head || (joined ? !background(r.doc.times[time]) : r.verb(head) || occasional || !deed(r, t));
    switch (r.rel(t)) {
      case Deprel::obj: case Deprel::nsubj: case Deprel::obl: case Deprel::xcomp: break;
      case Deprel::conj: joined |= r.verb(t) && r.child(t, {Deprel::aux, Deprel::nsubj}) != kNone; break;
      case Deprel::advcl: if (!at_that_time(r, t)) return false; break;
      case Deprel::nmod: if (r.head(t) == kNone || !r.in(r.head(t), r.lists.victim_phrase)) return false; break;
      default: return false;
    }
  }
  return false;
}

// Whether a time is the other end of a span.
bool ends_span(const Reading& r, Index time) { return time < r.workspace.times.size() && r.workspace.times[time].joined == times::Joined::to; }

bool dateline(const Reading& r, Index time) { return time < r.workspace.times.size() && r.workspace.times[time].dateline; }

// The one day that a sentence tells, the dateline not counted, nor beside a date; kNone where there are several or none.
Index only_day(const Reading& r, TokenRange sentence) {
  const auto& all = r.doc.times;
  const ItemRange among = times::times_within(r.doc, sentence);
  Index found = kNone;
  for (Index t = among.begin; t < among.end; ++t) {
    if (!all[t].days.known() || all[t].days.last - all[t].days.first > kLongest || dateline(r, t)) continue;
    if (found == kNone || (all[found].type == TimeType::time && all[t].type == TimeType::date)) found = t;
    else if (all[t].days != all[found].days && all[t].type == TimeType::date && !ends_span(r, t)) return kNone;
  }
  return found;
}

// A finite clause hung on a noun without a relative pronoun is the main clause read wrongly.
bool stray_clause(const Reading& r, Index verb) {
  return r.rel(verb) == Deprel::acl && r.subtype(verb) != Subtype::relcl && r.finite(verb);
}

bool own_clause(const Reading& r, Index verb) {
  const Deprel rel = r.rel(verb);
  return rel == Deprel::ccomp || rel == Deprel::parataxis || rel == Deprel::acl;
}

// Whether a time that hangs on `governor` may tell the day of the deed: it hangs on a verb that is no deed itself and
// that no clause parts from the deed.
bool may_tell(const Reading& r, Index governor, Index head) {
  if (governor == kNone || in_heading(r, head) || stray_clause(r, governor)) return true;
  if (governor != head && ((!r.verb(governor) && r.rel(governor) != Deprel::root) || deed(r, governor))) return false;
  for (int step = 0; step < kMaxClimb && governor != kNone && !above(r, governor, head); ++step, governor = r.head(governor))
    if (own_clause(r, governor)) return false;
  for (int step = 0; step < kMaxClimb && head != governor && head != kNone; ++step, head = r.head(head))
    if (r.subtype(head) == Subtype::relcl) return false;
  return true;
}

bool inside_clause(Deprel rel) {
  return rel == Deprel::obj || rel == Deprel::obl || rel == Deprel::nmod || rel == Deprel::nsubj || rel == Deprel::flat || rel == Deprel::amod;
}

// What a time hangs on. A noun that is no deed lends its verb, but in "the crowd of Sunday"; not in "from Sunday to Tuesday".
Index word_above(const Reading& r, Index time) {
  const TokenRange tokens = r.doc.times[time].tokens;
  Index governor = times::governor(r.doc, tokens);
  if (!ends_span(r, time + 1) && r.introduced(times::head_token(r.doc, tokens), r.lists.role_of)) return governor;
  for (int step = 0; step < kMaxClimb && governor != kNone && r.nominal(governor) && !deed(r, governor); ++step) {
    if (!inside_clause(r.rel(governor)) || r.head(governor) == kNone) break;
    governor = r.head(governor);
  }
  return governor;
}

Index only_time(const Reading& r, Index head, const std::vector<bool>& sayings) {
  if (r.rel(head) == Deprel::nmod && !indefinite(r, head) && !in_heading(r, head)) return kNone;
  const Index found = only_day(r, r.doc.sentences[r.doc.sentence_of(head)].tokens);
  if (found == kNone || sayings[found] || (r.verb(head) && r.doc.times[found].days.first > r.doc.day.last)) return kNone;
  return may_tell(r, word_above(r, found), head) ? found : kNone;
}

// Whether the time of a saying is that of the deed too: one verb, or another of its own; not a noun that is spoken of.
bool says(const Reading& r, Index head, Index time) {
  return r.verb(head) || times::governor(r.doc, r.doc.times[time].tokens) == head;
}

// "Will be adopted on Sunday, before being signed": what is to come follows its main clause.
Dating to_follow(const Reading& r, Index head, EventStatus status) {
  Dating out;
  Index main = r.head(head);
  if (status != EventStatus::future || main == kNone) return out;
  const bool adverb = r.in(main, r.lists.before);  // the preposition read as an adverb with a complement
  if (!adverb && (r.rel(head) != Deprel::advcl || !r.introduced(head, r.lists.before))) return out;
  if (adverb) main = r.head(main);
  if (main != kNone) out = date_deed(r.doc, r.workspace, main, status);
  out.days.last = kNoDay;
  return out;
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
  const Index word = occasion(r, head);
  const Dating dating = date_deed(r.doc, r.workspace, word, status);
  const bool own = dating.time != kNone && governed(r, word, dating.time, word != head);
  if (own && (!sayings[dating.time] || says(r, word, dating.time))) return dating;
  if (status == EventStatus::happened)
    if (const Index only = only_time(r, head, sayings); only != kNone) return {only, whole_span(r.doc, r.workspace, only), DatedBy::text};
  if (const Dating next = to_follow(r, head, status); next.time != kNone) return next;
  return undated(r, status);
}

}  // namespace greffier::events
