// Who does and who suffers what a verb says, by the tree: through the passive, relative clauses, coordination, control of
// infinitives and participles.
#pragma once

#include "stages/events/reading.h"

namespace greffier::events {

// Whether the verb's grammatical subject suffers the deed.
bool passive(const Reading& r, Index verb);

// The token that does what `verb` says, or kNone.
Index deep_subject(const Reading& r, Index verb);
// The token that suffers what `verb` says, or kNone. A reflexive pronoun is none.
Index deep_object(const Reading& r, Index verb);

// What a relative pronoun stands for; any other token stands for itself.
Index antecedent(const Reading& r, Index t);

// The verb or light noun construction that a noun hangs on as an argument, or kNone.
Index host_verb(const Reading& r, Index noun);

}  // namespace greffier::events
