// Constraint solving by enumeration: a month has 31 worlds, a year 366, so each is tried against each fact.
//
// Facts come from pairs and single expressions: a dateline; two ways of naming one day ("yesterday (12 October)"); the
// days between two ("on Wednesday, five days after the attack of 13 November"); and, weaker, a date told as past or as to come,
// a bare day of the week beside a date that is such a day ("since Sunday", "the vote of 9 August"), and the order of a dispatch
// (the day of its first sentence is the latest one told of). A strong fact that no world left allows is reported as a
// contradiction and not used; a weak one is dropped. Cost: days times expressions. Limits: kMaxFacts facts of kMaxExpressions
// expressions. Tested in tests/unit/times_worlds_test.cpp.
#include "stages/times/worlds.h"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>
#include <cstdlib>

#include "stages/times/resolve_kinds.h"
#include "stages/times/spans.h"

namespace greffier::times {
namespace {

constexpr std::size_t kMaxDays = 370;
constexpr std::size_t kMaxExpressions = 400;
constexpr std::size_t kMaxFacts = 192;

enum class Fact : std::uint8_t { dateline, same_day, weekday_of_date, days_apart, past, future, same_weekday, news_order };

struct Row {
  bool strong;
  std::string_view says;
  bool (*holds)(const Resolution& a, const Resolution& b, const Expression& x, Day now);
};

bool same(const Resolution& a, const Resolution& b) { return a.days.known() && a.days == b.days; }

constexpr Row kFacts[] = {
    {true, "the dateline {0} is the article's day",
     [](const Resolution& a, const Resolution&, const Expression&, Day now) {
       return a.days == DaySpan{now, now};
     }},
    {true, "{0} and {1} are one day",
     [](const Resolution& a, const Resolution& b, const Expression&, Day) { return same(a, b); }},
    {true, "{0} has its weekday and lies near the article's day",
     [](const Resolution& a, const Resolution&, const Expression& e, Day now) {
       return a.days.single() && iso_weekday(a.days.first) == e.weekday && std::abs(a.days.first - now) <= 366;
     }},
    {true, "{0} is so many days after {1}",
     [](const Resolution& a, const Resolution& b, const Expression& e, Day) {
       return a.days.single() && b.days.single() && moved(e.unit, b.days.first, e.n) == a.days.first;
     }},
    {false, "{0} is told as past",
     [](const Resolution& a, const Resolution&, const Expression&, Day now) { return !a.days.known() || a.days.first <= now; }},
    {false, "{0} is told as to come",
     [](const Resolution& a, const Resolution&, const Expression&, Day now) { return !a.days.known() || a.days.last >= now; }},
    {false, "{0} is the day called {1}",
     [](const Resolution& a, const Resolution& b, const Expression&, Day) { return same(a, b); }},
    {false, "the news of {0} is not older than {1}",
     [](const Resolution& a, const Resolution& b, const Expression&, Day) { return a.days.first >= b.days.first; }},
};

struct Instance {
  Fact fact;
  Index a, b;  // the expressions that it names
  Index about; // the one that it asks
  const Row& row() const { return kFacts[static_cast<std::size_t>(fact)]; }
};

using Broken = std::bitset<kMaxFacts>;

bool bare_weekday(const Expression& e) { return e.kind == Kind::weekday && e.aim == Aim::open && e.unit == Unit::none; }
bool names_day(const Expression& e) {
  return e.kind == Kind::day || e.kind == Kind::weekday ||
         (e.kind == Kind::shift && e.unit == Unit::day && e.anchor == Anchor::now);
}
bool looks_back(const Expression& e) { return e.tense == Tense::past || e.link == Link::since; }

class Facts {
 public:
  explicit Facts(std::span<const Expression> all) : all_(all) {
    for (Index i = 0; i < all_.size(); ++i) of_one(i);
    for (Index i = 0; i < all_.size(); ++i)
      if (bare_weekday(all_[i]) && looks_back(all_[i])) of_weekday(i);
    std::stable_sort(facts.begin(), facts.end(), [](const Instance& a, const Instance& b) { return a.fact < b.fact; });
  }
  std::vector<Instance> facts;

 private:
  void add(Fact fact, Index a, Index b, Index about) {
    if (facts.size() < kMaxFacts) facts.push_back({fact, a, b, about});
  }
  void add(Fact fact, Index a, Index b) { add(fact, a, b, a); }

  void of_one(Index i) {
    const Expression& e = all_[i];
    if (e.dateline) add(Fact::dateline, i, i);
    if (e.same_as_before && i > 0 && names_day(e) && names_day(all_[i - 1])) add(Fact::same_day, i - 1, i);
    if (e.apart && i > 0 && i + 1 < all_.size()) add(Fact::days_apart, i - 1, i + 1, i);
    if (e.kind != Kind::day || e.dateline) return;
    if (e.weekday != 0) add(Fact::weekday_of_date, i, i);
    if (e.quoted || (!e.narrative && e.link != Link::since)) return;
    if (looks_back(e)) add(Fact::past, i, i);
    if (e.tense == Tense::future && e.link != Link::since) add(Fact::future, i, i);
  }

