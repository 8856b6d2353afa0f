// The days on which an article may have been published, narrowed by what its text says.
//
// A world is one assumed day; every time expression is a function of it. Facts of the text rule worlds out; what all that
// are left agree on is what the article says.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "greffier/document.h"
#include "stages/times/expression.h"
#include "stages/times/resolve.h"

namespace greffier::times {

// The possible days, ascending, and why the others are not. Empty: nothing is known of the day.
struct Worlds {
  std::vector<Day> days;
  std::vector<std::string> reasons;
};

// Bounded: at most a year of days, and the first few hundred expressions.
Worlds possible_days(const Document& document, std::span<const Expression> expressions);

// The expressions worked out one after the other on one day (kNoDay: on an unknown one).
void resolve_all(std::span<const Expression> expressions, Day now, std::vector<Resolution>& out);

}  // namespace greffier::times
