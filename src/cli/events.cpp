// greffier events: every event as a row, for people or for a spreadsheet.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/store_flags.h"
#include "cli/table.h"
#include "greffier/record.h"

namespace greffier {
namespace {

constexpr std::string_view kHead[] = {"day",    "actor",   "country", "sector", "type",         "mode",
                                      "target", "country", "sector",  "status", "according to", "sentence"};
constexpr std::string_view kForms[] = {"table", "csv"};

using Row = std::vector<std::string>;

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, "; ")); }

// "2020-08-15", "2020-08-09..2020-08-15", "..2020-08-15"; empty where nothing is known.
std::string days(const Record::Event& e) { return e.earliest == e.latest ? e.earliest : e.earliest + ".." + e.latest; }

struct Sides {
  std::vector<std::string> names, countries, sectors;
};

// Rows are cut from the document, whose bytes are the text; the record gives what is spelt.
class Rows {
 public:
  explicit Rows(const Document& document) : doc_(document), record_(record_of(document)) {}

  Row row(std::size_t i, bool cameo) const {
    const Event& e = doc_.events[i];
    const Record::Event& spelt = record_.events[i];
    const Sides actors = sides(e.actors), targets = sides(e.targets);
    Row out = {days(spelt),
               joined(actors.names),
               joined(actors.countries),
               joined(actors.sectors),
               spelt.type,
               spelt.mode,
               joined(targets.names),
               joined(targets.countries),
               joined(targets.sectors),
               spelt.status,
               joined(sources(e)),
               sentence(e)};
    if (cameo) out.insert(out.begin() + 6, {spelt.cameo, fmt::format("{:.1f}", intensity(event_codes()[e.code]) / 10.0)});
    return out;
  }
  std::size_t size() const { return doc_.events.size(); }

 private:
  Sides sides(ItemRange range) const {
    Sides out;
    for (Index i = range.begin; i < range.end; ++i) {
      const Party& p = doc_.parties[i];
      out.names.emplace_back(p.entity == kNone ? doc_.text(p.place) : doc_.pooled(doc_.entities[p.entity].name));
      out.countries.emplace_back(p.country.view());
      out.sectors.emplace_back(spelling(p.sector));
    }
    return out;
  }

  std::vector<std::string> sources(const Event& e) const {
    std::vector<std::string> out;
    for (Index i = e.according_to.begin; i < e.according_to.end; ++i) {
      const Statement& s = doc_.statements[doc_.links[i]];
      for (Index h = s.chain.begin; h < s.chain.end; ++h)
        if (doc_.hops[h].role == HopRole::origin) out.emplace_back(doc_.text(doc_.hops[h].place));
    }
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  std::string sentence(const Event& e) const {
    const auto after = std::partition_point(doc_.sentences.begin(), doc_.sentences.end(),
                                            [&](const Sentence& s) { return s.place.begin <= e.trigger.begin; });
    std::string text(after == doc_.sentences.begin() ? std::string_view() : doc_.text(std::prev(after)->place));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  const Document& doc_;
  const Record record_;
};

std::string csv_cell(std::string_view cell) {
  if (cell.find_first_of(",\"\n") == std::string_view::npos) return std::string(cell);
  std::string out = "\"";
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

void append_csv(const Row& row, std::string& out) {
  for (std::size_t i = 0; i < row.size(); ++i) out.append(i ? "," : "").append(csv_cell(row[i]));
  out += '\n';
}

// One event in two lines: what and who, then the sentence that proves it.
void append_text(const Row& row, std::string& out) {
  const std::size_t last = row.size() - 1;
  for (std::size_t i = 0; i < last; ++i)
    if (!row[i].empty()) out.append(row[i]).append("  ");
  out.append("\n    ").append(row[last]).append("\n");
}

Row head(bool cameo) {
  Row out(std::begin(kHead), std::end(kHead));
  if (cameo) out.insert(out.begin() + 6, {"cameo", "intensity"});
  return out;
}

// Without a file, a store is asked: the one that is named, or any where a question is put.
bool asks_store(const Arguments& arguments, const Console& console) {
  if (arguments.has("--store")) return true;
  if (!arguments.operands.empty()) return false;
  return std::getenv("GREFFIER_STORE") != nullptr || console.input_is_terminal ||
         std::ranges::any_of(
             std::initializer_list<std::string_view>{"--actor", "--target", "--type", "--status", "--from", "--to"},
             [&](std::string_view flag) { return arguments.has(flag); });
}

int run(const Arguments& arguments, const Console& console) {
  if (asks_store(arguments, console)) {
    print_table(Store(store_path(arguments), Store::Access::read).events(question_of(arguments)), arguments, console);
    return kWell;
  }
  const bool csv = arguments.choice("--form", kForms, "table") == "csv";
  const bool cameo = arguments.has("--cameo");
  if (csv) {
    std::string line;
    append_csv(head(cameo), line);
    write_out(line);
  }
  return for_each_article(arguments, console, {.print = [=](const Document& document, std::string& out) {
    const Rows rows(document);
    for (std::size_t i = 0; i < rows.size(); ++i)
      csv ? append_csv(rows.row(i, cameo), out) : append_text(rows.row(i, cameo), out);
  }});
}

constexpr Flag kOwn[] = {
    {"--form", "FORM", "table or csv (default: table)"},
    {"--cameo", "", "add the CAMEO code of each event and its intensity"},
};
constexpr Flag kStored[] = {
    {"--store", "FILE",
     "ask a store instead of reading articles (default: $GREFFIER_STORE, else greffier.db); the flags below are for it"},
    {"--actor", "WHO", "who does it: BY, BY:GOV, :GOV or a name"},
    {"--target", "WHO", "to whom, in the same forms"},
    {"--type", "TYPE", "one of PLOVER's types, such as AID"},
    {"--status", "STATUS", "happened, ongoing, future, possible or denied"},
};
constexpr std::span<const Flag> kFlags[] = {kOwn, kArticleFlags, kStored, kDayFlags, kTableFlags};

}  // namespace

constinit const Command kEventsCommand = {
    .name = "events",
    .summary = "List events: day, actor, type, target, status, on whose word, the sentence",
    .operands = "[FILE…]",
    .details = "A day with .. is a span of which one end may be open. Several parties are parted by semicolons.\n"
               "Intensity runs from -10 (hostile) to 10 (cooperative): the scores of the PLOVER manual, by type and mode.\n",
    .examples = "  greffier events articles.jsonl\n"
                "  greffier events --form csv --cameo articles.jsonl > events.csv\n"
                "  greffier events --store news.db --actor BY:GOV --target RU --type AID\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
