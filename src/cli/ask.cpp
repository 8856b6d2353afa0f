// The commands that ask a store: said, timeline, search, aside, contradictions, compare, verify.
#include <fmt/format.h>

#include <charconv>

#include "cli/commands.h"
#include "cli/store_flags.h"
#include "cli/table.h"
#include "greffier/error.h"

namespace greffier {
namespace {

constexpr Flag kSaidFlags[] = {
    {"--about", "NAME", "whose content names this person, body or place"},
    {"--act", "ACT", "assert, deny, promise, demand, ask, accuse, threaten, praise, regret, agree, believe or decline"},
};
constexpr Flag kAboutFlags[] = {{"--about", "NAME", "only what this person, body or place has to do with"}};
constexpr Flag kWhyFlags[] = {{"--why", "REASON", "denied, turned, figures or one-side"}};
constexpr Flag kItemFlags[] = {
    {"--event", "REF", "an event, as the first column of `greffier events` names it: by-01#v2"},
    {"--statement", "REF", "a statement, as the first column of `greffier said` names it: by-01#s3"},
};

constexpr std::span<const Flag> kSaidAll[] = {kStoreFlags, kSaidFlags, kDayFlags, kTableFlags};
constexpr std::span<const Flag> kDaysAll[] = {kStoreFlags, kDayFlags, kTableFlags};
constexpr std::span<const Flag> kAboutAll[] = {kStoreFlags, kAboutFlags, kWhyFlags, kDayFlags, kTableFlags};
constexpr std::span<const Flag> kItemAll[] = {kStoreFlags, kItemFlags, kTableFlags};
constexpr std::span<const Flag> kPlainAll[] = {kStoreFlags, kTableFlags};
constexpr std::span<const Flag> kStoreAll[] = {kStoreFlags};

Store open(const Arguments& arguments) { return Store(store_path(arguments), Store::Access::read); }

std::string words_of(const Arguments& arguments, std::string_view what) {
  if (arguments.operands.empty()) throw Error(ErrorCode::usage, fmt::format("{} is missing", what));
  return fmt::format("{}", fmt::join(arguments.operands, " "));
}

// Says why nothing was found where a name is the reason.
void say_unknown(const Store& store, const Table& table, std::initializer_list<std::string> names) {
  for (const std::string& name : names) {
    if (name.empty() || table.total > 0) continue;
    if (const std::string near = store.nearest_name(name); !near.empty())
      say(fmt::format("greffier: nobody here is called '{}'; did you mean '{}'?\n", name, near));
  }
}

int said(const Arguments& arguments, const Console& console) {
  Question q = question_of(arguments);
  q.speaker = fmt::format("{}", fmt::join(arguments.operands, " "));
  const Store store = open(arguments);
  const Table table = store.said(q);
  print_table(table, arguments, console);
  say_unknown(store, table, {q.speaker, q.about});
  return kWell;
}

int timeline(const Arguments& arguments, const Console& console) {
  const std::string name = words_of(arguments, "a name");
  const Store store = open(arguments);
  const Table table = store.timeline(name, question_of(arguments));
  print_table(table, arguments, console);
  say_unknown(store, table, {name});
  return kWell;
}

int search(const Arguments& arguments, const Console& console) {
  print_table(open(arguments).search(words_of(arguments, "a word"), question_of(arguments)), arguments, console);
  return kWell;
}

int aside(const Arguments& arguments, const Console& console) {
  print_table(open(arguments).aside(question_of(arguments)), arguments, console);
  return kWell;
}

int contradictions(const Arguments& arguments, const Console& console) {
  print_table(open(arguments).contradictions(question_of(arguments)), arguments, console);
  return kWell;
}

int compare(const Arguments& arguments, const Console& console) {
  const bool event = arguments.has("--event");
  if (event == arguments.has("--statement")) throw Error(ErrorCode::usage, "one of --event and --statement is needed");
  const Store store = open(arguments);
  print_table(event ? store.same_event(arguments.text("--event")) : store.same_statement(arguments.text("--statement")),
              arguments, console);
  return kWell;
}

int verify(const Arguments& arguments, const Console&) {
  std::size_t checked = 0;
  const std::vector<Damage> damage = open(arguments).verify(checked);
  for (const Damage& d : damage) write_out(fmt::format("{}: {}\n", d.article.empty() ? "store" : d.article, d.what));
  say(fmt::format("greffier: {} places checked, {} found damaged\n", checked, damage.size()));
  return damage.empty() ? kWell : kSomeAside;
}

}  // namespace

constinit const Command kSaidCommand = {
    .name = "said",
    .summary = "What somebody said, when, and through whom we know it",
    .operands = "[NAME]",
    .details = "NAME is a name, its last words, or a Wikidata id; without it, everybody counts.\n",
    .examples = "  greffier said Loukachenko --about Russie --from 2020-08-01 --to 2020-08-31 --act accuse\n",
    .flags = kSaidAll,
    .run = said};
constinit const Command kTimelineCommand = {
    .name = "timeline", .summary = "What somebody said and did, in order of days", .operands = "NAME", .details = "",
    .examples = "  greffier timeline Loukachenko --store news.db\n", .flags = kDaysAll, .run = timeline};
constinit const Command kSearchCommand = {
    .name = "search", .summary = "Articles that hold all words, without regard to case and accents", .operands = "WORD…",
    .details = "Words in \"quotation marks\" must stand together.\n",
    .examples = "  greffier search '\"ingérence étrangère\"' --store news.db\n", .flags = kDaysAll, .run = search};
constinit const Command kAsideCommand = {.name = "aside",
                                         .summary = "The articles that could not be read, with the reason",
                                         .operands = "",
                                         .details = "",
                                         .examples = "  greffier aside --store news.db\n",
                                         .flags = kPlainAll,
                                         .run = aside};
constinit const Command kContradictionsCommand = {
    .name = "contradictions",
    .summary = "Statements that speak against each other, figures that differ, deeds told by one side",
    .operands = "",
    .details =
        "Each row is a pair that a person should look at, with the reason; it is no verdict.\n"
        "  denied    one says that it is not so what another says, or a deed is told both as done and as not done\n"
        "  turned    one speaker says it so, and on another day not so\n"
        "  figures   other numbers of dead, hurt, arrested, gathered, … about the same\n"
        "  one side  a deed between two countries, told only on the word of one of them\n",
    .examples = "  greffier contradictions --about Loukachenko --store news.db\n",
    .flags = kAboutAll,
    .run = contradictions};
constinit const Command kCompareCommand = {
    .name = "compare",
    .summary = "All places that tell one event or one statement, copies of one dispatch together",
    .operands = "",
    .details =
        "Events are one where type, parties and day are; statements where speaker and content are, the shortest chain first.\n"
        "What has the same dispatch is copied and counts as one source.\n",
    .examples = "  greffier compare --event by-01#v2 --store news.db\n",
    .flags = kItemAll,
    .run = compare};
constinit const Command kVerifyCommand = {.name = "verify",
                                          .summary = "Check every stored item against its text and hash",
                                          .operands = "",
                                          .details = "Damage is named, one line each; the exit status is then 1.\n",
                                          .examples = "  greffier verify --store news.db\n",
                                          .flags = kStoreAll,
                                          .run = verify};

}  // namespace greffier
