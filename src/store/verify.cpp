// Verification: the text against its hash, every place against the text, every record's references, SQLite's pages.
#include <fmt/format.h>

#include "base/utf8.h"
#include "store/parts.h"

namespace greffier {
namespace {

// Every stored place, with the kind and number of its item.
constexpr const char* kPlaces = R"sql(
SELECT 'mention of ' || e.n, m."start", m."end" FROM mentions m JOIN entities e ON e.id = m.entity WHERE e.article = ?1
UNION ALL SELECT 'time ' || n, "start", "end" FROM times WHERE article = ?1
UNION ALL SELECT 'cue of ' || n, cue_start, cue_end FROM statements WHERE article = ?1 AND cue_start IS NOT NULL
UNION ALL SELECT 'content of ' || s.n, c."start", c."end" FROM content c JOIN statements s ON s.id = c.statement WHERE s.article = ?1
UNION ALL SELECT 'hop of ' || s.n, h."start", h."end" FROM hops h JOIN statements s ON s.id = h.statement WHERE s.article = ?1
UNION ALL SELECT 'trigger of ' || n, trigger_start, trigger_end FROM events WHERE article = ?1
UNION ALL SELECT 'party of ' || v.n, p."start", p."end" FROM parties p JOIN events v ON v.id = p.event WHERE v.article = ?1
UNION ALL SELECT 'figure ' || n, "start", "end" FROM figures WHERE article = ?1)sql";

constexpr const char* kBare = R"sql(
SELECT a.key, 'statement ' || s.n || ' has no content' FROM statements s JOIN articles a ON a.id = s.article
  WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.statement = s.id)
UNION ALL SELECT a.key, 'entity ' || e.n || ' has no mention' FROM entities e JOIN articles a ON a.id = e.article
  WHERE NOT EXISTS (SELECT 1 FROM mentions m WHERE m.entity = e.id)
UNION ALL SELECT a.key, 'statement ' || s.n || ' stands inside ' || s.inside || ', which is not there' FROM statements s JOIN articles a ON a.id = s.article
  WHERE s.inside IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statements o WHERE o.article = s.article AND o.n = s.inside)
UNION ALL SELECT a.key, 'statement ' || s.n || ' is of time ' || s.time || ', which is not there' FROM statements s JOIN articles a ON a.id = s.article
  WHERE s.time IS NOT NULL AND NOT EXISTS (SELECT 1 FROM times t WHERE t.article = s.article AND t.n = s.time)
UNION ALL SELECT a.key, 'event ' || v.n || ' is of time ' || v.time || ', which is not there' FROM events v JOIN articles a ON a.id = v.article
  WHERE v.time IS NOT NULL AND NOT EXISTS (SELECT 1 FROM times t WHERE t.article = v.article AND t.n = v.time)
UNION ALL SELECT a.key, 'event ' || v.n || ' ends before it begins' FROM events v JOIN articles a ON a.id = v.article WHERE v.earliest > v.latest
UNION ALL SELECT key, 'has ' || CASE sum(current) WHEN 0 THEN 'no current version' ELSE 'several current versions' END FROM articles GROUP BY key HAVING sum(current) <> 1
UNION ALL SELECT key, 'cannot be searched: it is missing from the index of words' FROM articles WHERE current = 1 AND id NOT IN (SELECT id FROM words_docsize))sql";

void check_pages(SQLite::Database& db, std::vector<Damage>& damage) {
  for (SQLite::Statement check(db, "PRAGMA integrity_check(20)"); check.executeStep();)
    if (const std::string what = check.getColumn(0).getString(); what != "ok")
      damage.push_back({"", fmt::format("SQLite: {}", what)});
  for (SQLite::Statement check(db, "PRAGMA foreign_key_check"); check.executeStep();)
    damage.push_back({"", fmt::format("row of {} refers to a row of {} that is not there", check.getColumn(0).getString(),
                                      check.getColumn(2).getString())});
}

}  // namespace

std::vector<Damage> Store::verify(std::size_t& checked) const {
  return guarded("verifying", [&] {
    std::vector<Damage> damage;
    checked = 0;
    check_pages(parts_->db, damage);
    SQLite::Statement articles(parts_->db,
                               "SELECT id, key || CASE version WHEN 1 THEN '' ELSE ' (version ' || version || ')' END, text, "
                               "sha256 FROM articles ORDER BY id");
    while (articles.executeStep()) {
      const std::string key = articles.getColumn(1).getString(), text = articles.getColumn(2).getString();
      if (sha256(text) != articles.getColumn(3).getString())
        damage.push_back({key, "the text is not the one that was kept: its SHA-256 differs"});
      const std::int64_t length = utf8::CodePoints(text)(text.size());
      SQLite::Statement& places = parts_->sql(kPlaces);
      bind_all(places, {articles.getColumn(0).getInt64()});
      for (; places.executeStep(); ++checked) {
        const std::int64_t start = places.getColumn(1).getInt64(), end = places.getColumn(2).getInt64();
        if (start < 0 || start >= end || end > length)
          damage.push_back({key, fmt::format("{}: {}..{} is no place in a text of {} characters",
                                             places.getColumn(0).getString(), start, end, length)});
      }
    }
    SQLite::Statement bare(parts_->db, kBare);
    while (bare.executeStep()) damage.push_back({bare.getColumn(0).getString(), bare.getColumn(1).getString()});
    return damage;
  });
}

}  // namespace greffier
