// What kind of source a hop of a chain is: an office holder, a body, a medium, a paper, somebody without a name.
#pragma once

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier {
struct Workspace;
}

namespace greffier::statements {

// `entity`: whom the hop names, or kNone. SourceType::none where the words do not tell (a pronoun for nobody known).
SourceType source_type(const Scene& scene, const Workspace& workspace, const DraftHop& hop, Index entity);

}  // namespace greffier::statements
