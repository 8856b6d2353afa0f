// greffier parse: CoNLL-U out, and in again.
#include <gtest/gtest.h>

#include "support/program.h"

namespace greffier {
namespace {

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Words alone, as a treebank without annotation has them.
constexpr std::string_view kWords =
    "# newdoc id = a\n"
    "1\tIl\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tpleut\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3-4\tau\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tà\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "4\tle\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "5\tnord\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "6\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

class Parse : public testing::Test {
 protected:
  void SetUp() override {
    if (!Program::until().empty()) GTEST_SKIP() << "the pack is not whole";
  }
  Program program_;
};

TEST_F(Parse, CompletesWordsThatLackTheirTree) {
  const Ran ran = program_.run("parse --as conllu", kWords);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(says(ran.out, "# newdoc id = a\n")) << ran.out;
  EXPECT_TRUE(says(ran.out, "2\tpleut\tpleuvoir\tVERB\t")) << ran.out;
  EXPECT_TRUE(says(ran.out, "3-4\tau\t")) << ran.out;
  EXPECT_TRUE(says(ran.out, "\t0\troot\t")) << ran.out;
}

TEST_F(Parse, KeepsWhatAFileSays) {
  const Ran once = program_.run("parse --as text", "Le maire parle.\n\nIl pleut au nord, dit-il.\n");
  program_.write("once.conllu", once.out);
  EXPECT_EQ(program_.run("parse once.conllu").out, once.out);
  std::string other = once.out;
  const std::size_t tag = other.find("\tNOUN\t");
  ASSERT_NE(tag, std::string::npos);
  other.replace(tag, 6, "\tVERB\t");
  program_.write("other.conllu", other);
  EXPECT_EQ(program_.run("parse other.conllu").out, other);
}

TEST_F(Parse, NamesTheRowThatIsWrong) {
  const Ran ran = program_.run("parse --as conllu", "1\tIl\t_\n");
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(says(ran.err, ":1: has 3 columns instead of 10")) << ran.err;
  EXPECT_EQ(program_.run("parse missing.conllu").status, 3);
}

}  // namespace
}  // namespace greffier
