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
constexpr Flag kEventFlag[] = {{"--event", "ID", "the event's number in the store, as `greffier events --store` shows it"}};

constexpr std::span<const Flag> kSaidAll[] = {kStoreFlags, kSaidFlags, kDayFlags, kTableFlags};
constexpr std::span<const Flag> kDaysAll[] = {kStoreFlags, kDayFlags, kTableFlags};
constexpr std::span<const Flag> kAboutAll[] = {kStoreFlags, kAboutFlags, kDayFlags, kTableFlags};
constexpr std::span<const Flag> kEventAll[] = {kStoreFlags, kEventFlag, kTableFlags};
constexpr std::span<const Flag> kPlainAll[] = {kStoreFlags, kTableFlags};
constexpr std::span<const Flag> kStoreAll[] = {kStoreFlags};

Store open(const Arguments& arguments) { return Store(store_path(arguments), Store::Access::read); }

std::string words_of(const Arguments& arguments, std::string_view what) {
  if (arguments.operands.empty()) throw Error(ErrorCode::usage, fmt::format("{} is missing", what));
  return fmt::format("{}", fmt::join(arguments.operands, " "));
}

int said(const Arguments& arguments, const Console& console) {
  Question q = question_of(arguments);
  q.speaker = fmt::format("{}", fmt::join(arguments.operands, " "));
  print_table(open(arguments).said(q), arguments, console);
  return kWell;
}

int timeline(const Arguments& arguments, const Console& console) {
  print_table(open(arguments).timeline(words_of(arguments, "a name"), question_of(arguments)), arguments, console);
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
  if (!arguments.has("--event")) throw Error(ErrorCode::usage, "--event is missing");
  print_table(open(arguments).same_event(arguments.number("--event", 0)), arguments, console);
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
    .name = "said", .summary = "What somebody said, when, and through whom we know it", .operands = "[NAME]",
    .details = "NAME is a name, its last words, or a Wikidata id; without it, everybody counts.\n",
    .examples = "  greffier said Loukachenko --about Russie --from 2020-08-01 --to 2020-08-31 --act accuse\n", .flags = kSaidAll, .run = said};
constinit const Command kTimelineCommand = {
    .name = "timeline", .summary = "What somebody said and did, in order of days", .operands = "NAME", .details = "",
    .examples = "  greffier timeline Loukachenko --store news.db\n", .flags = kDaysAll, .run = timeline};
constinit const Command kSearchCommand = {
    .name = "search", .summary = "Articles that hold all words, without regard to case and accents", .operands = "WORD…",
    .details = "Words in \"quotation marks\" must stand together.\n",
    .examples = "  greffier search '\"ingérence étrangère\"' --store news.db\n", .flags = kDaysAll, .run = search};
constinit const Command kAsideCommand = {
    .name = "aside", .summary = "The articles that could not be read, with the reason", .operands = "", .details = "", .examples = "  greffier aside --store news.db\n",
    .flags = kPlainAll, .run = aside};
constinit const Command kContradictionsCommand = {
    .name = "contradictions", .summary = "Statements that speak against each other, figures that differ, deeds told by one side", .operands = "",
    .details = "Each row is a pair that a person should look at, with the reason; it is no verdict.\n",
    .examples = "  greffier contradictions --about Loukachenko --store news.db\n", .flags = kAboutAll, .run = contradictions};
constinit const Command kCompareCommand = {
    .name = "compare", .summary = "All articles that tell the deed of one event, copies of one dispatch together", .operands = "", .details = "",
    .examples = "  greffier compare --event 12 --store news.db\n", .flags = kEventAll, .run = compare};
constinit const Command kVerifyCommand = {
    .name = "verify", .summary = "Check every stored item against its text and hash", .operands = "",
    .details = "Damage is named, one line each; the exit status is then 1.\n", .examples = "  greffier verify --store news.db\n", .flags = kStoreAll, .run = verify};

}  // namespace greffier
