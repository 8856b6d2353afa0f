// Where something was said: news media and networks, by what they are and by how they are called.
#pragma once

#include "stages/statements/scene.h"

namespace greffier::statements {

// Whether a token names a news medium: a noun or name of the pack's list, or a name whose entity is one.
bool medium(const Scene& scene, Index token);

// The head of the medium behind the preposition `at` ("to Reuters", "in an interview with the daily …"), or kNone.
Index medium_behind(const Scene& scene, Index at, Index end);

// Whether a person's name begins at `i`, right behind a medium's that a tree may join it to ("tells AFP Ahmed, …").
bool begins_person(const Scene& scene, Index i);

// The words that name the medium with this head; a person or a further phrase that the tree joins to a name is none of them.
TokenRange medium_phrase(const Scene& scene, Index head);

// The first medium in `range` that a preposition of the pack's list, or a participle of asking ("asked by …"), leads to; words
// for which `skip` holds lead nowhere. kNone where there is none.
template <class Skip>
Index channel_in(const Scene& s, TokenRange range, Skip skip) {
  for (Index i = range.begin; i < range.end; ++i) {
    const bool asked = s.listed(i, s.lists.asked) && (verbal(s.token(i)) || i == range.begin) && i + 1 < range.end;
    if (skip(i) || !(asked || s.listed(i, s.lists.channel))) continue;
    const Index head = medium_behind(s, asked ? i + 1 : i, range.end);
    if (head != kNone && !skip(head)) return head;
  }
  return kNone;
}

}  // namespace greffier::statements
