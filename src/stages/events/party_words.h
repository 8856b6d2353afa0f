// Which words can name somebody that acts or suffers.
#pragma once

#include "stages/events/reading.h"

namespace greffier::events {

// Whether the token is a noun for the people of a nation.
bool names_people(const Reading& r, Index t);
// Whether it names a deed, though it is a noun for a body elsewhere.
bool names_deed(const Reading& r, Index t);
// Whether it is the head of a phrase that may be a party.
bool names_party(const Reading& r, Index t);
// The word that says who the phrase with this head is: mostly the head.
Index counted(const Reading& r, Index head);
// Whether the phrase with this head stands for nobody ("no one").
bool names_nobody(const Reading& r, Index t);

}  // namespace greffier::events
