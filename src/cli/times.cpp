// greffier times: the time expressions of each article as TimeML.
#include "cli/articles.h"
#include "cli/commands.h"
#include "output/timeml.h"

namespace greffier {
namespace {

constexpr Flag kOwnFlags[] = {{"--explain", "", "also say how the text narrowed the article's own day, or contradicts it"}};
constexpr std::span<const Flag> kFlags[] = {kArticleFlags, kOwnFlags};

int run(const Arguments& arguments, const Console& console) {
  const bool explain = arguments.has("--explain");
  return for_each_article(arguments, console,
                          {.goal = Layer::day, .print = [explain](const Document& document, std::string& out) {
                             out += to_timeml(document, explain);
                           }});
}

}  // namespace

constinit const Command kTimesCommand = {
    .name = "times",
    .summary = "Mark the time expressions and their values, as TimeML",
    .operands = "[FILE…]",
    .details = "  Each article becomes one TimeML document. A value that cannot be told has X where it is open; earliest and\n"
               "  latest bound its day. The article's own day (t0) is narrowed by what the text says of it.\n",
    .examples = "  greffier times note.txt --date 2020-08 --explain\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
