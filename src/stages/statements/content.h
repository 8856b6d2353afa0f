// Where what was said begins and ends: one function for each way in which it is put.
#pragma once

#include <optional>
#include <string_view>

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

enum class Cut : std::uint8_t {
  clause,     // the captured word's phrase, without the words that only join it
  that,       // the clause that the captured conjunction opens
  rest,       // from the captured word's phrase to the last complement of the cue
  before,     // what an inserted cue interrupts or follows
  around,     // the sentence without the cue's own phrase
  after,      // what follows the captured mark
  which,      // the clause behind the captured cue, to its end
  tail,       // from the captured word to the end of what hangs on the cue
  topic,      // the captured topic alone, up to the cue
  preceding,  // the sentence before the captured mark
};
std::optional<Cut> cut_from(std::string_view word);

TokenRange clause_of(const Scene& scene, Index head);
// What is said by a phrase or an infinitive: its clause without what only the cue's clause can mean: a relative clause or a
// participle behind a comma, another saying, a contrast, a day without preposition, to whom a feeling is told.
TokenRange said_by(const Scene& scene, TokenRange range, Index head);
TokenRange clause_after(const Scene& scene, Index conjunction);
TokenRange complements(const Scene& scene, Index cue, Index first);

// Where the range begins with a quotation that says something by itself (it has a verb), that quotation alone.
TokenRange leading_quote(const Scene& scene, TokenRange range);
// The phrase of a noun, with a prepositional phrase right behind it that belongs to it and not to the verb.
TokenRange with_complement(const Scene& scene, TokenRange range, Index noun);

TokenRange tail(const Scene& scene, Index cue, Index first);
TokenRange topic_phrase(const Scene& scene, Index head, TokenRange cue);

}  // namespace greffier::statements
