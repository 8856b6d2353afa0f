// The heads of phrases that are joined by "and".
#pragma once

#include "stages/events/reading.h"
#include "stages/events/slots.h"

namespace greffier::events {

// `head` and the nominal heads coordinated with it, in text order where the tree is right; at most as many as a TokenList
// holds.
TokenList coordinated(const Reading& r, Index head);

}  // namespace greffier::events
