// Repairs trees that break what always holds of clauses.
#pragma once

#include <cstdint>
#include <vector>

#include "greffier/document.h"

namespace greffier {

// Mends the tree of the words in `sentence`; it stays a tree. `marks` is scratch. Linear in the words but for climbs of a few
// steps.
void mend_tree(Document& document, TokenRange sentence, std::vector<std::uint8_t>& marks);

}  // namespace greffier
