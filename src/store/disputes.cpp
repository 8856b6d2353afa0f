// What speaks against what: pairs that a person should look at, each with its reason, never a verdict.
//
//   denied     one says that it is not so (a denial, a disbelief, negated words) what another says, in mostly the same words;
//              or a deed is told as not done that others tell as done
//   turned     one speaker says it so, and on another day not so
//   figures    another number of the same kind (dead, hurt, arrested, gathered, …) about the same: in articles of neighbouring
//              days that name the same and whose words around it are alike, or on the word of two speakers in one article
//   one side   a deed between parties of two countries that is told only on the word of one of them
//
// Likes meet under their rarest words (store/wording.h); each pair of groups is told once. Cost: near linear, buckets are cut
// at kBucket. Tested in tests/unit/disputes_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "store/buckets.h"
#include "store/matters.h"

namespace greffier {
namespace {

using Int = std::int64_t;

constexpr std::size_t kBucket = 60;
constexpr std::size_t kSigns = 6;
constexpr std::size_t kSharedWords = 3;
constexpr double kSameMatter = 0.65, kSameLength = 0.35;
constexpr double kSameButNegated = 0.8;  // a negation counts only where it is all that differs
constexpr double kSameScene = 0.4;
constexpr std::size_t kSceneWords = 4;
constexpr Day kDaysApart = 2;
constexpr std::uint32_t kNear = 250;  // code points between two figures of one passage
constexpr double kRoughly = 1.25;     // estimates differ when one is a quarter above the other

struct Pair {
  const char* why;
  Int first, second;
};

void write(SQLite::Database& db, std::string_view item, const std::vector<Pair>& pairs) {
  SQLite::Statement insert(db, "INSERT INTO disputes (why, item, \"first\", \"second\") VALUES (?, ?, ?, ?)");
  for (const Pair& p : pairs)
    run(insert, {std::string(p.why), std::string(item), p.first, p.second == 0 ? Table::Value() : Table::Value(p.second)});
}

bool one_holds_the_other(const Matter& a, const Matter& b) {
  return a.article == b.article && a.start < b.end && b.start < a.end;
}

// Why the two belong together, in the order of their days; null for no reason.
const char* why(const Matter& a, const Matter& b, const Rarity& rarity) {
  if (a.side * b.side >= 0 || !(a.side < 0 ? a : b).has_speaker) return nullptr;
  const bool same_speaker = share_speaker(a, b);
  if (same_speaker && (a.latest.empty() || b.latest.empty() || a.latest == b.latest)) return nullptr;
  const Common both = common(a.words, b.words, rarity);
  if (both.words < kSharedWords || both.of_lighter < kSameMatter ||
      both.of_heavier < (a.negated != b.negated ? kSameButNegated : kSameLength))
    return nullptr;
  return same_speaker ? "turned" : "denied";
}

// The groups of which one statement holds another ("nobody can deny that …"): they do not speak against each other.
using Groupings = std::set<std::pair<std::size_t, std::size_t>>;
Groupings nested(const std::vector<Matter>& all, Groups& told) {
  Groupings out;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = i + 1; k < all.size() && all[k].article == all[i].article; ++k)
      if (all[i].side * all[k].side < 0 && one_holds_the_other(all[i], all[k]))
        out.insert(std::minmax(told.find(i), told.find(k)));
  return out;
}

class Opposites {
 public:
  Opposites(const std::vector<Matter>& all, const Rarity& rarity, Groups& told)
      : all_(all), rarity_(rarity), told_(told), nested_(nested(all, told)) {}

  std::vector<Pair> find() {
    std::vector<Filed> signs;
    for (std::uint32_t i = 0; i < all_.size(); ++i)
      if (all_[i].side != 0)
        for (std::uint32_t sign : rarity_.signs(all_[i].words, kSigns)) signs.push_back({sign, i});
    each_bucket(signs, [this](std::span<const Filed> bucket) { meet(bucket); });
    std::vector<Pair> pairs;
    for (const auto& [groups, pair] : found_) pairs.push_back(pair);
    return pairs;
  }

 private:
  void meet(std::span<const Filed> bucket) {
    pro_.clear(), contra_.clear();
    for (const Filed& f : bucket) {
      auto& side = all_[f.member].side > 0 ? pro_ : contra_;
      if (side.size() < kBucket) side.push_back(f.member);
    }
    for (std::uint32_t c : contra_)
      for (std::uint32_t p : pro_) hold(p, c);
  }

