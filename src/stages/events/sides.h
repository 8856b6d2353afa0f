// The parties of an event: who did it, to whom.
#pragma once

#include "stages/events/evidence.h"
#include "stages/events/frames.h"
#include "stages/events/reading.h"

namespace greffier::events {

// Fills the event's actors and targets into `document` from the frame; false, with nothing left behind, where a party
// that the frame needs is missing. Where no conflict is about, a pronoun for nobody known is no target.
bool fill_sides(const Reading& r, Index trigger, const Frame& frame, const Evidence& evidence, Document& document,
                Event& event);

}  // namespace greffier::events
