#include "cli/commands.h"

namespace greffier {

std::span<const Command* const> all_commands() {
  static constexpr const Command* kCommands[] = {&kReadCommand, &kShowCommand, &kTimesCommand, &kEventsCommand, &kParseCommand, &kStagesCommand};
  return kCommands;
}

}  // namespace greffier
