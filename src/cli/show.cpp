// greffier show: records as pages for people.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/store_flags.h"
#include "greffier/error.h"
#include "greffier/record.h"
#include "output/page.h"

namespace greffier {
namespace {

constexpr Flag kShowFlags[] = {
    {"--n", "N", "stop after N articles"},
    {"--width", "COLUMNS", "the width of the page (default: the terminal's, else 100)"},
};
constexpr Flag kStored[] = {
    {"--store", "FILE", "the operands are articles of this store, or items as its tables name them: by-01, by-01#s3"}};
constexpr std::span<const Flag> kFlags[] = {kShowFlags, kStored, kArticleFlags};

// An operand that is a file is read; any other is an id. What looks like a path is taken for one, so that a missing file
// is called missing.
bool is_file(const std::string& operand) {
  std::error_code error;
  return operand == "-" || operand.find('/') != std::string::npos || operand.ends_with(".jsonl") || operand.ends_with(".txt") ||
         std::filesystem::exists(operand, error);
}

// A store is asked where one is named, and for items; for articles where one is at hand and no operand is a file.
bool asks_store(const Arguments& arguments, const Console& console) {
  if (arguments.has("--store")) return true;
  if (arguments.operands.empty() || std::ranges::any_of(arguments.operands, is_file)) return false;
  const bool item = std::ranges::any_of(arguments.operands,
                                        [](const std::string& operand) { return operand.find('#') != std::string::npos; });
  return item || (has_store(arguments) && (console.input_is_terminal || std::getenv("GREFFIER_STORE") != nullptr));
}

int show_stored(const Arguments& arguments, const PageStyle& style) {
  if (arguments.operands.empty()) throw Error(ErrorCode::usage, "the id of an article is missing");
  const Store store(store_path(arguments), Store::Access::read);
  for (const std::string& id : arguments.operands) {
    auto record = store.record(id);
    if (!record) record = store.item(id);
    if (!record) throw Error(ErrorCode::input, fmt::format("{}: the store holds no such article or item", id));
    write_out(page_of(*record, style));
  }
  return kWell;
}

int run(const Arguments& arguments, const Console& console) {
  const PageStyle style{arguments.number("--width", console.width, 20, 1000), console.colour};
  if (asks_store(arguments, console)) return show_stored(arguments, style);
  Arguments files = arguments;
  std::vector<std::string> ids;
  for (const std::string& operand : std::exchange(files.operands, {}))
    (is_file(operand) ? files.operands : ids).push_back(operand);
  if (!ids.empty() && files.operands.empty() && console.input_is_terminal)
    throw Error(ErrorCode::io, fmt::format("{}: no such file; an id needs a file to be looked for in", ids[0]));
  ForEach each;
  std::atomic<bool> any{false};
  each.print = [style, &any](const Document& document, std::string& out) {
    out += page_of(record_of(document), style);
    any = true;
  };
  each.limit = arguments.number("--n", 0, 1);
  if (!ids.empty()) each.wanted = [&ids](const Article& article) { return std::ranges::find(ids, article.id) != ids.end(); };
  const int status = for_each_article(files, console, each);
  if (!ids.empty() && !any) throw Error(ErrorCode::input, fmt::format("no article has the id {}", fmt::join(ids, " or ")));
  return status;
}

}  // namespace

constinit const Command kShowCommand = {
    .name = "show",
    .summary = "Show for people what was found in articles",
    .operands = "[FILE|ID…]",
    .details =
        "The text comes first, its statements in brackets with their ids: [s1 …]. Tables follow: who said what and through\n"
        "whom, who did what to whom and when, the times, the names. On a terminal colours tell more: said cyan, cue magenta,\n"
        "time yellow, deed red, names bold. An operand that is not a file is the id of an article in the files.\n",
    .examples =
        "  greffier show articles.jsonl --n 1\n"
        "  greffier show articles.jsonl 2020-0815-07 --width 72\n"
        "  greffier show articles.jsonl --color always | less -R\n"
        "  greffier show by-01#s3 --store news.db\n"
        "  greffier show note.txt --date 2020-08-15 --source Belga\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
