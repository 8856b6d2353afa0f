// Trees hang a time on the wrong word often enough, and one clause may tell of several deeds. So a time that governs a deed
// by the tree counts only along the arguments of one clause, and where none does, the only day of the sentence counts
// unless it hangs on another deed, on the saying, or within a clause of its own. At most kMaxClimb steps for each question.
// Tested in tests/unit/event_dating_test.cpp.
#include "stages/events/own_time.h"

#include <algorithm>

#include "stages/times/heads.h"

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

// Whether the word that the time hangs on tells of the very deed: the deed's word, the verb that it is an argument of,
// or a verb above it in the same clause. A verb that is a deed itself keeps its time from a noun below it.
bool governed(const Reading& r, Index head, Index time) {
  const Index governor = times::governor(r.doc, r.doc.times[time].tokens);
  Index t = head;
  for (int step = 0; step < kMaxClimb && t != kNone; ++step, t = r.head(t)) {
    if (t == governor) return t == head || r.verb(head) || !deed(r, t);
    switch (r.rel(t)) {
      case Deprel::obj: case Deprel::nsubj: case Deprel::obl: case Deprel::xcomp: case Deprel::conj: break;
      case Deprel::advcl: if (r.finite(t)) return false; break;
      case Deprel::nmod: if (r.head(t) == kNone || !r.in(r.head(t), r.lists.victim_phrase)) return false; break;
      default: return false;
    }
  }
  return false;
}

// Whether the word that a time hangs on is the saying of a statement that holds the deed.
bool said_then(const Reading& r, const Event& e, ByteRange governor) {
  for (Index i = e.according_to.begin; i < e.according_to.end; ++i)
    if (r.doc.statements[r.doc.links[i]].cue.covers(governor)) return true;
  return false;
}

// The one day that a sentence tells, an hour beside a date not counted; kNone where there are several or none.
Index only_day(const Reading& r, TokenRange sentence) {
  const auto& all = r.doc.times;
  const ItemRange among = times::times_within(r.doc, sentence);
  Index found = kNone;
  for (Index t = among.begin; t < among.end; ++t) {
    if (!all[t].days.known() || all[t].days.last - all[t].days.first > kLongest) continue;
    if (found == kNone || (all[found].type == TimeType::time && all[t].type == TimeType::date)) found = t;
    else if (all[t].days != all[found].days && all[t].type == TimeType::date) return kNone;
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
  if ((!r.verb(governor) && r.rel(governor) != Deprel::root) || deed(r, governor)) return false;
  for (int step = 0; step < kMaxClimb && governor != kNone && !above(r, governor, head); ++step, governor = r.head(governor))
    if (own_clause(r, governor)) return false;
  return true;
}

Index only_time(const Reading& r, const Event& e, Index head) {
  if (r.rel(head) == Deprel::nmod && !indefinite(r, head) && !in_heading(r, head)) return kNone;
  const Index found = only_day(r, r.doc.sentences[r.doc.sentence_of(head)].tokens);
  if (found == kNone || (r.verb(head) && r.doc.times[found].days.first > r.doc.day.last)) return kNone;
  const Index governor = times::governor(r.doc, r.doc.times[found].tokens);
  if (governor != kNone && said_then(r, e, r.token(governor).place)) return kNone;
  return may_tell(r, governor, head) ? found : kNone;
}

Dating undated(const Reading& r, EventStatus status) {
  Dating dating;
  if (status != EventStatus::future && status != EventStatus::possible) dating.days.last = r.doc.day.last;
  return dating;
}

}  // namespace

Dating own_time(const Reading& r, const Event& e, Index head) {
  const Dating dating = date_deed(r.doc, r.workspace, head, e.status);
  if (dating.time != kNone && governed(r, head, dating.time)) return dating;
  if (e.status == EventStatus::happened)
    if (const Index only = only_time(r, e, head); only != kNone) return {only, r.doc.times[only].days, DatedBy::text};
  return undated(r, e.status);
}

}  // namespace greffier::events
