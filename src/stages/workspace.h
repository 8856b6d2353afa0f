// The scratch memory of all stages. A stage keeps nothing in it from one document to the next but its capacity.
#pragma once

#include <string>
#include <vector>

#include "greffier/pattern.h"

namespace greffier {

struct Workspace {
  TokenIndex index;            // filled by index_tokens
  std::vector<Match> matches;  // of the rule set that a stage is running
  std::string text;            // any stage's buffer
};

}  // namespace greffier
