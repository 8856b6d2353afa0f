// The tables of the command line, and the page that is made from them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "base/mapped_file.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/parse_arguments.h"
#include "greffier/error.h"

namespace greffier {
namespace {

TEST(Cli, TheManualIsWhatTheProgramSays) {
  const std::string path = GREFFIER_SOURCE_DIR "/docs/cli.md";
  if (std::getenv("GREFFIER_WRITE_DOCS") != nullptr) write_file(path, manual());
  EXPECT_EQ(read_file(path), manual())
      << "docs/cli.md is out of date; GREFFIER_WRITE_DOCS=1 greffier-tests --gtest_filter='Cli.*' writes it anew";
}

TEST(Cli, EveryRowIsWhole) {
  std::set<std::string_view> names;
  for (const Command* command : all_commands()) {
    EXPECT_TRUE(names.insert(command->name).second) << command->name;
    EXPECT_FALSE(command->summary.empty() || command->summary.ends_with('.')) << command->name;
    EXPECT_TRUE(command->examples.starts_with("  ") && command->examples.ends_with('\n')) << command->name;
    EXPECT_TRUE(command->details.empty() || command->details.ends_with('\n')) << command->name;
    std::set<std::string_view> flags;
    for (const Flag& flag : flags_of(*command)) {
      EXPECT_TRUE(flag.name.starts_with("--")) << flag.name;
      EXPECT_TRUE(flags.insert(flag.name).second) << command->name << " " << flag.name;
      EXPECT_FALSE(flag.help.empty() || flag.help.ends_with('.')) << flag.name;
    }
  }
}

TEST(Cli, ReadsWordsInAnyOrder) {
  const Arguments arguments =
      parse_arguments(kReadCommand, {"a", "--threads=3", "-", "--quiet", "--map", "text=b", "--", "--c"});
  EXPECT_EQ(arguments.operands, (std::vector<std::string>{"a", "-", "--c"}));
  EXPECT_EQ(arguments.number("--threads", 1), 3u);
  EXPECT_EQ(arguments.text("--map"), "text=b");
  EXPECT_TRUE(arguments.has("--quiet"));
  EXPECT_FALSE(arguments.has("--aside"));
}

TEST(Cli, TheLastOfTwoCounts) {
  EXPECT_EQ(parse_arguments(kReadCommand, {"--threads", "3", "--threads", "4"}).number("--threads", 1), 4u);
}

TEST(Cli, EveryCommandHasHelpThatNamesItsFlags) {
  for (const Command* command : all_commands()) {
    const std::string help = help_of(*command);
    for (const Flag& flag : flags_of(*command))
      EXPECT_NE(help.find(flag.name), std::string::npos) << command->name << flag.name;
  }
}

}  // namespace
}  // namespace greffier
