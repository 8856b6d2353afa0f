// From words to Arguments, by CLI11. Throws Error{usage} with "did you mean" for a flag that does not exist.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace greffier {

Arguments parse_arguments(const Command& command, std::vector<std::string> words);

// The flags of a command, the common ones last.
std::vector<Flag> flags_of(const Command& command);

}  // namespace greffier
