// What the saying does (its act), and whether the mood marks it as unconfirmed.
#pragma once

#include <string_view>

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

// The act that a rule gives: an act by name, or "@list|@list" for the value of the cue, else of the content's head, in a list;
// assert where none is one.
Act act_of(const Scene& scene, std::string_view given, Index cue, Index content);

// Whether the content is told in the press conditional: a main verb in the conditional that neither an if-clause asks
// for nor a past tense of saying turns into a future seen from the past.
bool hearsay(const Scene& scene, const Draft& draft);

}  // namespace greffier::statements
