// On whose word an event stands, and where it happened.
#pragma once

#include "stages/events/reading.h"

namespace greffier::events {

// Points every event at the statements whose content holds its trigger, in the statements' order.
void link_statements(Document& document);

// The mention of the place where the deed happened: a place name that hangs on the trigger or its clause with a
// preposition of place, or kNone.
Index spot_of(const Reading& r, Index trigger);

}  // namespace greffier::events
