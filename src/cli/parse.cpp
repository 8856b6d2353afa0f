// greffier parse: sentences, words and trees as CoNLL-U.
#include <fmt/format.h>

#include "cli/articles.h"
#include "cli/commands.h"
#include "document/conllu.h"
#include "greffier/document.h"
#include "output/columns.h"

namespace greffier {
namespace {

void print(const Document& document, std::string& out) {
  out += fmt::format("# newdoc id = {}\n", one_line(document.article.id));
  out += to_conllu(document);
}

int run(const Arguments& arguments, const Console& console) {
  return for_each_article(arguments, console, {.goal = Layer::lemmas | Layer::tree, .print = print});
}

constexpr std::span<const Flag> kFlags[] = {kArticleFlags};

}  // namespace

constinit const Command kParseCommand = {
    .name = "parse",
    .summary = "Write sentences, words and dependency trees as CoNLL-U",
    .operands = "[FILE…]",
    .details = "Universal Dependencies in CoNLL-U, one `# newdoc` for each article. With --until sentences no tags and no trees.\n",
    .examples = "  greffier parse note.txt\n"
                "  echo 'Il pleut.' | greffier parse --as text --until sentences\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
