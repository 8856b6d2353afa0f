// Through whom a saying came: from the head of the speaker's phrase to the hops of the chain.
#pragma once

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

// Fills draft.chain from draft.speaker: an origin for each of several coordinated speakers, for whom they speak, who
// passed it on, where it was said. Needs the finished content, which none of them may lie in.
void link_chain(const Scene& scene, Draft& draft);

// Adds who passed the saying on: a relay that another sentence names.
void pass_on(const Scene& scene, Draft& draft, Index relay);

}  // namespace greffier::statements
