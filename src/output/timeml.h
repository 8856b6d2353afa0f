// TimeML: the text with its time expressions marked as TIMEX3 (ISO 24617-1), and the article's own day.
#pragma once

#include <string>

#include "greffier/document.h"

namespace greffier {

// One TimeML document, with a line's end. Each TIMEX3 also carries `earliest`, `latest` and `rule`, which TimeML does not
// know. `explain` adds a REASON element for each step that narrowed the article's day or contradicts it.
std::string to_timeml(const Document& document, bool explain);

}  // namespace greffier
