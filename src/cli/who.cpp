// greffier who: what the pack knows of a name on a day, and why.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>
#include <vector>

#include "base/strings.h"
#include "cli/commands.h"
#include "greffier/error.h"
#include "pack/knowledge.h"

namespace greffier {
namespace {

constexpr Flag kOwnFlags[] = {
    {"--on", "DATE", "the day: 2020-08-15, 2020-08 or 2020 (default: any day)"},
    {"--language", "CODE", "the pack to ask (default: the first that has knowledge)"},
};
constexpr std::span<const Flag> kFlags[] = {kOwnFlags};

std::string on(Day day) { return day == kNoDay ? "…" : iso_date(day); }

std::string_view or_dash(std::string_view text) { return text.empty() ? "-" : text; }

std::string shown(const Knowledge& knowledge, const KnownThing& thing) {
  return fmt::format("{}  {}  {}  country {}  sector {}  {}  ({})\n", thing.name, spelling(thing.type), thing.kind,
                     or_dash(thing.country.view()), or_dash(spelling(thing.sector)), thing.id, knowledge.place_of(thing.name));
}

std::string shown(const Knowledge& knowledge, const Term& term, DaySpan days) {
  const char* fits = !days.known() ? "" : Knowledge::holds(term, days) ? "  holds it then" : "  not then";
  return fmt::format("{}  PER  {} of {}  {} to {}  {}{}  ({})\n", term.name, term.office, or_dash(term.country.view()),
                     on(term.first), on(term.last), term.kb, fits, knowledge.place_of(term.name));
}

// Every entry with this very name, things first, then terms of office in order of time.
std::string answer(const Knowledge& knowledge, std::string_view name, DaySpan days) {
  std::string out;
  const Fingerprint key = fingerprint(name);
  const PhraseTable& things = knowledge.thing_names();
  for (Index v = things.find(key); v != kNone; v = things.value(v).next)
    out += shown(knowledge, knowledge.things()[things.value(v).number]);
  std::vector<Index> terms;
  for (const PhraseTable* table : {&knowledge.term_names(), &knowledge.last_names()})
    for (Index v = table->find(key); v != kNone; v = table->value(v).next) terms.push_back(table->value(v).number);
  std::sort(terms.begin(), terms.end(), [&](Index a, Index b) {
    return std::tuple(knowledge.terms()[a].name, knowledge.terms()[a].first, a) <
           std::tuple(knowledge.terms()[b].name, knowledge.terms()[b].first, b);
  });
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  for (const Index term : terms) out += shown(knowledge, knowledge.terms()[term], days);
  if (const Demonym* demonym = knowledge.demonym(key))
    out += fmt::format("{}  says a nationality: {}\n", name, demonym->country.view());
  const PhraseTable& nouns = knowledge.noun_names();
  if (const Index noun = nouns.find(key); noun != kNone)
    out += fmt::format("{}  is a noun: {}, sector {}\n", name, knowledge.nouns()[nouns.value(noun).number].kind,
                       or_dash(spelling(knowledge.nouns()[nouns.value(noun).number].sector)));
  return out;
}

std::filesystem::path knowledge_folder(const Arguments& arguments) {
  const auto packs = packs_folder(arguments);
  if (arguments.has("--language")) return packs / arguments.text("--language") / "knowledge";
  std::vector<std::filesystem::path> found;
  std::error_code error;
  for (const auto& pack : std::filesystem::directory_iterator(packs, error))
    if (std::filesystem::exists(pack.path() / "knowledge")) found.push_back(pack.path() / "knowledge");
  if (found.empty()) throw Error(ErrorCode::pack, fmt::format("{}: no pack there has a folder 'knowledge'", packs.string()));
  return *std::min_element(found.begin(), found.end());
}

int run(const Arguments& arguments, const Console&) {
  if (arguments.operands.empty()) throw Error(ErrorCode::usage, "who: say a name, like: greffier who Minsk");
  DaySpan days;
  if (arguments.has("--on")) {
    const auto span = parse_iso_span(arguments.text("--on"));
    if (!span)
      throw Error(ErrorCode::usage,
                  fmt::format("--on: '{}' is no date like 2020-08-15, 2020-08 or 2020", arguments.text("--on")));
    days = *span;
  }
  std::string name;
  for (const std::string& word : arguments.operands) name += (name.empty() ? "" : " ") + word;
  const Knowledge knowledge(knowledge_folder(arguments));
  const std::string text = answer(knowledge, name, days);
  write_out(text.empty() ? fmt::format("{}: not known\n", name) : text);
  return kWell;
}

}  // namespace

constinit const Command kWhoCommand = {
    .name = "who",
    .summary = "Say what is known of a name, on a day",
    .operands = "NAME…",
    .details =
        "  Every entry of the pack's knowledge that bears this name: states, places, bodies, and persons with their terms of\n"
        "  office, each with the table and line that say so. With --on, each term says whether it was held on that day. Where "
        "several fit, all are shown: a reading\n"
        "  chooses among them by the article's day and its other names, and leaves open what it cannot tell.\n",
    .examples = "  greffier who Loukachenko --on 2020-08-15\n  greffier who Kremlin\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
