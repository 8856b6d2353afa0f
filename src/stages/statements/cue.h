// The words of a cue: its auxiliaries, clitics, negation; and what they say of polarity and mood.
#pragma once

#include "stages/statements/scene.h"

namespace greffier::statements {

// From the first auxiliary, reflexive or negation of the verb group to its last word, adverbs between them included;
// `words` are the cue words themselves. A noun or a preposition is its own cue.
TokenRange cue_extent(const Scene& scene, TokenRange words);

// Whether the verb group is negated, by more than the particle alone.
bool negated(const Scene& scene, TokenRange cue);

// Whether the verb suffers what it says: a past participle with an auxiliary of the passive or with none.
bool passive(const Scene& scene, Index verb);

// The token that carries person and mood: the first auxiliary, else the verb itself.
Index finite_of(const Scene& scene, Index verb);

}  // namespace greffier::statements
