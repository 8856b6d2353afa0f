// The text of a record with the places of its items marked, as runs to be wrapped.
#pragma once

#include "greffier/record.h"
#include "output/layout.h"

namespace greffier {

// Statements stand in brackets with their ids, "[s1 …]", so that they can be seen without colours; with colours cues,
// names, times and deeds can be seen too.
Line marked_text(const Record& record);

}  // namespace greffier
