// The command line as tables: a command is a row, a flag is a row; help, checks and docs/cli.md come from the rows.
//
// To add a command: write src/cli/NAME.cpp with its flags, its function and `const Command kNameCommand = {…}`, then
// declare it and add it to the table in commands.cpp. A command that prints something for each article needs only
// for_each_article() of articles.h.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"

namespace greffier {

// The exit statuses, for all commands; docs/cli.md says when.
enum ExitStatus : int {
  kWell = 0, kSomeAside = 1, kWrongUse = 2, kCannotReadOrWrite = 3, kPackDamaged = 4, kInternal = 70
};

struct Flag {
  std::string_view name;   // "--threads"
  std::string_view value;  // what follows it, e.g. "N"; empty for a switch
  std::string_view help;   // one sentence without a full stop
};

// What the user wrote, checked against the flags of the command.
class Arguments {
 public:
  std::vector<std::string> operands;

  bool has(std::string_view flag) const { return values_.contains(flag); }
  std::string text(std::string_view flag, std::string_view otherwise = {}) const;
  // Throws Error{usage} where the value is no whole number within the bounds.
  unsigned number(std::string_view flag, unsigned otherwise, unsigned least = 0, unsigned most = 1'000'000'000) const;
  // The value of a flag that knows only the words of `choices`; throws Error{usage} for another word.
  std::string choice(std::string_view flag, std::span<const std::string_view> choices, std::string_view otherwise) const;

  void set(std::string_view flag, std::string value) { values_.insert_or_assign(std::string(flag), std::move(value)); }

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

struct Command {
  std::string_view name;
  std::string_view summary;                      // one line, for the list of commands
  std::string_view operands;                     // e.g. "[FILE…]"; empty: the command takes none
  std::string_view details;                      // paragraphs, for its own help; lines as they shall stand
  std::string_view examples;                     // lines as they shall stand
  std::span<const std::span<const Flag>> flags;  // groups of flags: shared ones and its own
  int (*run)(const Arguments&, const Console&);  // returns an ExitStatus; may throw Error
};

// The flags that every command knows: --packs, --color, --help.
std::span<const Flag> common_flags();
// The folder that --packs names, else the default one.
std::filesystem::path packs_folder(const Arguments& arguments);

}  // namespace greffier
