// Through whom a saying came: from the head of the speaker's phrase to the hops of the chain.
#pragma once

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

// Fills draft.chain from draft.speaker: an origin for each of several coordinated speakers, for whom they speak, who
// passed it on, where it was said. Needs the finished content, which none of them may lie in.
void link_chain(const Scene& scene, Draft& draft);

// Whether a token names a news medium: a noun or name of the pack's list, or a name whose entity is one.
bool medium(const Scene& scene, Index token);

// The narrowest whole noun phrase of `head`, without half a contraction at its left edge.
TokenRange hop_phrase(const Scene& scene, Index head);

// The place of a hop's phrase; of a clitic subject ("-t-elle") only the pronoun.
ByteRange hop_place(const Scene& scene, TokenRange phrase);

// The entity that the phrase names: the mention that its head lies in, else a person named within it, else kNone.
Index hop_entity(const Scene& scene, TokenRange phrase, Index head);

}  // namespace greffier::statements
