// What speaks against what: pairs that a person should look at, each with its reason, never a verdict.
//
//   denied      one denies (act deny, or the saying negated) what another, or the same speaker, says with mostly the same words
//   turned      the same, by one speaker, later
//   figures     two articles tell one deed, or one speaker's statement, with other figures
//   one side    a deed that is told only according to speakers of one country, though it has parties of two
//
// Only statements about the same named entity, or by the same speaker, are held against each other. Tested in
// tests/unit/compare_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "store/parts.h"
#include "store/query.h"
#include "store/wording.h"

namespace greffier {
namespace {

using Int = std::int64_t;

constexpr double kSameMatter = 0.5;
constexpr std::size_t kBucket = 400;

struct Said {
  Int id = 0;
  std::string day, speaker, act, content, article, speaker_key;
  bool against = false;
  Wording words;
};

struct Finding {
  std::string why;
  std::size_t first = 0, second = 0;  // places in all_said(), whose order does not depend on that of keeping
  friend auto operator<=>(const Finding&, const Finding&) = default;
};

std::vector<Said> all_said(SQLite::Database& db) {
  std::vector<Said> all;
  SQLite::Statement rows(db,
      "SELECT l.id, l.day, coalesce(l.speaker, ''), l.act, l.content, l.article, l.polarity, "
      "coalesce((SELECT coalesce(e.kb, n.last_word) FROM hops h JOIN entities e ON e.id = h.entity JOIN names n ON n.id = e.name WHERE h.statement = l.id AND h.role = 'origin'), '') "
      "FROM statement_list l JOIN statements s ON s.id = l.id ORDER BY l.article, s.n");
  while (rows.executeStep()) {
    Said s;
    s.id = rows.getColumn(0).getInt64();
    s.day = rows.getColumn(1).getString(), s.speaker = rows.getColumn(2).getString(), s.act = rows.getColumn(3).getString();
    s.content = rows.getColumn(4).getString(), s.article = rows.getColumn(5).getString(), s.speaker_key = rows.getColumn(7).getString();
    s.against = (s.act == "deny") != (rows.getColumn(6).getString() == "negative");
    s.words = wording_of(s.content);
    all.push_back(std::move(s));
  }
  return all;
}

// Statements by what they may be held against each other for: an entity in the content, or the speaker.
std::map<std::string, std::vector<std::size_t>> matters(SQLite::Database& db, const std::vector<Said>& all) {
  std::map<Int, std::size_t> place;
  for (std::size_t i = 0; i < all.size(); ++i) place[all[i].id] = i;
  std::map<std::string, std::vector<std::size_t>> buckets;
  SQLite::Statement rows(db, "SELECT b.statement, coalesce(e.kb, n.last_word) FROM about b JOIN entities e ON e.id = b.entity JOIN names n ON n.id = e.name");
  while (rows.executeStep())
    if (const auto at = place.find(rows.getColumn(0).getInt64()); at != place.end()) buckets["about " + rows.getColumn(1).getString()].push_back(at->second);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!all[i].speaker_key.empty()) buckets["by " + all[i].speaker_key].push_back(i);
  for (auto& [key, bucket] : buckets) {
    std::sort(bucket.begin(), bucket.end());
    if (bucket.size() > kBucket) bucket.resize(kBucket);
  }
  return buckets;
}

bool other_figures(const Said& a, const Said& b) {
  const auto x = figures_of(a.content), y = figures_of(b.content);
  return !x.empty() && !y.empty() && x != y;
}

const char* why(const Said& a, const Said& b) {
  if (shared_words(a.words, b.words) < kSameMatter) return nullptr;
  const bool same_speaker = !a.speaker_key.empty() && a.speaker_key == b.speaker_key;
  if (a.against != b.against) return same_speaker ? "turned" : "denied";
  if (a.article != b.article && other_figures(a, b)) return "figures";
  return nullptr;
}

std::set<Finding> against_each_other(const std::vector<Said>& all, const std::map<std::string, std::vector<std::size_t>>& buckets) {
  std::set<Finding> out;
  for (const auto& [key, bucket] : buckets)
    for (std::size_t i = 0; i < bucket.size(); ++i)
      for (std::size_t k = 0; k < i; ++k) {
        const Said& a = all[bucket[k]];
        const Said& b = all[bucket[i]];
        if (const char* reason = why(a, b)) out.insert(a.day <= b.day ? Finding{reason, bucket[k], bucket[i]} : Finding{reason, bucket[i], bucket[k]});
      }
  return out;
}

constexpr const char* kOneSided = R"sql(
SELECT v.id FROM events v JOIN articles a ON a.id = v.article JOIN deeds g ON g."group" = a.key || '#' || v.n
WHERE a.current = 1 AND (SELECT count(DISTINCT p.country) FROM events w JOIN deeds d ON d.event = w.id JOIN parties p ON p.event = w.id WHERE d."group" = g."group") > 1
GROUP BY g."group"
HAVING min((SELECT count(*) FROM according_to t WHERE t.event = g.event)) > 0
   AND (SELECT count(DISTINCT coalesce(e.country, '?')) FROM events w JOIN deeds d ON d.event = w.id JOIN according_to t ON t.event = w.id
          JOIN hops h ON h.statement = t.statement AND h.role = 'origin' JOIN entities e ON e.id = h.entity WHERE d."group" = g."group") = 1
ORDER BY g."group")sql";

