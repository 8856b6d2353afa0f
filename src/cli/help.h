// What --help says, and docs/cli.md, from the same rows.
#pragma once

#include <string>

#include "cli/command.h"

namespace greffier {

std::string help_of_program();
std::string help_of(const Command& command);
std::string manual();  // docs/cli.md

}  // namespace greffier
