#include "stages/events/deeds.h"

#include "stages/events/clause.h"
#include "stages/events/own_time.h"
#include "stages/workspace.h"

namespace greffier::events {

bool Deeds::of_the_hand(std::size_t i) const {
  switch (type(i)) {
    case EventType::assault: case EventType::coerce: case EventType::mobilize: case EventType::protest: case EventType::retreat:
    case EventType::aid: case EventType::consult: return true;
    default: return false;
  }
}

bool Deeds::told(std::size_t i) const {
  return event(i).status == EventStatus::happened || (event(i).status == EventStatus::possible && hearsay_past(r, heads[i]));
}

bool pluperfect(const Reading& r, Index verb) {
  for (Index c = r.first_child(verb); c != kNone && c < verb; c = r.next(c))
    if (r.rel(c) == Deprel::aux && r.token(c).feats.tense == Tense::Imp && r.subtype(c) != Subtype::pass) return true;
  return false;
}

bool Deeds::the_day_before(std::size_t i) const {
  const Index time = event(i).time;
  if (!dated(i) || time >= r.workspace.times.size()) return false;
  const times::Expression& e = r.workspace.times[time];
  return e.kind == times::Kind::shift && e.anchor == times::Anchor::then && e.unit >= times::Unit::day && e.n < 0 &&
         e.n != times::kOpenNumber;
}

bool Deeds::before_the_story(std::size_t i) const {
  if (the_day_before(i)) return true;
  const Index host = noun(i) ? host_verb(r, heads[i]) : heads[i];
  return host != kNone && pluperfect(r, host);
}

bool Deeds::begun(std::size_t i) const {
  constexpr Day kLately = 14;
  if (told(i) && exact(i)) return true;
  const Event& e = event(i);
  if ((!told(i) && e.status != EventStatus::ongoing) || !dated(i) || e.time >= r.workspace.times.size()) return false;
  return r.workspace.times[e.time].link == times::Link::since && e.days.last == doc.day.last &&
         e.days.last - e.days.first <= kLately;
}

void Deeds::date(std::size_t i, DaySpan days, Index time) const {
  event(i).days = days;
  event(i).time = time;
  event(i).dated_by = DatedBy::text;
}

}  // namespace greffier::events
