// The day that a deed's own sentence tells.
#pragma once

#include "stages/events/reading.h"
#include "stages/time_of.h"

namespace greffier::events {

// The dating of `event`, whose trigger's head word is `head`, from its own sentence: by the time that governs it
// (time_of.h) where that tells of this very deed, else by the only day of the sentence where nothing speaks against it.
// `told`: it is told as done. `sayings`: which times are days of a saying. Needs the triggers of all events.
Dating own_time(const Reading& r, const Event& event, Index head, bool told, const std::vector<bool>& sayings);

// For each time of the document, whether it hangs on the cue of a statement: the day of the saying, not of what is told.
std::vector<bool> times_of_sayings(const Reading& r);

// "Is said to have fled": the perfect of the conditional is told as past, if in doubt.
bool hearsay_past(const Reading& r, Index head);

}  // namespace greffier::events
