// The subject that agrees with its verb, where the tree lost it.
#pragma once

#include "stages/events/reading.h"

namespace greffier::events {

// The word that bears mood and tense: the verb itself or its first finite auxiliary; kNone for infinitives and participles.
Index finite_word(const Reading& r, Index verb);

// Whether the verb is a finite clause hung on a noun without a relative pronoun: the tree is wrong about it.
bool stray(const Reading& r, Index verb);

// The bare noun phrase before a finite verb that agrees with it and is nobody's object, or kNone.
Index agreeing_subject(const Reading& r, Index verb);

// The noun that a participle describes: its head where the two agree, else the nearest noun before it that does.
Index described_by(const Reading& r, Index participle);

// What a participle that opens its sentence is said of: the first bare noun phrase behind its comma that agrees.
Index behind_fronted(const Reading& r, Index participle);

}  // namespace greffier::events
