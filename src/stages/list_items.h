// The marker that opens a list item: "1.", "2)", "(a)", "•", "-".
#pragma once

#include "greffier/document.h"

namespace greffier {

// The token behind the marker that opens the line at token `begin`; `begin` where none does. Looks at four tokens at most.
Index behind_marker(const Document& document, Index begin);

}  // namespace greffier
