#include "cli/parse_arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/strings.h"
#include "greffier/error.h"

namespace greffier {
namespace {

// What CLI11 could not place: a flag that does not exist, or an operand where none is wanted.
[[noreturn]] void refuse(const Command& command, const std::string& word) {
  if (!word.starts_with('-') || word == "-")
    throw Error(ErrorCode::usage, fmt::format("'{}' is one word too many: the command takes {}", word,
                                              command.operands.empty() ? "only flags" : command.operands));
  std::vector<std::string_view> names;
  const std::vector<Flag> flags = flags_of(command);
  for (const Flag& flag : flags) names.push_back(flag.name);
  const std::string name = word.substr(0, word.find('='));
  throw Error(ErrorCode::usage, fmt::format("no flag is called '{}'{}", name, did_you_mean(name, names)));
}

void add(CLI::App& app, const Flag& flag, Arguments& arguments) {
  const std::string name(flag.name);
  const auto set = [&arguments, name](const std::string& value) { arguments.set(name, value); };
  const std::string names = name == "--help" ? "-h,--help" : name;
  if (flag.value.empty())
    app.add_flag_callback(names, [set] { set(""); });
  else
    app.add_option_function<std::string>(names, set)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

}  // namespace

std::vector<Flag> flags_of(const Command& command) {
  std::vector<Flag> flags;
  for (std::span<const Flag> group : command.flags) flags.insert(flags.end(), group.begin(), group.end());
  flags.insert(flags.end(), common_flags().begin(), common_flags().end());
  return flags;
}

Arguments parse_arguments(const Command& command, std::vector<std::string> words) {
  Arguments arguments;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  for (const Flag& flag : flags_of(command)) add(app, flag, arguments);
  if (!command.operands.empty()) app.add_option("operands", arguments.operands);
  const auto end_of_flags = std::find(words.begin(), words.end(), "--");
  const std::vector<std::string> rest(end_of_flags == words.end() ? words.end() : end_of_flags + 1, words.end());
  words.erase(end_of_flags, words.end());
  std::reverse(words.begin(), words.end());  // as CLI11 wants them
  try {
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorCode::usage, error.what());
  }
  arguments.operands.insert(arguments.operands.end(), rest.begin(), rest.end());
  if (command.operands.empty() && !rest.empty()) refuse(command, rest.front());
  if (const auto extras = app.remaining(); !extras.empty()) refuse(command, extras.front());
  return arguments;
}

}  // namespace greffier
