// Joining what several articles tell. Members are sorted by (article key, version, number) before they are joined, and a
// group bears the name of its least member, so the order of keeping changes nothing.
//
// Copies: articles that share a MinHash band and half of their shingles, or a long passage that is half of the shorter text.
// Told: statements of one speaker whose contents share most of their words. Deeds: events of one type with the same parties
// (country and sector) on the same single day. Nothing is deleted: groups are tables beside the records. Cost: near linear,
// plus the pairs within buckets, each bucket cut at kBucket members. Tested in tests/unit/compare_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "base/utf8.h"
#include "store/groups.h"
#include "store/parts.h"
#include "store/query.h"
#include "store/shingles.h"
#include "store/wording.h"

namespace greffier {
namespace {

using Int = std::int64_t;
using Bucket = std::vector<std::size_t>;

constexpr std::size_t kBucket = 200;
constexpr double kCopy = 0.5;
constexpr double kSameWords = 0.6;
constexpr std::size_t kSigns = 4;

struct Member {
  Int row;
  std::string name;  // "key#s3": what the group may be called
};

// Writes (row, group) for every member into a table of two columns.
void write_groups(SQLite::Database& db, const char* clear, const char* insert, const std::vector<Member>& members, Groups& groups) {
  db.exec(clear);
  SQLite::Statement statement(db, insert);
  for (std::size_t i = 0; i < members.size(); ++i) {
    run(statement, {members[i].row, members[groups.find(i)].name});
  }
}

template <class Same>
void join_within(const std::map<std::string, Bucket>& buckets, Groups& groups, Same same) {
  for (const auto& [key, bucket] : buckets)
    for (std::size_t i = 0; i < std::min(bucket.size(), kBucket); ++i)
      for (std::size_t k = 0; k < i; ++k)
        if (groups.find(bucket[i]) != groups.find(bucket[k]) && same(bucket[i], bucket[k])) groups.join(bucket[i], bucket[k]);
}

// Rows of (id, name, …) in order of name, which is the same whatever the order of keeping.
std::vector<Member> members_of(SQLite::Database& db, const char* sql, std::vector<std::string>* third = nullptr) {
  std::vector<Member> members;
  SQLite::Statement rows(db, sql);
  while (rows.executeStep()) {
    members.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getString()});
    if (third) third->push_back(rows.getColumn(2).getString());
  }
  return members;
}

std::map<std::string, Bucket> buckets_of(SQLite::Database& db, const char* sql, const std::map<Int, std::size_t>& place) {
  std::map<std::string, Bucket> buckets;
  SQLite::Statement rows(db, sql);
  while (rows.executeStep())
    if (const auto at = place.find(rows.getColumn(0).getInt64()); at != place.end()) buckets[rows.getColumn(1).getString()].push_back(at->second);
  for (auto& [key, bucket] : buckets) std::sort(bucket.begin(), bucket.end());
  return buckets;
}

std::map<Int, std::size_t> places_of(const std::vector<Member>& members) {
  std::map<Int, std::size_t> place;
  for (std::size_t i = 0; i < members.size(); ++i) place[members[i].row] = i;
  return place;
}

void join_copies(SQLite::Database& db) {
  const auto members = members_of(db, "SELECT id, key FROM articles WHERE current = 1 ORDER BY key");
  SQLite::Statement text(db, "SELECT text FROM articles WHERE id = ?");
  const auto text_of = [&](std::size_t member) {
    text.reset();
    text.bind(1, members[member].row);
    text.executeStep();
    return text.getColumn(0).getString();
  };
  const auto place = places_of(members);
  Groups groups(members.size());
  join_within(buckets_of(db, "SELECT article, band || ':' || hash FROM bands", place), groups,
              [&](std::size_t a, std::size_t b) { return likeness(text_of(a), text_of(b)) >= kCopy; });
  // Of each article, the characters of every passage: a copy shares passages that make up half of the shorter text.
  std::map<Int, std::map<Int, Int>> lengths;
  SQLite::Statement rows(db, "SELECT article, hash, \"end\" - \"start\" FROM passages");
  while (rows.executeStep()) lengths[rows.getColumn(0).getInt64()][rows.getColumn(1).getInt64()] = rows.getColumn(2).getInt64();
  join_within(buckets_of(db, "SELECT article, hash FROM passages", place), groups, [&](std::size_t a, std::size_t b) {
    Int shared = 0;
    for (const auto& [hash, length] : lengths[members[a].row])
      if (lengths[members[b].row].contains(hash)) shared += length;
    return static_cast<std::size_t>(2 * shared) >= std::min(text_of(a).size(), text_of(b).size());
  });
  write_groups(db, "DELETE FROM copies", "INSERT INTO copies VALUES (?, ?)", members, groups);
}

