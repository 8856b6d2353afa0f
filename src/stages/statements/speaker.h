// Whose words they are: the subject of a cue, said, understood or after the verb.
#pragma once

#include "stages/statements/scene.h"

namespace greffier::statements {

// The head of the noun phrase that does what `verb` says: its subject, for a relative pronoun its antecedent, for a
// participle, an infinitive or a second verb the subject of the verb above. kNone where the text has none.
Index subject_of(const Scene& scene, Index verb);

// The noun phrase that stands nearest before the verb and can do what it says; for a tree that gives the verb a wrong subject.
Index subject_before(const Scene& scene, Index verb);

// Whether who is named there can speak: a pronoun, a name, a noun of the pack's list, a known person or body.
bool speaks(const Scene& scene, Index head);

// Whether the verb stands in an inserted clause: its subject behind it, or nothing but its subject's place before it.
bool inverted(const Scene& scene, Index verb, TokenRange cue);

// A verb in a form that may be a participle or finite ("dit Marie"), by its place: behind a comma that ends a sentence's
// matter, before a noun phrase.
bool inserted_form(const Scene& scene, Index verb);

// The subject behind an inverted verb, or kNone.
Index subject_after(const Scene& scene, Index verb, TokenRange cue);

}  // namespace greffier::statements
