// One item of a record with the passage that proves it, as a small record of its own.
#pragma once

#include <string_view>

#include "greffier/record.h"

namespace greffier {

// The passage around `place`, and of the record's items the one called `n` with what it refers to. Places outside the
// passage are left out.
Record excerpt(const Record& record, Span place, std::string_view n);

}  // namespace greffier
