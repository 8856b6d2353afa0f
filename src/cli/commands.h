// All commands, each in a file of its own.
#pragma once

#include <span>

#include "cli/command.h"

namespace greffier {

extern const Command kReadCommand;    // read.cpp
extern const Command kShowCommand;    // show.cpp
extern const Command kTimesCommand;   // times.cpp
extern const Command kParseCommand;   // parse.cpp
extern const Command kQuotesCommand;  // quotes.cpp
extern const Command kEventsCommand;  // events.cpp
extern const Command kTrainCommand;   // train.cpp
extern const Command kStagesCommand;  // stages.cpp
extern const Command kKeepCommand;    // keep.cpp
extern const Command kSaidCommand;    // ask.cpp, as are the next six
extern const Command kTimelineCommand;
extern const Command kSearchCommand;
extern const Command kContradictionsCommand;
extern const Command kCompareCommand;
extern const Command kAsideCommand;
extern const Command kVerifyCommand;
extern const Command kExportCommand;  // export.cpp
extern const Command kWhoCommand;     // who.cpp

std::span<const Command* const> all_commands();

}  // namespace greffier
