// Whose words they are: the subject of a cue, said, understood or after the verb.
#pragma once

#include "stages/statements/scene.h"

namespace greffier::statements {

// The head of the noun phrase that does what `verb` says: its subject, for a relative pronoun its antecedent, for a
// participle, an infinitive or a second verb the subject of the verb above. kNone where the text has none.
Index subject_of(const Scene& scene, Index verb);

// Whether who is named there can speak: a pronoun, a name, a noun of the pack's list, a known person or body.
bool speaks(const Scene& scene, Index head);

// The subject that the tree gives the verb itself, or that it shares with the verb before its conjunction; kNone without one.
Index own_subject(const Scene& scene, Index verb);

// Whether a preposition opens the phrase of `head`, also where the tree joins it to something else.
bool prepositional(const Scene& scene, Index head);

}  // namespace greffier::statements
