// Tested in tests/unit/cli_test.cpp: docs/cli.md must be what manual() says.
#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "cli/commands.h"
#include "cli/parse_arguments.h"
#include "greffier/engine.h"
#include "output/columns.h"

namespace greffier {
namespace {

constexpr std::string_view kStatuses =
    "  0   all is well\n"
    "  1   some articles were set aside; the others are written\n"
    "  2   the command line is wrong\n"
    "  3   a file cannot be read, or the output cannot be written\n"
    "  4   the language pack is missing or damaged\n"
    "  70  Greffier made a mistake of its own\n";

constexpr std::string_view kProgram =
    "Greffier reads dated news and keeps the record: who did what to whom, when; who said so, through whom; and the exact\n"
    "words that prove it.\n";

constexpr std::string_view kStart =
    "  greffier read articles.jsonl > records.jsonl\n"
    "  greffier show articles.jsonl --n 1\n"
    "  greffier read note.txt --date 2020-08-15 --source Belga\n";

std::string column(std::string_view left, std::string_view right, std::size_t width) {
  return fmt::format("  {}{}  {}\n", left, std::string(width - std::min<std::size_t>(width, columns(left)), ' '), right);
}

std::string flag_name(const Flag& flag) { return fmt::format("{}{}{}", flag.name, flag.value.empty() ? "" : " ", flag.value); }

std::string flag_table(const Command& command) {
  const std::vector<Flag> flags = flags_of(command);
  std::size_t width = 0;
  for (const Flag& flag : flags) width = std::max<std::size_t>(width, columns(flag_name(flag)));
  std::string out;
  for (const Flag& flag : flags) out += column(flag_name(flag), flag.help, width);
  return out;
}

std::string usage(const Command& command) {
  return fmt::format("greffier {} {}{}[FLAG…]", command.name, command.operands, command.operands.empty() ? "" : " ");
}

std::string command_table() {
  std::string out;
  for (const Command* command : all_commands()) out += column(command->name, command->summary, 10);
  return out;
}

}  // namespace

std::string help_of_program() {
  return fmt::format("{}\nUsage: greffier COMMAND [FLAG…]\n\nCommands\n{}\nTo begin with\n{}\nExit status\n{}\n"
                     "'greffier COMMAND --help' says more. Version {}.\n",
                     kProgram, command_table(), kStart, kStatuses, version());
}

std::string help_of(const Command& command) {
  return fmt::format("greffier {}: {}\n\nUsage: {}\n\n{}{}Flags\n{}\nExamples\n{}", command.name, command.summary,
                     usage(command), command.details, command.details.empty() ? "" : "\n", flag_table(command),
                     command.examples);
}

std::string manual() {
  std::string out = fmt::format(
      "# The command line\n\nThis page is made from the program's own tables (`--help` says the same); a test holds it to "
      "them.\n\n"
      "```\n{}```\n\n## Exit status\n\n```\n{}```\n",
      command_table(), kStatuses);
  for (const Command* command : all_commands())
    fmt::format_to(std::back_inserter(out),
                   "\n## greffier {}\n\n{}.\n\n```\n{}\n```\n\n{}{}```\n{}```\n\nExamples:\n\n```\n{}```\n", command->name,
                   command->summary, usage(*command), command->details, command->details.empty() ? "" : "\n",
                   flag_table(*command), command->examples);
  return out;
}

}  // namespace greffier
