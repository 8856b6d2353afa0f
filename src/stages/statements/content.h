// Where what was said begins and ends: one function for each way in which it is put.
#pragma once

#include <optional>
#include <string_view>

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

enum class Cut : std::uint8_t {
  clause,  // the captured word's phrase, without the words that only join it
  that,    // the clause that the captured conjunction opens
  rest,    // from the captured word's phrase to the last complement of the cue
  before,  // what an inserted cue interrupts or follows
  around,  // the sentence without the cue's own phrase
  after,   // what follows the captured mark
  which,   // the clause behind the captured cue, to its end
  tail,    // from the captured word to the end of what hangs on the cue
  topic,   // the captured topic alone, up to the cue
};
std::optional<Cut> cut_from(std::string_view word);

TokenRange clause_of(const Scene& scene, Index head);
TokenRange clause_after(const Scene& scene, Index conjunction);
TokenRange complements(const Scene& scene, Index cue, Index first);

// `group` holds cue and speaker; nothing of it gets into the content.
// Where the range begins with a quotation that says something by itself (it has a verb), that quotation alone.
TokenRange leading_quote(const Scene& scene, TokenRange range);
// The phrase of a noun, with a prepositional phrase right behind it that belongs to it and not to the verb.
TokenRange with_complement(const Scene& scene, TokenRange range, Index noun);

Cuts before(const Scene& scene, TokenRange group, Index cue);
Cuts around(const Scene& scene, TokenRange group, Index cue);
Cuts after(const Scene& scene, Index mark);
TokenRange tail(const Scene& scene, Index cue, Index first);
TokenRange topic_phrase(const Scene& scene, Index head, TokenRange cue);

// Widens cuts to whole quotations, takes marks and stops from their edges, drops what is empty.
void finish(const Scene& scene, Cuts& cuts, Index cue);

// Whether the finished cuts are quotations, hold some or hold none. Marks that also hold the cue do not count.
StatementKind kind_of(const Scene& scene, const Cuts& cuts, Index cue);

}  // namespace greffier::statements
