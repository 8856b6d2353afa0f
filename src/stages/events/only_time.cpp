// Trees hang a time on the wrong word often enough; where a sentence tells one day, that is the day of its deeds unless
// something speaks against it. Tested in tests/unit/event_dating_test.cpp.
#include "stages/events/only_time.h"

#include <algorithm>

#include "stages/times/heads.h"
#include "stages/workspace.h"

namespace greffier::events {
namespace {

bool indefinite(const Reading& r, Index noun) {
  const Index determiner = r.child(noun, {Deprel::det});
  return determiner != kNone && r.token(determiner).feats.definite == Definite::Ind;
}

bool above(const Reading& r, Index t, Index below) {
  for (int step = 0; step < kMaxClimb && below != kNone; ++step, below = r.head(below))
    if (below == t) return true;
  return false;
}

bool in_heading(const Reading& r, Index t) { return r.doc.sentences[r.doc.sentence_of(t)].heading; }

// Whether a time is the other end of a span.
bool ends_span(const Reading& r, Index time) {
  return time < r.workspace.times.size() && r.workspace.times[time].joined == times::Joined::to;
}

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
  if (rel == Deprel::xcomp || rel == Deprel::amod)  // "the envoy sent a month ago", however the tree hangs "sent"
    return r.participle(verb) && r.child(verb, {Deprel::aux}) == kNone;
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
  return rel == Deprel::obj || rel == Deprel::obl || rel == Deprel::nmod || rel == Deprel::nsubj || rel == Deprel::flat ||
         rel == Deprel::amod;
}

}  // namespace

bool deed(const Reading& r, Index t) {
  const auto& events = r.doc.events;
  const ByteRange place = r.token(t).place;
  const auto after =
      std::partition_point(events.begin(), events.end(), [&](const Event& e) { return e.trigger.begin <= place.begin; });
  return after != events.begin() && std::prev(after)->trigger.covers(place);
}

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

}  // namespace greffier::events