  // The first pair of two groups stands for all.
  void hold(std::uint32_t p, std::uint32_t c) {
    const std::pair<std::size_t, std::size_t> groups = std::minmax(told_.find(p), told_.find(c));
    if (nested_.contains(groups) || found_.contains(groups)) return;
    const bool later = all_[p].latest > all_[c].latest;
    const Matter &first = all_[later ? c : p], &second = all_[later ? p : c];
    if (const char* reason = why(first, second, rarity_)) found_[groups] = {reason, first.row, second.row};
  }

  const std::vector<Matter>& all_;
  const Rarity& rarity_;
  Groups& told_;
  const Groupings nested_;
  std::map<std::pair<std::size_t, std::size_t>, Pair> found_;  // by groups, in the order of their names
  std::vector<std::uint32_t> pro_, contra_;
};

bool differ(const Counted& a, const Counted& b) {
  const auto [less, more] = std::minmax(a.value, b.value);
  return a.approximate || b.approximate ? static_cast<double>(more) > kRoughly * static_cast<double>(less) : less != more;
}

bool near_in_time(const DaySpan& a, const DaySpan& b) {
  return a.first != kNoDay && b.first != kNoDay && a.first <= b.last + kDaysApart && b.first <= a.last + kDaysApart;
}

// Figures of articles, against those of others that are not their copies.
class Figures {
 public:
  explicit Figures(SQLite::Database& db) : db_(db), all_(figures_of(db, rarity_)) {
    for (SQLite::Statement rows(db, "SELECT article, \"group\" FROM copies"); rows.executeStep();)
      dispatch_[rows.getColumn(0).getInt64()] = hash(rows.getColumn(1).getString());
  }

  void find(const std::map<Int, const Matter*>& statements) {
    within(statements);
    across();
    std::vector<Pair> pairs;
    for (const auto& [key, pair] : found_) pairs.push_back({"figures", all_[pair.first].row, all_[pair.second].row});
    write(db_, "figure", pairs);
  }

 private:
  using Key = std::tuple<std::uint64_t, std::uint64_t, std::string, Int, Int>;  // dispatches, kind, values

  void add(std::size_t a, std::size_t b) {
    const auto x = dispatch_[all_[a].article], y = dispatch_[all_[b].article];
    found_.try_emplace(Key{std::min(x, y), std::max(x, y), all_[a].kind, std::min(all_[a].value, all_[b].value),
                           std::max(all_[a].value, all_[b].value)},
                       a, b);
  }

  // "7 000 according to one, 20 000 according to the other"
  void within(const std::map<Int, const Matter*>& statements) {
    for (std::size_t a = 0; a < all_.size(); ++a)
      for (std::size_t b = a + 1;
           b < all_.size() && all_[b].article == all_[a].article && all_[b].start - all_[a].start < kNear; ++b) {
        if (all_[a].kind != all_[b].kind || all_[a].kind == "persons" || !differ(all_[a], all_[b]) || all_[a].statement == 0 ||
            all_[b].statement == 0)
          continue;
        const auto x = statements.find(all_[a].statement), y = statements.find(all_[b].statement);
        if (all_[a].statement != all_[b].statement && x != statements.end() && y != statements.end() &&
            !share_speaker(*x->second, *y->second) && !one_holds_the_other(*x->second, *y->second))
          add(a, b);
      }
  }

  void across() {
    std::vector<Filed> signs;
    for (std::uint32_t i = 0; i < all_.size(); ++i)
      if (all_[i].kind != "persons")
        for (std::uint32_t sign : rarity_.signs(all_[i].words, kSigns)) signs.push_back({hash(all_[i].kind, sign), i});
    each_bucket(signs, [&](std::span<const Filed> bucket) {
      for (std::size_t i = 0; i < std::min(bucket.size(), kBucket); ++i)
        for (std::size_t k = 0; k < i; ++k)
          if (against(all_[bucket[k].member], all_[bucket[i].member])) add(bucket[k].member, bucket[i].member);
    });
  }

