// The words of a hop: the phrase that names it, its exact place, the entity that it names.
#pragma once

#include "stages/statements/scene.h"

namespace greffier::statements {

// The narrowest whole noun phrase of `head`, without half a contraction at its left edge; with or without the name or the
// description that stands behind a comma.
TokenRange hop_phrase(const Scene& scene, Index head, bool with_description = true);

// The place of a hop's phrase; of a clitic subject ("-t-elle") only the pronoun.
ByteRange hop_place(const Scene& scene, TokenRange phrase);

// The entity that the phrase names: the mention that its head lies in, else a person named within it, else kNone.
Index hop_entity(const Scene& scene, TokenRange phrase, Index head);

// The first noun or name of the phrase that begins at `from`, or kNone.
Index first_noun(const Scene& scene, Index from, Index end);

// The agent of a participle ("quoted by …"), or kNone.
Index agent_of(const Scene& scene, Index participle);
// Likewise, or else any noun that the participle takes by a preposition ("obtained from …").
Index giver_of(const Scene& scene, Index participle);

}  // namespace greffier::statements
