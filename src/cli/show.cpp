// greffier show: one article's record for people.
#include "cli/articles.h"
#include "cli/commands.h"
#include "greffier/document.h"

namespace greffier {
namespace {

int run(const Arguments& arguments, const Console& console) {
  return for_each_article(arguments, console, {.print = [](const Document& document, std::string& out) { out += dump(document); }});
}

constexpr std::span<const Flag> kFlags[] = {kArticleFlags};

}  // namespace

constinit const Command kShowCommand = {
    .name = "show",
    .summary = "Show what was found in an article",
    .operands = "[FILE…]",
    .details = "",
    .examples = "  greffier show note.txt --date 2020-08-15\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
