// When something was said.
#pragma once

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier {
struct Workspace;
}

namespace greffier::statements {

// The time expression that tells the day of the saying, or kNone: one that governs the cue, where that is a verb or a noun,
// and that does not belong to what was said.
Index said_when(const Scene& scene, const Workspace& workspace, const Draft& draft);

// Gives what was added ("he also said", "she went on") the time of the statement before it in the paragraph by the same
// speaker.
void share_times(const Scene& scene, const std::vector<Index>& cue_heads, Document& document);

}  // namespace greffier::statements
