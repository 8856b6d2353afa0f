// Whether a deed happened, goes on, is to come, is only possible or is denied.
#pragma once

#include "stages/events/reading.h"

namespace greffier::events {

// `state`: the present of this verb tells something that lasts.
EventStatus status_of(const Reading& r, Index trigger, EventType type, bool state);

}  // namespace greffier::events
