// All commands, each in a file of its own.
#pragma once

#include <span>

#include "cli/command.h"

namespace greffier {

extern const Command kReadCommand;    // read.cpp
extern const Command kShowCommand;    // show.cpp
extern const Command kTimesCommand;   // times.cpp
extern const Command kParseCommand;   // parse.cpp
extern const Command kEventsCommand;  // events.cpp
extern const Command kStagesCommand;  // stages.cpp

std::span<const Command* const> all_commands();

}  // namespace greffier