  // `i` is "since Sunday" or "said on Saturday": dates that may be that day, and the lead that tells the latest news.
  void of_weekday(Index i) {
    for (Index k = 0; k < all_.size(); ++k) {
      const Expression& e = all_[k];
      if (e.kind == Kind::day && e.weekday == 0 && !e.dateline && e.tense != Tense::future) add(Fact::same_weekday, i, k);
      if (k != i && e.lead && !all_[i].lead && bare_weekday(e) && e.tense == Tense::past) add(Fact::news_order, k, i);
    }
  }

  std::span<const Expression> all_;
};

std::vector<Day> days_of(DaySpan span) {
  std::vector<Day> out;
  if (span.known() && static_cast<std::size_t>(span.last - span.first) < kMaxDays)
    for (Day day = span.first; day <= span.last; ++day) out.push_back(day);
  return out;
}

// Where the source tells no day, the dateline with its year does.
std::vector<Day> candidates(const Document& d, std::span<const Expression> all) {
  std::vector<Day> days = days_of(d.article.published_span);
  for (std::size_t i = 0; days.empty() && i < all.size(); ++i)
    if (all[i].dateline && all[i].year != 0) days = days_of(resolve(all[i], {}).days);
  return days;
}

std::string quoted(const Document& d, const Expression& e) { return fmt::format("«{}»", d.text(d.place_of(e.tokens))); }

std::string range(const std::vector<Day>& days) {
  return days.size() == 1 ? iso_date(days[0])
                          : fmt::format("{} days, {}..{}", days.size(), iso_date(days.front()), iso_date(days.back()));
}

struct Narrowing {
  const Document& d;
  std::span<const Expression> all;
  Worlds& worlds;
  std::vector<Broken> broken;  // by world

  void use(const Instance& fact, std::size_t number) {
    std::vector<Day> left;
    std::vector<Broken> left_broken;
    for (std::size_t w = 0; w < worlds.days.size(); ++w)
      if (!broken[w][number]) left.push_back(worlds.days[w]), left_broken.push_back(broken[w]);
    if (left.size() == worlds.days.size()) return;
    const std::string says = fmt::format(fmt::runtime(fact.row().says), quoted(d, all[fact.a]), quoted(d, all[fact.b]));
    if (left.empty()) {
      if (fact.row().strong) worlds.reasons.push_back(fmt::format("contradiction: {}, but no day left allows it", says));
      return;
    }
    worlds.days = std::move(left);
    broken = std::move(left_broken);
    worlds.reasons.push_back(fmt::format("{}: {}", says, range(worlds.days)));
  }
};

// Told as the speaker of a quotation sees it: now is the day of the saying.
Told heard(std::span<const Expression> all, const Expression& e, const Told& told) {
  if (e.speaker >= all.size()) return told;
  const DaySpan said = resolve(all[e.speaker], told).days;
  if (!said.single()) return told;
  Told there = told;
  there.now = said.first;
  return there;
}

// "The verdict falls on 20 January. Four days earlier he had left": not before the verdict.
Told looking_back(const Expression& e, Told told) {
  if (e.tense == Tense::past && told.now != kNoDay && told.day.known() && told.day.first > told.now) told.day = told.past;
  return told;
}

// "From Monday to Friday": the Friday behind that Monday.
void end_of_span(const Expression& e, const Resolution& first, Resolution& last) {
  if (e.kind != Kind::weekday || !first.days.single() || !last.days.single()) return;
  const Day away = last.days.first - first.days.first;
  if (away < 0 && away >= -7) last = of_day(last.days.first + 7);
}

}  // namespace

void resolve_all(std::span<const Expression> all, Day now, std::vector<Resolution>& out) {
  Told told{now, {now, now}, {now, now}, {now, now}, -1};
  out.clear();
  for (const Expression& e : all) {
    out.push_back(resolve(e, looking_back(e, heard(all, e, told))));
    if (e.joined == Joined::to && out.size() > 1) end_of_span(e, out[out.size() - 2], out.back());
    tell(e, out.back(), told);
  }
}

Worlds possible_days(const Document& d, std::span<const Expression> all) {
  Worlds worlds;
  all = all.first(std::min(all.size(), kMaxExpressions));
  worlds.days = candidates(d, all);
  for (const Expression& e : all)
    if (e.no_such_day && worlds.reasons.size() < kMaxFacts)
      worlds.reasons.push_back(quoted(d, e) + " is no day of the calendar");
  if (worlds.days.empty()) return worlds;
  const Facts facts(all);
  if (facts.facts.empty()) return worlds;
  Narrowing narrowing{d, all, worlds, {}};
  std::vector<Resolution> resolved;
  for (Day day : worlds.days) {
    resolve_all(all, day, resolved);
    Broken& broken = narrowing.broken.emplace_back();
    for (std::size_t f = 0; f < facts.facts.size(); ++f) {
      const Instance& i = facts.facts[f];
      broken[f] = !i.row().holds(resolved[i.a], resolved[i.b], all[i.about], day);
    }
  }
  for (std::size_t f = 0; f < facts.facts.size(); ++f) narrowing.use(facts.facts[f], f);
  return worlds;
}

}  // namespace greffier::times
