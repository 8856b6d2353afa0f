// Two at once: "les deux dirigeants", "les présidents russe et turc".
#pragma once

#include "stages/entities/context.h"

namespace greffier::entities {

// Where the plural noun `t` stands for two persons or states that can be told, adds them to Scratch::pairs.
void read_pair(Context& context, Index t);

}  // namespace greffier::entities
