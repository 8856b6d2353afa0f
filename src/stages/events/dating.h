// The days of events, once all of a document are found.
#pragma once

#include <vector>

#include "stages/events/reading.h"

namespace greffier::events {

// Dates every event; heads[i] is the head word of the trigger of event i.
void date_events(const Reading& r, const std::vector<Index>& heads, Document& document);

}  // namespace greffier::events
