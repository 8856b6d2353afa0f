// Knowledge that a user adds beside the pack's: no building, one file.
#include <gtest/gtest.h>

#include "support/program.h"

namespace greffier {
namespace {

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// A pack folder of the user's own, all of it the project's but for the tables beside it.
void link_pack(const Program& program) {
  const std::string pack = std::string(GREFFIER_SOURCE_DIR) + "/packs/fr";
  program.shell("mkdir -p packs/fr/knowledge && for f in " + pack + "/*; do [ -d $f ] || ln -s $f packs/fr/; done && ln -s " +
                pack + "/lists packs/fr/lists && ln -s " + pack + "/knowledge/*.tsv packs/fr/knowledge/");
}

TEST(OwnKnowledge, IsReadBesideThePacks) {
  if (!Program::until().empty()) GTEST_SKIP() << "the pack is not whole";
  const Program program;
  link_pack(program);
  program.write("packs/fr/knowledge/entries-mine.tsv",
                "id\tkind\ttype\tcountry\tsector\tgender\tname\taliases\n"
                "mine:1\tcompany\tORG\tBE\tBUS\t\tFonderies Vandamme\tVandamme\n");
  program.write("packs/fr/knowledge/offices-mine.tsv",
                "kb\tname\taliases\tcountry\toffice\tgender\tstart\tend\n"
                "mine:2\tOdile Tervagne\t\tBE\tmayor\tf\t2019-01-01\t\n");
  program.write("a.jsonl",
                R"({"id":"1","lang":"fr","date":"2020-08-15","text":"Les Fonderies Vandamme ont fermé, a dit Odile Tervagne."})"
                "\n");
  const Ran read = program.run("read a.jsonl --packs packs");
  EXPECT_EQ(read.status, 0) << read.err;
  EXPECT_TRUE(says(read.out, "mine:1")) << read.out;
  EXPECT_TRUE(says(read.out, "mine:2")) << read.out;
  EXPECT_TRUE(says(program.run("who Vandamme --packs packs").out, "entries-mine.tsv:2"));
  EXPECT_TRUE(says(program.run("who Tervagne --on 2021 --packs packs").out, "holds it then  (offices-mine.tsv:2)"));
  EXPECT_TRUE(says(program.run("who Tervagne --on 2011 --packs packs").out, "not then"));
}

TEST(OwnKnowledge, MistakesSayWhere) {
  if (!Program::until().empty()) GTEST_SKIP() << "the pack is not whole";
  const Program program;
  link_pack(program);
  program.write("packs/fr/knowledge/entries-mine.tsv",
                "id\tkind\ttype\tcountry\tsector\tgender\tname\taliases\nx\tcompany\tORG\tBE\tSHOP\t\tX\t\n");
  const Ran ran = program.run("who X --packs packs");
  EXPECT_EQ(ran.status, 4);
  EXPECT_TRUE(says(ran.err, "entries-mine.tsv:2: no sector is called 'SHOP'")) << ran.err;
}

}  // namespace
}  // namespace greffier
