// Pronouns that stand for somebody named before: "il", "elle", "ce dernier", and in a quotation "je".
#pragma once

#include "stages/entities/context.h"

namespace greffier::entities {

// The pronoun at token `t` of the third person; adds a mention where one entity is meant plainly.
void read_pronoun(Context& context, Index t);

// "this latter one": the demonstrative before `t` and `t` itself, or `t` alone. False where it is none.
bool read_latter(Context& context, Index t);

// The pronouns of the first person in a quotation, which are its speaker.
void read_first_persons(Context& context, const Quote& quote);

}  // namespace greffier::entities
