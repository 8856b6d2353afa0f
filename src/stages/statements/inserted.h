// What was said where the cue stands behind it, within it or before it without belonging to its clause. `group` holds cue and
// speaker; nothing of it gets into the content.
#pragma once

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

// What an inserted cue interrupts or follows.
Cuts before(const Scene& scene, TokenRange group, Index cue);
// The sentence, or the quotation, without the group.
Cuts around(const Scene& scene, TokenRange group, Index cue);
// What follows a mark: the quotations right behind it (or that it opens), else the rest of the sentence.
Cuts after(const Scene& scene, Index mark);

}  // namespace greffier::statements
