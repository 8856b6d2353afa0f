// From the words of the command line to a command and its exit status: the one place where an Error ends.
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <string>
#include <vector>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/parse_arguments.h"
#include "greffier/engine.h"
#include "greffier/error.h"

namespace greffier {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kColourChoices[] = {"auto", "always", "never"};

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage: return kWrongUse;
    case ErrorCode::input:
    case ErrorCode::io: return kCannotReadOrWrite;
    case ErrorCode::pack: return kPackDamaged;
    case ErrorCode::internal: break;
  }
  return kInternal;
}

// Where the command's name stands: the first word that is neither a common flag nor the value of one.
std::size_t command_at(const Words& words) {
  std::size_t at = 0;
  while (at < words.size() && words[at].starts_with("--")) {
    const auto flag = std::ranges::find(common_flags(), words[at], &Flag::name);
    at += flag != common_flags().end() && !flag->value.empty() ? 2 : 1;
  }
  return std::min(at, words.size());
}

const Command& command_named(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command* command : all_commands()) {
    if (command->name == name) return *command;
    names.push_back(command->name);
  }
  throw Error(ErrorCode::usage,
              fmt::format("no command is called '{}'{}; 'greffier --help' lists them", name, did_you_mean(name, names)));
}

int run_command(const Command& command, Words words) {
  try {
    const Arguments arguments = parse_arguments(command, std::move(words));
    if (arguments.has("--help")) return write_out(help_of(command)), kWell;
    return command.run(arguments, Console::of_system(arguments.choice("--color", kColourChoices, "auto")));
  } catch (const Error& error) {
    if (error.code != ErrorCode::usage) throw;
    say(fmt::format("greffier {}: {}\n'greffier {} --help' says how it is used\n", command.name, error.what(), command.name));
    return kWrongUse;
  }
}

int run(Words words) {
  if (words.empty()) return say(help_of_program()), kWrongUse;
  if (words[0] == "--version" || words[0] == "-V") return write_out(fmt::format("greffier {}\n", version())), kWell;
  if (words[0] == "--help" || words[0] == "-h") return write_out(help_of_program()), kWell;
  const std::size_t at = command_at(words);
  if (at == words.size())
    throw Error(ErrorCode::usage, fmt::format("{}: a command must come with it; 'greffier --help' lists them", words[0]));
  const std::string name = words[at];
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  if (name == "help") return write_out(words.empty() ? help_of_program() : help_of(command_named(words[0]))), kWell;
  return run_command(command_named(name), std::move(words));
}

}  // namespace
}  // namespace greffier

int main(int argc, char** argv) {
  using namespace greffier;
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return run(Words(argv + std::min(argc, 1), argv + argc));
  } catch (const PipeClosed&) {
    return kWell;  // the reader, such as head(1), has enough
  } catch (const Error& error) {
    say(fmt::format("greffier: {}\n", error.what()));
    return status_of(error.code);
  } catch (const std::exception& error) {
    say(fmt::format("greffier: a mistake of its own: {}\n", error.what()));
    return kInternal;
  }
}
