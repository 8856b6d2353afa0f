// The tense of the verb that governs a time expression: it says on which side of now a bare "Monday" lies.
#pragma once

#include "greffier/document.h"
#include "greffier/pattern.h"
#include "pack/vocabulary.h"
#include "stages/times/expression.h"

namespace greffier::times {

// Of a finite verb with its auxiliaries, a participle or an infinitive, by Universal Dependencies' features and the list
// verb-with-be.
Tense tense_of_verb(const Document& document, const TokenIndex& index, const Vocabulary& vocabulary, Index verb);

// Of the verb above `tokens` in the tree; none where there is no verb, or where it leaves the question open.
Tense tense_above(const Document& document, const TokenIndex& index, const Vocabulary& vocabulary, TokenRange tokens);

// Whether the expression hangs on a verb that is not in a relative clause or another noun's phrase: what it dates is told
// as part of the story.
bool hangs_on_story(const Document& document, TokenRange tokens);

}  // namespace greffier::times
