// greffier parse: sentences, words and trees as CoNLL-U.
#include "cli/articles.h"
#include "cli/commands.h"
#include "greffier/document.h"

namespace greffier {
namespace {

int run(const Arguments& arguments, const Console& console) {
  return for_each_article(arguments, console, {.goal = Layer::index, .print = [](const Document& document, std::string& out) { out += dump(document); }}).status();
}

constexpr std::span<const Flag> kFlags[] = {kArticleFlags};

}  // namespace

constinit const Command kParseCommand = {
    .name = "parse",
    .summary = "Write sentences, words and dependency trees as CoNLL-U",
    .operands = "[FILE…]",
    .details = "",
    .examples = "  greffier parse note.txt\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
