#include "stages/times/slots.h"

#include <algorithm>
#include <array>
#include <utility>

#include "greffier/calendar.h"
#include "stages/times/numbers.h"

namespace greffier::times {
namespace {

template <class Enum>
using Words = std::pair<std::string_view, Enum>;

constexpr Words<Kind> kKinds[] = {
    {"none", Kind::none},       {"day", Kind::day},       {"weekday", Kind::weekday}, {"month", Kind::month},
    {"year", Kind::year},       {"decade", Kind::decade}, {"century", Kind::century}, {"season", Kind::season},
    {"quarter", Kind::quarter}, {"half", Kind::half},     {"week", Kind::week},       {"shift", Kind::shift},
    {"unit", Kind::unit},       {"holiday", Kind::holiday}, {"duration", Kind::duration}, {"set", Kind::set},
    {"vague", Kind::vague}};
constexpr Words<Unit> kUnits[] = {
    {"second", Unit::second},   {"minute", Unit::minute}, {"hour", Unit::hour},       {"day", Unit::day},
    {"weekend", Unit::weekend}, {"week", Unit::week},     {"month", Unit::month},     {"quarter", Unit::quarter},
    {"half", Unit::half},       {"year", Unit::year},     {"decade", Unit::decade},   {"century", Unit::century},
    {"millennium", Unit::millennium}};
constexpr Words<Aim> kAims[] = {{"past", Aim::past}, {"present", Aim::present}, {"future", Aim::future}};
constexpr Words<Slice> kSlices[] = {{"start", Slice::start}, {"mid", Slice::mid}, {"end", Slice::end}};
constexpr Words<Feast> kFeasts[] = {
    {"easter", Feast::easter}, {"orthodox-easter", Feast::orthodox_easter}, {"tishri", Feast::tishri},
    {"hanukkah", Feast::hanukkah}, {"hijri", Feast::hijri}, {"chinese", Feast::chinese}, {"diwali", Feast::diwali}};
constexpr Words<Part> kParts[] = {{"MO", Part::morning}, {"MI", Part::midday}, {"AF", Part::afternoon},
                                  {"EV", Part::evening}, {"NI", Part::night}};

template <class Enum, std::size_t N>
Enum meaning(const Words<Enum> (&rows)[N], std::string_view word, Enum otherwise) {
  const auto at = std::find_if(std::begin(rows), std::end(rows), [&](const auto& row) { return row.first == word; });
  return at == std::end(rows) ? otherwise : at->second;
}

// What a slot is given: the word of a list or of a `gives` line, and the number that it is, where it is one.
struct Given {
  std::string_view word;
  std::optional<int> number;
  std::string_view text;  // of the first token
  int in(int least, int most, int otherwise) const {
    return number && *number >= least && *number <= most ? *number : otherwise;
  }
};

std::uint8_t small(int value) { return static_cast<std::uint8_t>(value); }

// The numbers of a token like 18:30 or 15/08/2020, in order; missing ones are 0.
std::array<int, 3> groups(std::string_view text) {
  std::array<int, 3> out{};
  std::size_t group = 0;
  bool inside = false;
  for (char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && inside) ++group;
    inside = digit;
    if (digit && group < out.size()) out[group] = out[group] * 10 + (c - '0');
  }
  return out;
}

int four_figures(int year) { return year >= 100 ? year : year + (year < 50 ? 2000 : 1900); }

void set_month(Expression& e, int year, int month) {
  if (year < 1000 || month < 1 || month > 12) return;
  e.year = year;
  e.month = small(month);
}

// "2015-2016" and "2015-16" are two years, "2016-11" is a month.
void set_years(Expression& e, int first, int second) {
  e.year = first;
  if (second >= 100) e.year_to = second;
  else if (second == (first + 1) % 100) e.year_to = first + 1;
  else if (second >= 1 && second <= 12) e.kind = Kind::month, e.month = small(second);
  else e.year = 0;
}

// "2,5": the figures behind the mark are kept as they stand.
void set_decimal(Expression& e, std::string_view text) {
  const std::size_t mark = std::min(text.find_first_of(",."), text.size());
  e.n = figures(text.substr(0, mark)).value_or(kNoNumber);
  if (mark < text.size()) e.decimals = figures(text.substr(mark + 1)).value_or(0);
}

void set_date(Expression& e, int year, int month, int day) {
  if (month > 12 && day <= 12 && day > 0) std::swap(month, day);  // month first
  if (month > 12 || day > 31) return;  // impossible: the expression lacks its day and is dropped
  e.year = four_figures(year);
  e.month = small(month);
  e.day = small(day);
}

struct Slot {
  std::string_view name;
  std::string_view list;  // empty: a number
  void (*set)(Expression&, Given);
};

constexpr Slot kSlots[] = {
    {"day", "", [](Expression& e, Given g) { e.day = small(g.in(1, 31, 0)); }},
    {"month", "month", [](Expression& e, Given g) { e.month = small(g.in(1, 12, 0)); }},
    {"year", "mid-year", [](Expression& e, Given g) { e.year = g.in(1, 9999, 0); }},
    {"years", "", [](Expression& e, Given g) { set_years(e, groups(g.text)[0], groups(g.text)[1]); }},
    {"year_to", "", [](Expression& e, Given g) { e.year_to = g.in(1, 9999, 0); }},
    {"weekday", "weekday", [](Expression& e, Given g) { e.weekday = small(g.in(1, 7, 0)); }},
    {"hour", "hour-word", [](Expression& e, Given g) { e.hour = static_cast<std::int8_t>(g.in(0, 24, -1)); }},
    {"minute", "", [](Expression& e, Given g) { e.minute = static_cast<std::int8_t>(g.in(0, 59, -1)); }},
    {"hm", "",
     [](Expression& e, Given g) {
       const auto part = groups(g.text);
       if (part[0] > 24 || part[1] > 59 || part[2] > 59) return;
       e.hour = static_cast<std::int8_t>(part[0]);
       e.minute = static_cast<std::int8_t>(part[1]);
       if (std::count(g.text.begin(), g.text.end(), ':') == 2) e.second = static_cast<std::int8_t>(part[2]);
     }},
    {"dm", "",
     [](Expression& e, Given g) {
       e.day = small(std::min(groups(g.text)[0], 255));
       e.month = small(groups(g.text)[1] <= 12 ? groups(g.text)[1] : 0);
     }},
    {"md", "national-day",
     [](Expression& e, Given g) {
       e.month = small(groups(g.word)[0] <= 12 ? groups(g.word)[0] : 0), e.day = small(std::min(groups(g.word)[1], 31));
     }},
    {"ym", "", [](Expression& e, Given g) { set_month(e, groups(g.text)[0], groups(g.text)[1]); }},
    {"my", "", [](Expression& e, Given g) { set_month(e, groups(g.text)[1], groups(g.text)[0]); }},
    {"decimal", "", [](Expression& e, Given g) { set_decimal(e, g.text); }},
    {"dmy", "", [](Expression& e, Given g) { set_date(e, groups(g.text)[2], groups(g.text)[1], groups(g.text)[0]); }},
    {"ymd", "", [](Expression& e, Given g) { set_date(e, groups(g.text)[0], groups(g.text)[1], groups(g.text)[2]); }},
    {"n", "", [](Expression& e, Given g) { e.n = g.word == "open" ? kOpenNumber : g.number.value_or(kNoNumber); }},
    {"n_to", "", [](Expression& e, Given g) { e.n_to = g.number.value_or(kNoNumber); }},
    {"halves", "", [](Expression& e, Given g) { e.halves = g.in(0, 3, 0); }},
    {"days", "", [](Expression& e, Given g) { e.days = small(g.in(1, 60, 1)); }},
    {"from", "", [](Expression& e, Given g) { e.feast = meaning(kFeasts, g.word, Feast::none); }},
    {"unit", "time-unit", [](Expression& e, Given g) { e.unit = meaning(kUnits, g.word, Unit::none); }},
    {"season", "season", [](Expression& e, Given g) { e.season = small(g.in(1, 4, 0)); }},
    {"part", "part-of-day", [](Expression& e, Given g) { e.part = meaning(kParts, g.word, Part::none); }},
    {"slice", "slice", [](Expression& e, Given g) { e.slice = meaning(kSlices, g.word, Slice::whole); }},
    {"aim", "time-aim", [](Expression& e, Given g) { e.aim = meaning(kAims, g.word, Aim::open); }},
    {"near", "time-near",
     [](Expression& e, Given g) {
       e.aim = meaning(kAims, g.word, Aim::open);
       e.anchor = Anchor::then;
     }},
    {"anchor", "", [](Expression& e, Given g) { e.anchor = g.word == "then" ? Anchor::then : Anchor::now; }},
    {"backwards", "", [](Expression& e, Given) { e.backwards = true; }},
};

// Lists that a slot falls back on where its own lacks the word.
constexpr std::pair<std::string_view, std::string_view> kOtherLists[] = {{"month", "month-name"},
                                                                         {"time-unit", "time-unit-short"},
                                                                         {"month", "mid-month"},
                                                                         {"weekday", "weekdays"},
                                                                         {"national-day", "feast"}};

std::string_view listed(const Vocabulary& vocabulary, std::string_view list, Symbol symbol) {
  const ListId id = vocabulary.list(list);
  return symbol == 0 || id == kNoList ? std::string_view() : vocabulary.value(symbol, id);
}

std::string_view word_of(const TokenIndex& index, const Vocabulary& vocabulary, std::string_view list, Index token) {
  for (Symbol symbol : {index.form[token], index.lemma[token]}) {
    if (const auto value = listed(vocabulary, list, symbol); !value.empty()) return value;
    for (const auto& [own, other] : kOtherLists)
      if (own == list)
        if (const auto value = listed(vocabulary, other, symbol); !value.empty()) return value;
  }
  return {};
}

Given given(const Document& d, const TokenIndex& index, const Vocabulary& vocabulary, const Slot& slot, TokenRange tokens) {
  Given out;
  out.text = d.form(d.tokens[tokens.begin]);
  if (!slot.list.empty()) out.word = word_of(index, vocabulary, slot.list, tokens.begin);
  out.number = out.word.empty() ? number_of(d, index, vocabulary, tokens) : figures(out.word);
  return out;
}

std::optional<int> whole_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  const auto value = figures(text.substr(negative ? 1 : 0));
  return value && negative ? -*value : value;
}

