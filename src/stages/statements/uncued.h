// Sayings without a cue beside a plain speaker: they go on with what the speaker before has said.
#pragma once

#include <vector>

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

// Appends a draft for each whole-sentence quotation that no draft holds, where the sentence before has a speaker.
void find_uncued(const Scene& scene, std::vector<Draft>& drafts);

// Appends a draft for each sentence in the press conditional that follows an indirect saying and holds none: the report goes
// on.
void find_continued(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace greffier::statements
