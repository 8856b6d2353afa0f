// The day that a deed's own sentence tells.
#pragma once

#include "stages/events/reading.h"
#include "stages/time_of.h"

namespace greffier::events {

// The dating of `event`, whose trigger's head word is `head`, from its own sentence: by the time that governs it
// (time_of.h) where that tells of this very deed, else by the only day of the sentence where nothing speaks against it.
// Needs the triggers of all events and their statements.
Dating own_time(const Reading& r, const Event& event, Index head);

}  // namespace greffier::events
