// Reader thread → workers → this thread, by base/in_order.h. An article that cannot be read is set aside with its reason
// and place; nothing that happens to one article can touch another. Tested in tests/e2e and tests/unit/cli_test.cpp.
#include "cli/articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

#include "base/in_order.h"
#include "base/strings.h"
#include "cli/sources.h"
#include "cli/tally.h"
#include "doors/text.h"
#include "greffier/engine.h"
#include "greffier/error.h"

namespace greffier {
namespace {

constexpr std::size_t kItemsPerThread = 8;
constexpr std::size_t kMaxBytesUnderWay = std::size_t{64} << 20;

Layer layer_named(const std::string& name) {
  std::vector<std::string> names;
  for (const Stage& stage : all_stages()) {
    names.push_back(layer_names(stage.gives));
    if (names.back() == name) return stage.gives;
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  throw Error(ErrorCode::usage, fmt::format("--until {}: no layer is called so{}; 'greffier stages' lists them", name,
                                            did_you_mean(name, views)));
}

Door door_named(const Arguments& arguments) {
  static constexpr std::string_view kDoors[] = {"jsonl", "text", "auto"};
  const std::string name = arguments.choice("--as", kDoors, "auto");
  return name == "jsonl" ? Door::jsonl : name == "text" ? Door::text : Door::by_name;
}

Defaults defaults(const Arguments& arguments) {
  const Defaults told{arguments.text("--date"), arguments.text("--source"), arguments.text("--lang")};
  if (!told.published.empty() && !parse_iso_span(told.published))
    throw Error(ErrorCode::usage, fmt::format("--date {}: is no ISO 8601 date such as 2020-08-15 or 2020-08", told.published));
  return told;
}

// What became of one item.
struct Outcome {
  std::string out;
  std::optional<Document> document;  // for ForEach::take
  std::optional<AsideNote> aside;
  std::size_t repaired = 0;
  std::size_t bytes = 0;
  bool wanted = true;
};

class Batch {
 public:
  Batch(const Arguments& arguments, const Console& console, const ForEach& each)
      : each_(each),
        keys_(key_map(arguments.text("--map"))),
        defaults_(defaults(arguments)),
        quiet_(arguments.has("--quiet")),
        threads_(arguments.number("--threads", std::max(1u, std::thread::hardware_concurrency()), 1, 512)),
        sources_(arguments.operands, door_named(arguments), tells(arguments), stop_),
        goal_(arguments.has("--until") ? layer_named(arguments.text("--until")) : each.goal),
        aside_(arguments.text("--aside")),
        engine_(packs_folder(arguments), goal_),
        progress_((each.take ? console.errors_are_terminal : console.progress) && !quiet_, sources_.total_bytes()) {
    told_.title = arguments.text("--title");
    told_.id = arguments.text("--id");
    for (unsigned i = 0; i < threads_; ++i) workspaces_.push_back(make_workspace());
  }

  int run() {
    if (each_.begin) each_.begin(engine_.pipeline().pack());
    InOrder<Item, Outcome> work(
        {.produce = [this](Item& item) { return sources_.next(item); },
         .weight = [](const Item& item) { return item.bytes.size(); },
         .work = [this](Item&& item, unsigned worker) { return read(std::move(item), *workspaces_[worker]); },
         .consume = [this](Outcome&& outcome) { return take(std::move(outcome)); }},
        threads_, threads_ * kItemsPerThread, kMaxBytesUnderWay, stop_);
    work.run();
    progress_.clear();
    if (!quiet_ && (tally_.aside() > 0 || tally_.seen() != 1)) say("greffier: " + tally_.summary());
    return tally_.aside() > 0 ? kSomeAside : kWell;
  }

 private:
  static bool tells(const Arguments& arguments) {
    return std::ranges::any_of(std::initializer_list<std::string_view>{"--date", "--source", "--title", "--id"},
                               [&](std::string_view flag) { return arguments.has(flag); });
  }

  Arrival arrive(Item&& item) const {
    if (item.too_long) {
      Arrival arrival;
      arrival.set_aside("too long", fmt::format("more than {} MB for one article", LineReader::kMaxLine >> 20));
      return arrival;
    }
    if (!item.text) return article_from_json(std::move(item.bytes), keys_, defaults_);
    Article told = told_;
    if (told.id.empty() && sources_.path(item) != "-") told.id = std::filesystem::path(sources_.path(item)).stem().string();
    return article_from_text(std::move(item.bytes), std::move(told), defaults_);
  }

  void refuse_other_language(Arrival& arrival, const std::string& lang) const {
    const std::string& read = engine_.pipeline().pack().lang;
    if (!lang.empty() && lang != read)
      arrival.set_aside("another language", fmt::format("'{}'; the pack reads '{}'", lang, read));
  }

  // One article from bytes to print; whatever goes wrong is this article's alone.
  Outcome read(Item&& item, Workspace& workspace) const {
    Outcome outcome;
    outcome.bytes = item.bytes.size();
    const std::string place = sources_.place(item);
    Arrival arrival = arrive(std::move(item));
    outcome.repaired = arrival.repaired;
    const std::string id = arrival.article.id;
    if (!arrival.aside()) refuse_other_language(arrival, arrival.article.lang);
    if (!arrival.aside() && each_.wanted && !each_.wanted(arrival.article)) return outcome.wanted = false, outcome;
    if (!arrival.aside()) analyse(arrival, workspace, outcome);
    if (arrival.aside())
      outcome.aside = AsideNote{place, id, std::string(arrival.reason), arrival.detail}, outcome.out.clear(),
      outcome.document.reset();
    return outcome;
  }

  void analyse(Arrival& arrival, Workspace& workspace, Outcome& outcome) const {
    try {
      Document document = engine_.analyse(std::move(arrival.article), workspace);
      refuse_other_language(arrival, document.article.lang);
      if (arrival.aside()) return;
      if (each_.take)
        outcome.document = std::move(document);
      else
        each_.print(document, outcome.out);
    } catch (const Error& error) {
      arrival.set_aside("cannot be read", error.what());
    } catch (const std::exception& error) {
      arrival.set_aside("a mistake of Greffier's own", error.what());
    }
  }

  // False where enough has been printed.
  bool take(Outcome&& outcome) {
    if (outcome.wanted) {
      if (outcome.aside)
        note(*outcome.aside);
      else
        write(outcome);
    }
    progress_.step(outcome.bytes, tally_);
    return each_.limit == 0 || tally_.read() < each_.limit;
  }

  void note(const AsideNote& aside) {
    tally_.count_aside(aside);
    aside_.write(aside);
    if (each_.aside) each_.aside(aside);
  }

  void write(const Outcome& outcome) {
    tally_.count_read(outcome.repaired);
    if (outcome.document)
      each_.take(record_of(*outcome.document), outcome.document->article);
    else
      write_out(outcome.out);
  }

  const ForEach& each_;
  const KeyMap keys_;
  const Defaults defaults_;
  Article told_;
  const bool quiet_;
  const unsigned threads_;
  std::atomic<bool> stop_{false};
  Sources sources_;
  const Layer goal_;
  AsideFile aside_;
  const Engine engine_;
  Tally tally_;
  Progress progress_;
  std::vector<WorkspacePtr> workspaces_;
};

}  // namespace

int for_each_article(const Arguments& arguments, const Console& console, const ForEach& each) {
  return Batch(arguments, console, each).run();
}

}  // namespace greffier