  bool against(const Counted& a, const Counted& b) {
    if (a.article == b.article || a.kind != b.kind || !differ(a, b) || !share_name(a, b) || !near_in_time(a.day, b.day))
      return false;
    const Common both = common(a.words, b.words, rarity_);
    return both.words >= kSceneWords && both.of_lighter >= kSameScene && !tells(a.article, b) && !tells(b.article, a);
  }

  // Whether the article has the other's figure too, so that they agree after all.
  bool tells(Int article, const Counted& other) {
    const auto [begin, end] = of_article(article);
    return std::any_of(begin, end, [&](const Counted& c) { return c.kind == other.kind && !differ(c, other); });
  }
  std::pair<std::vector<Counted>::const_iterator, std::vector<Counted>::const_iterator> of_article(Int article) {
    if (begins_.empty())
      for (std::size_t i = 0; i < all_.size(); ++i) begins_.try_emplace(all_[i].article, i);
    auto begin = all_.cbegin() + static_cast<std::ptrdiff_t>(begins_.at(article)), end = begin;
    while (end != all_.cend() && end->article == article) ++end;
    return {begin, end};
  }

  SQLite::Database& db_;
  Rarity rarity_;
  std::vector<Counted> all_;
  std::map<Int, std::uint64_t> dispatch_;
  std::map<Int, std::size_t> begins_;
  std::map<Key, std::pair<std::size_t, std::size_t>> found_;
};

// The mentions of each deed that is told both as done and as not done.
constexpr const char* kDenied = R"sql(
WITH mention AS (SELECT v.id, d."group" AS deed, v.status, a.key || '#' || v.n AS ref
                 FROM deeds d JOIN events v ON v.id = d.event JOIN articles a ON a.id = v.article),
done AS (SELECT deed, id, min(ref) AS ref FROM mention WHERE status IN ('happened', 'ongoing') GROUP BY deed),
undone AS (SELECT deed, id, min(ref) AS ref FROM mention WHERE status = 'denied' GROUP BY deed)
INSERT INTO disputes (why, item, "first", "second")
SELECT 'denied', 'event', x.id, y.id FROM done x JOIN undone y ON y.deed = x.deed ORDER BY x.deed)sql";

// Deeds of hands and not of words, done by one country's party to another's, each mention on the word of somebody of one of
// the two countries and nobody of the other.
constexpr const char* kOneSided = R"sql(
WITH mention AS (
  SELECT v.id, coalesce(d."group", a.key || '#' || v.n) AS deed, a.key || '#' || v.n AS ref
  FROM events v JOIN articles a ON a.id = v.article LEFT JOIN deeds d ON d.event = v.id
  WHERE a.current = 1 AND v.status IN ('happened', 'ongoing') AND v.type IN ('AID', 'COERCE', 'ASSAULT', 'MOBILIZE', 'SANCTION', 'RETREAT', 'CONCEDE', 'COOPERATE')
    AND EXISTS (SELECT 1 FROM parties p JOIN parties q ON q.event = p.event AND q.country <> p.country AND q.side = 'target' WHERE p.event = v.id AND p.side = 'actor')),
told_by AS (
  SELECT m.deed, e.country, EXISTS (SELECT 1 FROM parties p WHERE p.event = m.id AND p.country = e.country) AS party
  FROM mention m LEFT JOIN according_to t ON t.event = m.id LEFT JOIN hops h ON h.statement = t.statement AND h.role = 'origin' LEFT JOIN entities e ON e.id = h.entity AND e.sector IS NOT 'MED'),
sided AS (SELECT deed FROM told_by GROUP BY deed HAVING count(DISTINCT country) = 1 AND min(country IS NOT NULL AND party) = 1),
leader AS (SELECT deed, id, min(ref) FROM mention GROUP BY deed)
INSERT INTO disputes (why, item, "first") SELECT 'one side', 'event', l.id FROM sided s JOIN leader l ON l.deed = s.deed ORDER BY s.deed)sql";

}  // namespace

void find_disputes(SQLite::Database& db, const std::vector<Matter>& statements, const Rarity& rarity, Groups& told) {
  db.exec("DELETE FROM disputes");
  write(db, "statement", Opposites(statements, rarity, told).find());
  std::map<Int, const Matter*> by_row;
  for (const Matter& m : statements) by_row.emplace(m.row, &m);
  Figures(db).find(by_row);
  db.exec(kDenied);
  db.exec(kOneSided);
}

}  // namespace greffier