void join_told(SQLite::Database& db) {
  std::vector<std::string> contents;
  const auto members = members_of(db,
      "SELECT s.id, a.key || '#' || s.n, (SELECT group_concat(substr(a.text, c.\"start\" + 1, c.\"end\" - c.\"start\"), ' ') FROM content c WHERE c.statement = s.id) "
      "FROM statements s JOIN articles a ON a.id = s.article WHERE a.current = 1 ORDER BY a.key, s.n", &contents);
  std::vector<Wording> words;
  for (const std::string& content : contents) words.push_back(wording_of(content));
  const auto place = places_of(members);
  Groups groups(members.size());
  // One bucket for each speaker and each of the content's kSigns least word hashes: likely shared where most words are.
  std::map<std::string, Bucket> buckets;
  for (const auto& [speaker, bucket] : buckets_of(db,
           "SELECT h.statement, coalesce(e.kb, n.last_word) FROM hops h JOIN entities e ON e.id = h.entity JOIN names n ON n.id = e.name WHERE h.role = 'origin'", place))
    for (std::size_t i : bucket)
      for (std::size_t k = 0; k < std::min(kSigns, words[i].size()); ++k) buckets[fmt::format("{}\t{}", speaker, words[i][k])].push_back(i);
  join_within(buckets, groups, [&](std::size_t a, std::size_t b) { return shared_words(words[a], words[b]) >= kSameWords; });
  write_groups(db, "DELETE FROM told", "INSERT INTO told VALUES (?, ?)", members, groups);
}

void join_deeds(SQLite::Database& db) {
  const auto members = members_of(db, "SELECT v.id, a.key || '#' || v.n FROM events v JOIN articles a ON a.id = v.article WHERE a.current = 1 ORDER BY a.key, v.n");
  Groups groups(members.size());
  const auto buckets = buckets_of(db,
      "SELECT v.id, v.type || '|' || v.earliest || '|' || "
      "coalesce((SELECT group_concat(p) FROM (SELECT DISTINCT coalesce(country, '') || ':' || coalesce(sector, '') AS p FROM parties WHERE event = v.id AND side = 'actor' ORDER BY p)), '') || '|' || "
      "coalesce((SELECT group_concat(p) FROM (SELECT DISTINCT coalesce(country, '') || ':' || coalesce(sector, '') AS p FROM parties WHERE event = v.id AND side = 'target' ORDER BY p)), '') "
      "FROM events v WHERE v.earliest IS NOT NULL AND v.earliest = v.latest AND EXISTS (SELECT 1 FROM parties p WHERE p.event = v.id AND p.country IS NOT NULL)",
      places_of(members));
  for (const auto& [key, bucket] : buckets)
    for (std::size_t i : bucket) groups.join(i, bucket[0]);
  write_groups(db, "DELETE FROM deeds", "INSERT INTO deeds VALUES (?, ?)", members, groups);
}

}  // namespace

void Store::compare() {
  guarded("comparing", [&] {
    begin();
    join_copies(parts_->db);
    join_told(parts_->db);
    join_deeds(parts_->db);
    commit();
  });
}

bool Store::compared() const {
  return guarded("comparing", [&] {
    return parts_->db.execAndGet("SELECT (SELECT count(*) FROM articles WHERE current = 1) = (SELECT count(*) FROM copies c JOIN articles a ON a.id = c.article AND a.current = 1)")
               .getInt() == 1;
  });
}

Table Store::same_event(std::int64_t id) const {
  static constexpr std::string_view kMentions = R"sql(
SELECT l.id, l.article, l.source, coalesce(k."group", l.article) AS dispatch, l.day, l.actors, l.type, l."trigger", l.targets, l.status, l.according_to,
  (SELECT e.context FROM evidence e WHERE e.item = 'event' AND e.id = l.id) AS context
FROM event_list l JOIN events v ON v.id = l.id LEFT JOIN copies k ON k.article = v.article LEFT JOIN deeds g ON g.event = l.id)sql";
  Question all;
  all.limit = 1000;
  Query query(kMentions, "dispatch, l.article, l.id");
  query.with("coalesce(g.\"group\", l.id) = coalesce((SELECT \"group\" FROM deeds WHERE event = ?), ?)", {id, id});
  return query.run(*parts_, all);
}

}  // namespace greffier
