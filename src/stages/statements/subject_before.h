// Who says it, by the words before a verb alone.
#pragma once

#include "stages/statements/scene.h"

namespace greffier::statements {

// The noun phrase that stands nearest before the verb and can do what it says; for a tree that gives the verb no subject, or a
// wrong one. kNone where there is none.
Index subject_before(const Scene& scene, Index verb);

// Whether a comma or a colon stands between two tokens.
bool comma_between(const Scene& scene, Index from, Index to);

}  // namespace greffier::statements