int length_of_month(unsigned month, int year) {
  const auto span = span_of_month(year == 0 ? 2000 : year, month);  // a leap year, where the year is not told
  return span ? span->last - span->first + 1 : 0;
}

bool possible(const Expression& e) {
  if (e.kind == Kind::day && (e.day == 0 || e.month == 0 || e.day > length_of_month(e.month, e.year))) return false;
  if (e.kind == Kind::weekday && e.weekday == 0) return false;
  if (e.kind == Kind::month && e.month == 0) return false;
  if (e.kind == Kind::year && (e.year < 1 || (e.year_to != 0 && (e.year_to <= e.year || e.year < 1000 || e.year_to > 2999))))
    return false;
  if (e.kind == Kind::season && e.season == 0) return false;
  if (e.kind == Kind::none && e.hour < 0 && e.part == Part::none) return false;
  if (e.kind == Kind::century && (e.n < 1 || e.n > 30)) return false;
  if (e.kind == Kind::quarter && (e.n < 1 || e.n > 4)) return false;
  if (e.kind == Kind::half && (e.n < 1 || e.n > 2)) return false;
  if ((e.kind == Kind::duration || e.kind == Kind::shift) && (e.unit == Unit::none || e.n == kNoNumber)) return false;
  return true;
}

// What follows from the slots taken together.
void finish(Expression& e) {
  if (e.kind == Kind::day && e.month == 0 && e.weekday != 0) e.kind = Kind::weekday;
  if (e.kind == Kind::decade && e.year < 100 && e.year > 0) e.year += e.year <= 20 ? 2000 : 1900;
  if (e.kind == Kind::unit && e.n == kNoNumber) e.n = e.aim == Aim::past ? -1 : e.aim == Aim::future ? 1 : 0;
  if (e.backwards && e.n > 0) e.n = -e.n;
  if (e.kind == Kind::day && e.month != 0 && (e.tokens.size() > 1 || e.year != 0) && e.day > length_of_month(e.month, e.year))
    e.kind = Kind::month, e.day = 0, e.no_such_day = true;
  if (e.hour == 24) e.hour = 0;
  count_to_24(e);
}

}  // namespace

TokenRange extent_of(const Document& d, const RuleInfo& rule, const Match& match) {
  TokenRange range = match.tokens;
  if (const std::size_t slot = rule.capture("time"); slot < kMaxCaptures && !match.captures[slot].empty())
    range = match.captures[slot];
  while (!range.empty() && d.tokens[range.begin].multi == MultiWord::later) ++range.begin;
  return range;
}

std::optional<Expression> read_expression(const Document& d, const TokenIndex& index, const Vocabulary& vocabulary,
                                          const RuleInfo& rule, const Match& match) {
  Expression e;
  e.tokens = extent_of(d, rule, match);
  e.kind = meaning(kKinds, rule.gives.words.front(), Kind::none);
  for (const Slot& slot : kSlots) {
    if (const std::string_view fixed = rule.gives.value(slot.name); !fixed.empty())
      slot.set(e, {fixed, whole_number(fixed), fixed});
    const std::size_t capture = rule.capture(slot.name);
    if (capture < kMaxCaptures && !match.captures[capture].empty())
      slot.set(e, given(d, index, vocabulary, slot, match.captures[capture]));
  }
  finish(e);
  return possible(e) && !e.tokens.empty() ? std::optional(e) : std::nullopt;
}

}  // namespace greffier::times
