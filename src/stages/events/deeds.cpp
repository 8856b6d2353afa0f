#include "stages/events/deeds.h"

#include "stages/events/own_time.h"

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

void Deeds::date(std::size_t i, DaySpan days, Index time) const {
  event(i).days = days;
  event(i).time = time;
  event(i).dated_by = DatedBy::text;
}

}  // namespace greffier::events
