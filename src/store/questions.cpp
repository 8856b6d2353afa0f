// The questions that people ask of a store, each one SELECT over the documented schema.
#include <fmt/format.h>

#include "base/strings.h"
#include "base/utf8.h"
#include "greffier/error.h"
#include "store/query.h"

namespace greffier {
namespace {

constexpr const char* kSaid =
    "SELECT ref, day, speaker, CASE polarity WHEN 'negative' THEN 'not ' || act ELSE act END AS said, content, via, told_by, "
    "source, article, act, kind, polarity, hearsay, chain, rule "
    "FROM statement_list WHERE id = ?";
constexpr const char* kEvent =
    "SELECT ref, day, actors, CASE status WHEN 'happened' THEN type ELSE type || ' ' || status END AS did, \"trigger\", "
    "targets, according_to, told_by, source, article, type, mode, cameo, status, dated_by, rule "
    "FROM event_list WHERE id = ?";
constexpr const char* kCurrentStatement = "s.article NOT IN (SELECT id FROM articles WHERE current = 0)";
constexpr const char* kCurrentEvent = "v.article NOT IN (SELECT id FROM articles WHERE current = 0)";

constexpr std::string_view kSpeaker =
    "s.id IN (SELECT h.statement FROM entities e JOIN hops h ON h.entity = e.id "
    "WHERE h.role = 'origin' AND (e.kb = ? OR e.name IN (SELECT value FROM json_each(?))))";

constexpr std::string_view kAbout =
    "s.id IN (SELECT b.statement FROM entities e JOIN about b ON b.entity = e.id "
    "WHERE e.kb = ? OR e.name IN (SELECT value FROM json_each(?)))";

std::string party_of(std::string_view side, std::string_view test) {
  return fmt::format(
      "v.id IN (SELECT p.event FROM parties p LEFT JOIN entities e ON e.id = p.entity WHERE p.side = '{}' AND {})", side, test);
}

bool is_code(std::string_view text) {  // BY, BY:GOV, :GOV
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) return colon == 0 || colon == 2;
  return text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
}

// `who` is a code or a name.
void add_party(Query& query, Store::Parts& parts, std::string_view side, std::string_view who) {
  if (who.empty()) return;
  if (!is_code(who)) {
    query.with(party_of(side, "(e.kb = ? OR e.name IN (SELECT value FROM json_each(?)))"),
               {std::string(who), names_like(parts, who)});
    return;
  }
  const std::size_t colon = std::min(who.find(':'), who.size());
  const std::string country(who.substr(0, colon)), sector(who.substr(std::min(colon + 1, who.size())));
  if (!country.empty() && !sector.empty()) query.with(party_of(side, "p.country = ? AND p.sector = ?"), {country, sector});
  else if (!country.empty()) query.with(party_of(side, "p.country = ?"), {country});
  else query.with(party_of(side, "p.sector = ?"), {sector});
}

// The user's words as an FTS5 query: each word or "phrase" a quoted string, so that no operator can be slipped in.
std::string fts_query(std::string_view words) {
  std::string out;
  bool phrase = false;
  for (std::string_view part : split(words, '"')) {
    if (phrase) {
      if (!trim(part).empty()) out += fmt::format("{}\"{}\"", out.empty() ? "" : " ", trim(part));
    } else {
      for (std::string_view word : split_words(part)) out += fmt::format("{}\"{}\"", out.empty() ? "" : " ", word);
    }
    phrase = !phrase;
  }
  if (out.empty()) throw Error(ErrorCode::usage, "there is nothing to search for");
  return out;
}

// Columns behind the first `shown` are for programs.
Table shown(Table table, std::size_t columns) {
  table.shown = columns;
  return table;
}

}  // namespace

Table Store::said(const Question& q) const {
  Query query("s.id", "statements s", "s.latest IS NULL, s.latest, s.id");
  query.with(kCurrentStatement, {});
  if (!q.speaker.empty()) query.with(kSpeaker, {q.speaker, names_like(*parts_, q.speaker)});
  if (!q.about.empty()) query.with(kAbout, {q.about, names_like(*parts_, q.about)});
  if (!q.act.empty()) query.with("s.act = ?", {q.act});
  if (!q.speaker.empty() || !q.about.empty()) query.once();
  return shown(query.between("s", q).run(*parts_, q, kSaid), 8);
}

Table Store::events(const Question& q) const {
  Query query("v.id", "events v", "v.latest IS NULL, v.latest, v.id");
  query.with(kCurrentEvent, {});
  add_party(query, *parts_, "actor", q.actor);
  add_party(query, *parts_, "target", q.target);
  if (!q.type.empty()) query.with("v.type = ?", {q.type});
  if (!q.status.empty()) query.with("v.status = ?", {q.status});
  if (!q.actor.empty() || !q.target.empty()) query.once();
  return shown(query.between("v", q).run(*parts_, q, kEvent), 8);
}

