#include "cli/commands.h"

namespace greffier {

std::span<const Command* const> all_commands() {
  // One row a line, in the order in which help lists them.
  static constexpr const Command* kCommands[] = {
      &kReadCommand,
      &kShowCommand,
      &kQuotesCommand,
      &kTimesCommand,
      &kEventsCommand,
      &kParseCommand,
      &kKeepCommand,
      &kSaidCommand,
      &kTimelineCommand,
      &kSearchCommand,
      &kContradictionsCommand,
      &kCompareCommand,
      &kAsideCommand,
      &kVerifyCommand,
      &kExportCommand,
      &kWhoCommand,
      &kTrainCommand,
      &kStagesCommand,
  };
  return kCommands;
}

}  // namespace greffier
