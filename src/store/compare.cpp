// Joining what several articles tell; a group bears the name of its least member, so the order of keeping changes nothing.
//
// Copies: articles that share a MinHash band and half of their shingles, or passages that make up half of the shorter text.
// Told: statements of one speaker whose contents share most of their words, weighed by how rare they are. Deeds: events of one
// type on the same single day whose parties are of the same countries and sectors; within one country, or with one party
// alone, what stands around must be alike too. Nothing is deleted: groups are tables beside the records. Cost: near linear
// (store/buckets.h). Tested in tests/unit/compare_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/strings.h"
#include "store/buckets.h"
#include "store/matters.h"
#include "store/query.h"
#include "store/shingles.h"

namespace greffier {
namespace {

using Int = std::int64_t;

constexpr double kCopy = 0.5;
constexpr std::size_t kSigns = 5;
constexpr double kSameContent = 0.7, kSameLength = 0.4;  // of the shorter content's weight, of the longer one's
constexpr double kSameScene = 0.5;

std::vector<Member> members_of(SQLite::Database& db, const char* sql) {
  std::vector<Member> members;
  for (SQLite::Statement rows(db, sql); rows.executeStep();)
    members.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getString()});
  return members;
}

// Rows of (item, hash) filed under the hash by the item's place among the members.
std::vector<Filed> filed(SQLite::Database& db, const char* sql, const std::vector<Member>& members) {
  std::vector<std::pair<Int, std::uint32_t>> places;
  for (std::uint32_t i = 0; i < members.size(); ++i) places.emplace_back(members[i].row, i);
  std::sort(places.begin(), places.end());
  std::vector<Filed> out;
  for (SQLite::Statement rows(db, sql); rows.executeStep();) {
    const auto at = std::lower_bound(places.begin(), places.end(), std::pair(rows.getColumn(0).getInt64(), std::uint32_t{0}));
    if (at != places.end() && at->first == rows.getColumn(0).getInt64())
      out.push_back({rows.getColumn(1).isInteger() ? static_cast<std::uint64_t>(rows.getColumn(1).getInt64())
                                                   : hash(rows.getColumn(1).getString()),
                     at->second});
  }
  return out;
}

class Copies {
 public:
  explicit Copies(SQLite::Database& db)
      : db_(db),
        members_(members_of(db, "SELECT id, key FROM articles WHERE current = 1 ORDER BY key")),
        groups_(members_.size()),
        text_(db, "SELECT text FROM articles WHERE id = ?"),
        passages_(db, "SELECT hash, \"end\" - \"start\" FROM passages WHERE article = ? ORDER BY hash") {}

  Groups join() {
    // The number of the band is part of the hash (store/shingles.cpp).
    auto bands = filed(db_, "SELECT article, hash FROM bands", members_);
    join_likes(bands, groups_, [&](std::size_t a, std::size_t b) { return likeness(text(a), text(b)) >= kCopy; });
    auto passages = filed(db_, "SELECT article, hash FROM passages", members_);
    join_likes(passages, groups_, [&](std::size_t a, std::size_t b) { return share_passages(a, b); });
    db_.exec("DELETE FROM copies");
    SQLite::Statement insert(db_, "INSERT INTO copies VALUES (?, ?)");
    for (std::size_t i = 0; i < members_.size(); ++i) run(insert, {members_[i].row, members_[groups_.find(i)].name});
    return std::move(groups_);
  }

 private:
  using Lengths = std::vector<std::pair<Int, Int>>;  // of passages, by hash

  std::string text(std::size_t member) {
    text_.reset();
    text_.bind(1, members_[member].row);
    text_.executeStep();
    return text_.getColumn(0).getString();
  }
  Lengths lengths(std::size_t member) {
    Lengths out;
    passages_.reset();
    passages_.bind(1, members_[member].row);
    while (passages_.executeStep()) out.emplace_back(passages_.getColumn(0).getInt64(), passages_.getColumn(1).getInt64());
    return out;
  }
  bool share_passages(std::size_t a, std::size_t b) {
    const Lengths x = lengths(a), y = lengths(b);
    Int shared = 0;
    for (auto i = x.begin(), k = y.begin(); i != x.end() && k != y.end();) {
      if (i->first == k->first) shared += i->second, ++i, ++k;
      else if (i->first < k->first) ++i;
      else ++k;
    }
    return static_cast<std::size_t>(2 * shared) >= std::min(text(a).size(), text(b).size());
  }

