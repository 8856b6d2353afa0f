#include "stages/events/dating.h"

#include "stages/time_of.h"

namespace greffier::events {

void date_events(const Reading& r, const std::vector<Index>& heads, Document& d) {
  for (std::size_t i = 0; i < d.events.size() && i < heads.size(); ++i) {
    const Dating dating = date_deed(d, r.workspace, heads[i], d.events[i].status);
    d.events[i].time = dating.time;
    d.events[i].days = dating.days;
    d.events[i].dated_by = dating.dated_by;
  }
}

}  // namespace greffier::events
