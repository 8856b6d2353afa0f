// The only day that a sentence tells, for what no time governs by the tree.
#pragma once

#include <vector>

#include "stages/events/reading.h"

namespace greffier::events {

inline constexpr Day kLongest = 31;  // days: a year beside a deed is its background

// Whether the token lies in the trigger of an event.
bool deed(const Reading& r, Index token);

// What a time hangs on. A noun that is no deed lends its verb, but in "the crowd of Sunday"; not in "from Sunday to Tuesday".
Index word_above(const Reading& r, Index time);

// The time of the deed's sentence, where it tells one day and nothing speaks against it: a time that hangs on another deed,
// on a saying (`sayings`), or within a clause of its own. kNone otherwise.
Index only_time(const Reading& r, Index head, const std::vector<bool>& sayings);

}  // namespace greffier::events