  SQLite::Database& db_;
  std::vector<Member> members_;
  Groups groups_;
  SQLite::Statement text_, passages_;
};

// Writes the groups of two and more.
template <class Items>
void write_groups(SQLite::Statement insert, const Items& items, Groups& groups) {
  std::vector<bool> several(items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    if (groups.find(i) != i) several[groups.find(i)] = several[i] = true;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (several[i]) run(insert, {items[i].row, items[groups.find(i)].name});
}

constexpr const char* kDatedEvents = R"sql(
WITH party AS (SELECT event, side, coalesce(country, '') || ':' || coalesce(sector, '') AS code, country FROM parties)
SELECT v.id, a.key || '#' || v.n, v.type || v.earliest
  || coalesce((SELECT group_concat(code) FROM (SELECT DISTINCT code FROM party WHERE event = v.id AND side = 'actor' ORDER BY code)), '') || '|'
  || coalesce((SELECT group_concat(code) FROM (SELECT DISTINCT code FROM party WHERE event = v.id AND side = 'target' ORDER BY code)), ''),
  (SELECT count(DISTINCT country) FROM party WHERE event = v.id) > 1,
  substr(a.text, max(v.trigger_start - 119, 1), v.trigger_end - max(v.trigger_start - 120, 0) + 120)
FROM articles a JOIN events v ON v.article = a.id
WHERE a.current = 1 AND v.earliest = v.latest AND EXISTS (SELECT 1 FROM parties p WHERE p.event = v.id) ORDER BY a.key, v.id)sql";

}  // namespace

Groups join_copies(SQLite::Database& db) { return Copies(db).join(); }

Groups join_told(SQLite::Database& db, const std::vector<Matter>& statements, const Rarity& rarity) {
  Groups groups(statements.size());
  std::vector<Filed> signs;
  for (std::uint32_t i = 0; i < statements.size(); ++i)
    for (std::uint32_t sign : rarity.signs(statements[i].words, kSigns))
      for (std::uint64_t speaker : statements[i].speakers) signs.push_back({speaker ^ (std::uint64_t{sign} << 32 | sign), i});
  join_likes(signs, groups, [&](std::size_t a, std::size_t b) {
    if (statements[a].side * statements[b].side < 0 || !share_speaker(statements[a], statements[b])) return false;
    const Common both = common(statements[a].words, statements[b].words, rarity);
    return both.of_lighter >= kSameContent && both.of_heavier >= kSameLength;
  });
  db.exec("DELETE FROM told");
  write_groups(SQLite::Statement(db, "INSERT INTO told VALUES (?, ?)"), statements, groups);
  return groups;
}

void join_deeds(SQLite::Database& db) {
  std::vector<Member> members;
  std::vector<Filed> by_parties;
  std::vector<bool> abroad;
  std::vector<Wording> scenes;
  Rarity rarity;
  for (SQLite::Statement rows(db, kDatedEvents); rows.executeStep();) {
    by_parties.push_back({hash(rows.getColumn(2).getString()), static_cast<std::uint32_t>(members.size())});
    members.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getString()});
    abroad.push_back(rows.getColumn(3).getInt() != 0);
    scenes.push_back(abroad.back() ? Wording() : wording_of(rows.getColumn(4).getString()));
    rarity.count(scenes.back());
  }
  Groups groups(members.size());
  join_likes(by_parties, groups, [&](std::size_t a, std::size_t b) {
    return abroad[a] || common(scenes[a], scenes[b], rarity).of_lighter >= kSameScene;
  });
  db.exec("DELETE FROM deeds");
  write_groups(SQLite::Statement(db, "INSERT INTO deeds VALUES (?, ?)"), members, groups);
}

void Store::compare() {
  guarded("comparing", [&] {
    SQLite::Database& db = parts_->db;
    begin();
    join_copies(db);
    join_deeds(db);
    Rarity rarity;
    const std::vector<Matter> statements = statements_of(db, rarity);
    Groups told = join_told(db, statements, rarity);
    find_disputes(db, statements, rarity, told);
    commit();
  });
}

bool Store::compared() const {
  return guarded("comparing", [&] {
    return parts_->db
               .execAndGet(
                   "SELECT (SELECT count(*) FROM articles WHERE current = 1) = (SELECT count(*) FROM copies) AND NOT EXISTS "
                   "(SELECT 1 FROM copies c JOIN articles a ON a.id = c.article WHERE a.current = 0)")
               .getInt() == 1;
  });
}

}  // namespace greffier
