// Verbs of saying with their subject behind them.
#pragma once

#include "stages/statements/scene.h"

namespace greffier::statements {

// Whether the verb stands in an inserted clause: its subject behind it, or nothing but its subject's place before it.
bool inverted(const Scene& scene, Index verb, TokenRange cue);

// A verb in a form that may be a participle or finite ("said Marie"), by its place: behind a comma that ends a sentence's
// matter, before a noun phrase.
bool inserted_form(const Scene& scene, Index verb);

// The subject behind an inverted verb, or kNone.
Index subject_after(const Scene& scene, Index verb, TokenRange cue);

}  // namespace greffier::statements