std::string line_of(const Said& s) { return fmt::format("{} ({}, {}): {}", s.speaker.empty() ? "?" : s.speaker, s.article, s.day, s.content); }

// Whether the question's name and days let the pair through.
bool wanted(const Said& a, const Said& b, const std::set<Int>& about, const Question& q) {
  if (!q.about.empty() && !about.contains(a.id) && !about.contains(b.id)) return false;
  return (q.from.empty() || b.day >= q.from) && (q.to.empty() || a.day.substr(0, 10) <= q.to);
}

std::set<Int> statements_about(Store::Parts& parts, const Question& q) {
  std::set<Int> out;
  SQLite::Statement& rows = parts.sql(
      "SELECT b.statement FROM about b JOIN entities e ON e.id = b.entity WHERE e.kb = ?1 OR e.name IN (SELECT value FROM json_each(?2)) "
      "UNION SELECT h.statement FROM hops h JOIN entities e ON e.id = h.entity WHERE e.kb = ?1 OR e.name IN (SELECT value FROM json_each(?2))");
  bind_all(rows, {q.about, names_like(parts, q.about)});
  while (rows.executeStep()) out.insert(rows.getColumn(0).getInt64());
  return out;
}

}  // namespace

Table Store::contradictions(const Question& q) const {
  return guarded("looking for contradictions", [&] {
    const std::vector<Said> all = all_said(parts_->db);
    const std::set<Int> about = q.about.empty() ? std::set<Int>() : statements_about(*parts_, q);
    Table table{{"why", "first", "first_says", "second", "second_says"}, {}, 0};
    const auto add = [&](std::vector<Table::Value> row) {
      if (table.total >= q.offset && table.rows.size() < q.limit) table.rows.push_back(std::move(row));
      ++table.total;
    };
    for (const Finding& f : against_each_other(all, matters(parts_->db, all)))
      if (wanted(all[f.first], all[f.second], about, q))
        add({f.why, all[f.first].id, line_of(all[f.first]), all[f.second].id, line_of(all[f.second])});
    if (!q.about.empty()) return table;
    SQLite::Statement sided(parts_->db, kOneSided);
    while (sided.executeStep()) {
      SQLite::Statement& event = parts_->sql("SELECT coalesce(actors, '?') || ' ' || type || ' ' || coalesce(targets, '?') || ' (' || article || ', ' || day || '), according to ' || coalesce(according_to, '?') FROM event_list WHERE id = ?");
      bind_all(event, {sided.getColumn(0).getInt64()});
      if (event.executeStep()) add({std::string("one side"), sided.getColumn(0).getInt64(), event.getColumn(0).getString(), std::monostate(), std::monostate()});
      event.reset();
    }
    return table;
  });
}

}  // namespace greffier
