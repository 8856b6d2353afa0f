// greffier read: articles in, records out.
#include "cli/articles.h"
#include "cli/commands.h"
#include "greffier/record.h"

namespace greffier {
namespace {

void print(const Document& document, std::string& out) { out.append(to_json(record_of(document))).push_back('\n'); }

int run(const Arguments& arguments, const Console& console) { return for_each_article(arguments, console, {.print = print}); }

constexpr std::span<const Flag> kFlags[] = {kArticleFlags};

}  // namespace

constinit const Command kReadCommand = {
    .name = "read",
    .summary = "Read articles and write their records, one JSON object a line",
    .operands = "[FILE…]",
    .details =
        "Without a FILE, or with -, standard input is read. A FILE holds one article a line as a JSON object with the keys\n"
        "id, date, source, lang, title, text, url (only text must be there), or is one plain text.\n"
        "Records come in the order of the articles. An article that cannot be read is set aside, named on standard error\n"
        "with its place and the reason, and the exit status is 1.\n",
    .examples =
        "  greffier read articles.jsonl > records.jsonl\n"
        "  greffier read --map text=body,date=published_at feed.jsonl\n"
        "  greffier read note.txt --date 2020-08-15 --source Belga\n"
        "  zcat archive.jsonl.gz | greffier read --aside bad.jsonl > records.jsonl\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