// Ids of statements are even here and those of events odd, so that one list holds both.
Table Store::timeline(std::string_view name, const Question& q) const {
  static constexpr const char* kStatementRow =
      "SELECT ref, day, speaker AS who, act AS did, content AS words, NULL AS \"to\", source, article, 'statement' AS item "
      "FROM statement_list WHERE id = ? / 2";
  static constexpr const char* kEventRow =
      "SELECT ref, day, actors AS who, CASE status WHEN 'happened' THEN type ELSE type || ' ' || status END AS did, "
      "\"trigger\" AS words, targets AS \"to\", source, article, "
      "'event' AS item FROM event_list WHERE id = ? / 2";
  static constexpr std::string_view kOfEntity = R"sql((
WITH who AS MATERIALIZED (SELECT id FROM entities WHERE kb = ? UNION SELECT id FROM entities WHERE name IN (SELECT value FROM json_each(?))),
     mine AS (SELECT h.statement * 2 AS id FROM who JOIN hops h ON h.entity = who.id WHERE h.role = 'origin'
              UNION SELECT p.event * 2 + 1 FROM who JOIN parties p ON p.entity = who.id)
SELECT m.id, coalesce(s.earliest, v.earliest) AS earliest, coalesce(s.latest, v.latest) AS latest, coalesce(s.article, v.article) AS article
FROM mine m LEFT JOIN statements s ON m.id % 2 = 0 AND s.id = m.id / 2 LEFT JOIN events v ON m.id % 2 = 1 AND v.id = m.id / 2) x)sql";
  Query query("x.id", kOfEntity, "x.latest IS NULL, x.latest, x.id / 2, x.id");
  query.with("x.article NOT IN (SELECT id FROM articles WHERE current = 0)", {});
  query.between("x", q);
  query.first({std::string(name), names_like(*parts_, name)});
  return shown(query.once().run(*parts_, q, [](std::int64_t id) { return id % 2 == 0 ? kStatementRow : kEventRow; }), 7);
}

Table Store::search(std::string_view words, const Question& q) const {
  const std::string match = fts_query(words);
  Query query("words.rowid", q.from.empty() && q.to.empty() ? "words" : "words JOIN articles a ON a.id = words.rowid",
              "rank, words.rowid");
  query.with("words MATCH ?", {match}).between("a", q);
  Table table = query.run(*parts_, q, "SELECT key AS article, published AS day, source, title, id FROM articles WHERE id = ?");
  return guarded("searching", [&] {
    table.columns.back() = "found";
    for (auto& row : table.rows) {
      SQLite::Statement& found =
          parts_->sql("SELECT snippet(words, -1, '[', ']', ' … ', 24) FROM words WHERE words MATCH ? AND rowid = ?");
      bind_all(found, {match, row.back()});
      if (found.executeStep()) row.back() = found.getColumn(0).getString();
    }
    return table;
  });
}

Table Store::aside(const Question& q) const {
  return Query("id", "aside", "id").run(*parts_, q, "SELECT place, nullif(key, '') AS article, reason FROM aside WHERE id = ?");
}

std::string Store::nearest_name(std::string_view name) const {
  return guarded("looking for a name", [&]() -> std::string {
    if (names_like(*parts_, name) != "[]") return {};
    const std::string bare = utf8::bare(trim(name));
    const auto words = split_words(bare);
    std::vector<std::string> known;
    for (SQLite::Statement rows(parts_->db, "SELECT DISTINCT last_word FROM names ORDER BY 1"); rows.executeStep();)
      known.push_back(rows.getColumn(0).getString());
    if (words.empty()) return {};
    const std::string last(nearest(words.back(), {known.begin(), known.end()}));
    SQLite::Statement& whole = parts_->sql(
        "SELECT n.name FROM names n JOIN entities e ON e.name = n.id WHERE n.last_word = ? GROUP BY n.id ORDER BY count(*) "
        "DESC, n.name LIMIT 1");
    bind_all(whole, {last});
    return !last.empty() && whole.executeStep() ? whole.getColumn(0).getString() : std::string();
  });
}

Table Store::contradictions(const Question& q) const {
  static constexpr std::string_view kConcerns = R"sql(
EXISTS (WITH who AS (SELECT id, article FROM entities WHERE kb = ?1 UNION SELECT id, article FROM entities WHERE name IN (SELECT value FROM json_each(?2)))
  SELECT 1 FROM who JOIN about b ON b.entity = who.id WHERE d.item = 'statement' AND b.statement IN (d."first", d."second")
  UNION ALL SELECT 1 FROM who JOIN hops h ON h.entity = who.id WHERE d.item = 'statement' AND h.statement IN (d."first", d."second")
  UNION ALL SELECT 1 FROM who JOIN parties p ON p.entity = who.id WHERE d.item = 'event' AND p.event IN (d."first", d."second")
  UNION ALL SELECT 1 FROM figures f JOIN who ON who.article = f.article JOIN mentions m ON m.entity = who.id
    WHERE d.item = 'figure' AND f.id IN (d."first", d."second") AND m."start" BETWEEN f."start" - 200 AND f."start" + 200))sql";
  return guarded("looking for contradictions", [&] {
    Query query("d.id", "disputes d", "d.id");
    if (!q.about.empty()) query.with(kConcerns, {q.about, names_like(*parts_, q.about)});
    if (!q.why.empty()) query.with("d.why = ?", {q.why});
    if (!q.from.empty())
      query.with("(SELECT coalesce(second_day, first_day) FROM dispute_list WHERE id = d.id) >= ?", {q.from});
    if (!q.to.empty()) query.with("(SELECT substr(first_day, 1, 10) FROM dispute_list WHERE id = d.id) <= ?", {q.to});
    return query.run(
        *parts_, q,
        "SELECT why, \"first\", first_day, first_says, \"second\", second_day, second_says FROM dispute_list WHERE id = ?");
  });
}

}  // namespace greffier
