// From many drafts to few statements: the same saying found twice is one; what stands inside another's content says so.
#pragma once

#include <vector>

#include "stages/statements/draft.h"
#include "stages/statements/scene.h"

namespace greffier::statements {

// Drops drafts whose cue or whose content an earlier rule has already; sorts the rest by place.
void sift(const Scene& scene, std::vector<Draft>& drafts);

// Drops drafts that only name a relay, and gives the relay to the statement in the sentence before.
void pass_on(const Scene& scene, std::vector<Draft>& drafts);

// Ends a content that runs on over the cue of a saying which it stands inside ("that …, X reported"), where that one ends.
// Looks at neighbours in the order of sift() only.
void uncross(std::vector<Draft>& drafts);

// Ends a content before a further saying of the same speaker, or of another one behind a source: "says that … and adds that",
// "says … before adding that", "according to X … and Y says that".
void uncoordinate(const Scene& scene, std::vector<Draft>& drafts);

// For each draft the index of the smallest other one whose content holds its cue (its content, where it has none).
void nest(const std::vector<Draft>& drafts, std::vector<Index>& inside);

}  // namespace greffier::statements
