// The batch: every article of the sources through the pipeline, on many threads, printed in the order of the input.
#pragma once

#include <functional>
#include <string>

#include "cli/command.h"
#include "cli/tally.h"
#include "greffier/document.h"
#include "greffier/pack.h"
#include "greffier/pipeline.h"
#include "greffier/record.h"

namespace greffier {

// The flags of every command that reads articles.
inline constexpr Flag kArticleFlags[] = {
    {"--threads", "N", "how many articles to read at once (default: one for each processor)"},
    {"--as", "FORM", "jsonl or text (default: text for names in .txt, else jsonl)"},
    {"--map", "FIELD=KEY,…", "the keys of the input, e.g. text=body,date=published_at"},
    {"--date", "DATE", "the day of publication where an article tells none: 2020-08-15, 2020-08, 2020"},
    {"--source", "NAME", "the source where an article tells none"},
    {"--lang", "CODE", "the language where an article tells none"},
    {"--title", "TITLE", "the title of a plain text"},
    {"--id", "ID", "the id of a plain text (default: the name of its file)"},
    {"--until", "LAYER", "stop after a layer, e.g. times; 'greffier stages' lists them"},
    {"--aside", "FILE", "write what is set aside to FILE, as JSON Lines"},
    {"--quiet", "", "no summary and no progress on standard error"},
};

struct ForEach {
  Layer goal = Layer::events;
  // Appends what one document prints. Called by many threads at once.
  std::function<void(const Document&, std::string& out)> print;
  std::function<bool(const Article&)> wanted = {};  // articles that are not wanted are passed over; empty: all are
  unsigned limit = 0;                               // stop after so many; 0: never
  // For a command that keeps what is read: called by one thread, in the order of the articles. `take` replaces `print`.
  std::function<void(Record&&, const Article&)> take = {};
  std::function<void(const AsideNote&)> aside = {};
  std::function<void(const Pack&)> begin = {};  // before the first article, with the pack that reads them
};

// Reads what the operands and flags name, prints, sums up on standard error. Bytes on standard output do not depend on
// the number of threads. Returns kWell or kSomeAside; throws Error for what ends the whole run.
int for_each_article(const Arguments& arguments, const Console& console, const ForEach& each);

}  // namespace greffier
