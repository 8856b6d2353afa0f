// The parties of an event: who did it, to whom.
#pragma once

#include <optional>

#include "stages/events/frames.h"
#include "stages/events/reading.h"

namespace greffier::events {

// The party that the phrase with this head names; nothing where it names nobody that acts or suffers.
std::optional<Party> party_at(const Reading& r, Index head);

// Fills the event's actors and targets into `document` from the frame; false, with nothing left behind, where a party
// that the frame needs is missing.
bool fill_sides(const Reading& r, Index trigger, const Frame& frame, Document& document, Event& event);

}  // namespace greffier::events
