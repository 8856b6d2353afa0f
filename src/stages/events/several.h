// Phrases that name several parties at once.
#pragma once

#include "stages/events/party.h"

namespace greffier::events {

// The parties that a phrase with this head stands for, where they are several: one for each nationality ("the Russian and
// Iranian allies"), or the two named last before it ("the two leaders", "both countries"). `whole` is the phrase read as one
// party. Empty where it is one.
PartyList several(const Reading& r, Index head, const Party& whole);

}  // namespace greffier::events
