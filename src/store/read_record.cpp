// A kept article as the record that it was: the inverse of keep.cpp, held to it by tests/unit/store_test.cpp.
#include "base/strings.h"
#include "output/excerpt.h"
#include "store/parts.h"

namespace greffier {
namespace {

using Int = std::int64_t;

std::string text(SQLite::Statement& row, int i) {
  return row.getColumn(i).isNull() ? std::string() : row.getColumn(i).getString();
}

Span span(SQLite::Statement& row, int i) {
  return {static_cast<std::uint32_t>(row.getColumn(i).getInt64()), static_cast<std::uint32_t>(row.getColumn(i + 1).getInt64())};
}

// Runs `take` on each row of a statement whose one parameter is `id`.
template <class Take>
void each(Store::Parts& parts, const char* sql, Int id, Take take) {
  SQLite::Statement row(parts.db, sql);
  row.bind(1, id);
  while (row.executeStep()) take(row);
}

void read_entities(Store::Parts& p, Int article, Record& r) {
  each(p,
       "SELECT e.id, e.n, e.type, n.name, e.kb, e.country, e.sector, e.candidates FROM entities e JOIN names n ON n.id = "
       "e.name WHERE e.article = ? ORDER BY e.id",
       article, [&](SQLite::Statement& row) {
         Record::Entity e{text(row, 1), text(row, 2), text(row, 3), text(row, 4),
                          text(row, 5), text(row, 6), {},           words_of(text(row, 7))};
         each(p, "SELECT \"start\", \"end\", kind FROM mentions WHERE entity = ? ORDER BY rowid", row.getColumn(0).getInt64(),
              [&](SQLite::Statement& m) { e.mentions.push_back({span(m, 0), text(m, 2)}); });
         r.entities.push_back(std::move(e));
       });
}

void read_times(Store::Parts& p, Int article, Record& r) {
  each(p, "SELECT n, \"start\", \"end\", type, value, earliest, latest, rule FROM times WHERE article = ? ORDER BY id", article,
       [&](SQLite::Statement& row) {
         r.times.push_back({text(row, 0), span(row, 1), text(row, 3), text(row, 4), text(row, 5), text(row, 6), text(row, 7)});
       });
}

void read_statements(Store::Parts& p, Int article, Record& r) {
  each(p,
       "SELECT id, n, kind, act, polarity, hearsay, cue_start, cue_end, cue_lemma, inside, time, rule FROM statements WHERE "
       "article = ? ORDER BY id",
       article, [&](SQLite::Statement& row) {
         Record::Statement s;
         s.id = text(row, 1), s.kind = text(row, 2), s.act = text(row, 3), s.polarity = text(row, 4);
         s.hearsay = row.getColumn(5).getInt() != 0;
         if (!row.getColumn(6).isNull()) s.cue = span(row, 6);
         s.cue_lemma = text(row, 8), s.inside = text(row, 9), s.time = text(row, 10), s.rule = text(row, 11);
         const Int id = row.getColumn(0).getInt64();
         each(p, "SELECT \"start\", \"end\" FROM content WHERE statement = ? ORDER BY n", id,
              [&](SQLite::Statement& c) { s.content.push_back(span(c, 0)); });
         each(p,
              "SELECT h.role, h.\"start\", h.\"end\", e.n, h.type FROM hops h LEFT JOIN entities e ON e.id = h.entity WHERE "
              "h.statement = ? ORDER BY h.n",
              id, [&](SQLite::Statement& h) {
                s.chain.push_back({text(h, 0), span(h, 1), text(h, 3), text(h, 4)});
              });
         r.statements.push_back(std::move(s));
       });
}

void read_events(Store::Parts& p, Int article, Record& r) {
  each(p,
       "SELECT id, n, type, mode, cameo, trigger_start, trigger_end, time, earliest, latest, dated_by, place, status, rule "
       "FROM events WHERE article = ? ORDER BY id",
       article, [&](SQLite::Statement& row) {
         Record::Event v;
         v.id = text(row, 1), v.type = text(row, 2), v.mode = text(row, 3), v.cameo = text(row, 4);
         v.trigger = span(row, 5);
         v.time = text(row, 7), v.earliest = text(row, 8), v.latest = text(row, 9), v.dated_by = text(row, 10),
         v.place = text(row, 11);
         v.status = text(row, 12), v.rule = text(row, 13);
         const Int id = row.getColumn(0).getInt64();
         each(p,
              "SELECT p.side, p.\"start\", p.\"end\", e.n, p.country, p.sector FROM parties p LEFT JOIN entities e ON e.id = "
              "p.entity WHERE p.event = ? ORDER BY p.n",
              id, [&](SQLite::Statement& x) {
                (text(x, 0) == "actor" ? v.actors : v.targets).push_back({span(x, 1), text(x, 3), text(x, 4), text(x, 5)});
              });
         each(p, "SELECT s.n FROM according_to t JOIN statements s ON s.id = t.statement WHERE t.event = ? ORDER BY s.id", id,
              [&](SQLite::Statement& x) { v.according_to.push_back(text(x, 0)); });
         r.events.push_back(std::move(v));
       });
}

Record read_article(Store::Parts& p, SQLite::Statement& row) {
  Record r;
  r.id = text(row, 1), r.source = text(row, 2), r.lang = text(row, 3), r.title = text(row, 4), r.url = text(row, 5);
  r.published = text(row, 6), r.earliest = text(row, 7), r.latest = text(row, 8), r.text = text(row, 9);
  for (auto read : {read_entities, read_times, read_statements, read_events}) read(p, row.getColumn(0).getInt64(), r);
  return r;
}

constexpr const char* kOne =
    "SELECT id, key, source, lang, title, url, published, earliest, latest, text FROM articles WHERE current = 1 AND key = ?";
constexpr const char* kAll =
    "SELECT id, key, source, lang, title, url, published, earliest, latest, text FROM articles WHERE current = 1 ORDER BY key";

}  // namespace

std::optional<Record> Store::record(std::string_view article_id) const {
  return guarded("reading a record", [&]() -> std::optional<Record> {
    SQLite::Statement row(parts_->db, kOne);
    row.bind(1, std::string(article_id));
    if (!row.executeStep()) return std::nullopt;
    return read_article(*parts_, row);
  });
}

std::optional<Record> Store::item(std::string_view ref) const {
  return guarded("reading an item", [&]() -> std::optional<Record> {
    const std::size_t mark = ref.rfind('#');
    if (mark == std::string_view::npos) return std::nullopt;
    const std::string article(ref.substr(0, mark));
    SQLite::Statement& place = parts_->sql(
        "SELECT min(e.\"start\"), max(e.\"end\") FROM evidence e WHERE e.article = ?1 AND e.ref = ?2 "
        "AND e.version = (SELECT version FROM articles WHERE key = ?1 AND current = 1)");
    bind_all(place, {article, std::string(ref)});
    if (!place.executeStep() || place.getColumn(0).isNull()) return std::nullopt;
    return excerpt(*record(article), span(place, 0), ref.substr(mark + 1));
  });
}

void Store::each_record(const std::function<void(const Record&)>& take) const {
  guarded("reading records", [&] {
    SQLite::Statement row(parts_->db, kAll);
    while (row.executeStep()) take(read_article(*parts_, row));
  });
}

}  // namespace greffier
