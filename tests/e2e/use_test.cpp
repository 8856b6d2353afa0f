// The command line as such: help, mistakes, exit statuses, the output's end.
#include <gtest/gtest.h>

#include "support/program.h"

namespace greffier {
namespace {

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr std::string_view kLine = R"({"id":"1","lang":"fr","date":"2020-08-15","text":"Il pleut."})" "\n";

TEST(Use, HelpAndVersionGoToStandardOutput) {
  const Program program;
  for (const char* words : {"--help", "-h", "help", "help read", "read --help", "read -h", "--version"}) {
    const Ran ran = program.run(words);
    EXPECT_EQ(ran.status, 0) << words;
    EXPECT_NE(ran.out, "") << words;
    EXPECT_EQ(ran.err, "") << words;
  }
  EXPECT_TRUE(says(program.run("--help").out, "To begin with"));
  EXPECT_TRUE(says(program.run("read --help").out, "Examples"));
}

struct Mistake {
  const char* words;
  int status;
  const char* message;
};

TEST(Use, MistakesAreNamedWithWhatWouldWork) {
  const Program program;
  program.write("a.jsonl", kLine);
  program.write("pack-less/x", "");
  const Mistake mistakes[] = {
      {"", 2, "Usage"},
      {"raed a.jsonl", 2, "did you mean 'read'?"},
      {"--packs x", 2, "a command must come"},
      {"read --thread 2 a.jsonl", 2, "did you mean '--threads'?"},
      {"read --quite a.jsonl", 2, "did you mean '--quiet'?"},
      {"read --zzz=1 a.jsonl", 2, "no flag is called '--zzz'"},
      {"read --threads", 2, "--threads"},
      {"read --threads 0 a.jsonl", 2, "from 1 to"},
      {"read --threads zwei a.jsonl", 2, "a whole number"},
      {"read --color sometimes a.jsonl", 2, "auto, always, never"},
      {"read --until tokns a.jsonl", 2, "did you mean 'tokens'?"},
      {"read --date 2020-13-45 a.jsonl", 2, "--date 2020-13-45"},
      {"read --map txt=body a.jsonl", 2, "did you mean 'text'?"},
      {"read --as jsonn a.jsonl", 2, "did you mean 'jsonl'?"},
      {"stages a.jsonl", 2, "one word too many"},
      {"read none.jsonl", 3, "none.jsonl: cannot be read"},
      {"read a.jsonl none.jsonl", 3, "none.jsonl"},
      {"read .", 3, "is a folder"},
      {"read --aside /nowhere/x a.jsonl", 3, "/nowhere/x: cannot be written"},
      {"read --packs /nowhere a.jsonl", 4, "/nowhere: no language pack"},
  };
  for (const Mistake& mistake : mistakes) {
    const Ran ran = program.run(mistake.words);
    EXPECT_EQ(ran.status, mistake.status) << mistake.words << "\n" << ran.err;
    EXPECT_TRUE(says(ran.err, mistake.message)) << mistake.words << "\n" << ran.err;
    EXPECT_EQ(ran.out, "") << mistake.words;
  }
}

TEST(Use, CommonFlagsMayStandBeforeTheCommand) {
  const Program program;
  EXPECT_EQ(program.run("--color never read --until language -", kLine).status, 0);
  EXPECT_EQ(program.run("--packs /nowhere read -", kLine).status, 4);
}

TEST(Use, ADamagedPackIsNamed) {
  const Program program;
  const Ran ran = program.shell("mkdir -p p/fr && printf 'lang = ' > p/fr/pack.toml && \"$G\" read --packs p");
  EXPECT_EQ(ran.status, 4);
  EXPECT_TRUE(says(ran.err, "pack.toml:1")) << ran.err;
}

TEST(Use, AFullDiskIsAnError) {
  const Program program;
  const Ran ran = program.shell("\"$G\" read --until language > /dev/full", kLine);
  EXPECT_EQ(ran.status, 3);
  EXPECT_TRUE(says(ran.err, "standard output: cannot be written")) << ran.err;
}

TEST(Use, AReaderThatHasEnoughIsNoError) {
  const Program program;
  std::string many;
  for (int i = 0; i < 3000; ++i) many += kLine;
  const Ran ran = program.shell("{ \"$G\" read --quiet --until language; echo $? >status; } | head -n 1", many);
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(program.read("status"), "0\n");
}

TEST(Use, AnUnfinishedPipeDoesNotHoldAProgramThatIsDone) {
  const Program program;
  const Ran ran = program.shell(
      "mkfifo f; { head -c 1000 .in; sleep 20; } > f & timeout 10 \"$G\" show --n 1 --until language f; s=$?; kill %1 "
      "2>/dev/null; exit $s",
      kLine);
  EXPECT_EQ(ran.status, 0) << ran.err;
}

TEST(Use, ColoursKeepToTerminals) {
  const Program program;
  EXPECT_FALSE(says(program.run("show --until language", kLine).out, "\x1b"));
  EXPECT_FALSE(says(program.run("show --until language --color never", kLine).out, "\x1b"));
}

}  // namespace
}  // namespace greffier
