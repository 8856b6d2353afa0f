// Works an expression out in one world: on one assumed day of the article, with what has been told before it.
#pragma once

#include "stages/times/expression.h"
#include "stages/times/value.h"

namespace greffier::times {

// Where the telling stands. `now` may be unknown (kNoDay); then what hangs on it stays open.
struct Told {
  Day now = kNoDay;
  DaySpan day;        // the day last told of, for "the day before"; the article's own at first
  DaySpan past;       // the last of those not to come: what is told as past counts from it
  DaySpan span;       // likewise with months and years, for "the year after"
  int minute = -1;    // of that day, where an hour was told
};

struct Resolution {
  Value value;
  DaySpan days;
};

Resolution resolve(const Expression& expression, const Told& told);

// What the expression leaves behind for those that follow it.
void tell(const Expression& expression, const Resolution& resolution, Told& told);

// Whether the value hangs on the article's day or on what was told before.
bool depends_on_context(const Expression& expression);

}  // namespace greffier::times
