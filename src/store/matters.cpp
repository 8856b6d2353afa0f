#include "store/matters.h"

#include <algorithm>

#include "base/strings.h"

namespace greffier {
namespace {

using Int = std::int64_t;

// Which acts say that something is so, or is not; the others (demand, ask, …) say neither.
constexpr const char* kStatements = R"sql(
SELECT s.id, s.article, a.key || '#' || s.n, coalesce(s.earliest, ''), coalesce(s.latest, ''),
  CASE WHEN s.act = 'deny' THEN CASE s.polarity WHEN 'negative' THEN 1 ELSE -1 END
       WHEN s.act = 'believe' AND s.polarity = 'negative' THEN -1
       WHEN s.act IN ('assert', 'accuse', 'believe', 'agree') AND s.polarity <> 'negative' THEN 1 ELSE 0 END
    * CASE s.negated WHEN 1 THEN -1 ELSE 1 END,
  (SELECT min("start") FROM content WHERE statement = s.id), (SELECT max("end") FROM content WHERE statement = s.id),
  (SELECT group_concat(substr(a.text, c."start" + 1, c."end" - c."start"), ' ') FROM content c WHERE c.statement = s.id), s.negated,
  EXISTS (SELECT 1 FROM hops WHERE statement = s.id AND role = 'origin')
FROM articles a JOIN statements s ON s.article = a.id WHERE a.current = 1 ORDER BY a.key, s.id)sql";

constexpr const char* kSpeakers = R"sql(
SELECT h.statement, coalesce(e.kb, n.last_word) FROM hops h JOIN entities e ON e.id = h.entity JOIN names n ON n.id = e.name
WHERE h.role = 'origin' ORDER BY h.statement)sql";

constexpr const char* kFigures = R"sql(
SELECT f.id, f.article, f.kind, f.value, f.approximate, f."start", coalesce(a.earliest, ''), coalesce(a.latest, ''), coalesce(f.statement, 0),
  substr(a.text, max(f."start" - 199, 1), min(f."start", 200)), substr(a.text, f."start" + 1, 200)
FROM articles a JOIN figures f ON f.article = a.id WHERE a.current = 1 ORDER BY a.key, f."start")sql";

constexpr const char* kNamesNear = R"sql(
SELECT DISTINCT f.id, coalesce(e.kb, n.bare) FROM figures f JOIN entities e ON e.article = f.article JOIN mentions m ON m.entity = e.id JOIN names n ON n.id = e.name
WHERE m.kind = 'name' AND m."start" BETWEEN f."start" - 200 AND f."start" + 200 ORDER BY f.id)sql";

std::uint32_t place(const SQLite::Column& column) { return static_cast<std::uint32_t>(column.getInt64()); }

Day day(const std::string& iso, bool last) {
  const auto span = parse_iso_span(iso);
  return span ? (last ? span->last : span->first) : kNoDay;
}

// A mark that may end a sentence, and a blank behind it.
std::size_t sentence_end(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find_first_of(".!?\n", from); at != std::string_view::npos;
       at = text.find_first_of(".!?\n", at + 1))
    if (text[at] == '\n' || at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n') return at + 1;
  return std::string_view::npos;
}

// What stands before and behind a place, as far as its sentence seems to go.
std::string sentence_around(std::string_view before, std::string_view behind) {
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = sentence_end(before, at)) != std::string_view::npos;) begin = at;
  return std::string(before.substr(begin)).append(behind.substr(0, sentence_end(behind, 0)));
}

// Hashes of the second column, for the items whose rows the first one names in ascending order.
template <class Item>
void add_hashes(SQLite::Database& db, const char* sql, std::vector<Item>& all, std::vector<std::uint64_t> Item::*into) {
  std::vector<std::pair<Int, std::size_t>> rows;
  for (std::size_t i = 0; i < all.size(); ++i) rows.emplace_back(all[i].row, i);
  std::sort(rows.begin(), rows.end());
  auto at = rows.begin();
  for (SQLite::Statement row(db, sql); row.executeStep();) {
    const Int id = row.getColumn(0).getInt64();
    while (at != rows.end() && at->first < id) ++at;
    if (at != rows.end() && at->first == id) (all[at->second].*into).push_back(hash(row.getColumn(1).getString()));
  }
}

bool overlap(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

}  // namespace

std::vector<Matter> statements_of(SQLite::Database& db, Rarity& rarity) {
  std::vector<Matter> all;
  for (SQLite::Statement row(db, kStatements); row.executeStep();) {
    Matter& m = all.emplace_back();
    m.row = row.getColumn(0).getInt64(), m.article = row.getColumn(1).getInt64(), m.name = row.getColumn(2).getString();
    m.earliest = row.getColumn(3).getString(), m.latest = row.getColumn(4).getString();
    m.side = row.getColumn(5).getInt();
    m.start = place(row.getColumn(6)), m.end = place(row.getColumn(7));
    m.words = wording_of(row.getColumn(8).getString());
    m.negated = row.getColumn(9).getInt() != 0, m.has_speaker = row.getColumn(10).getInt() != 0;
    m.words.shrink_to_fit();
    rarity.count(m.words);
  }
  add_hashes(db, kSpeakers, all, &Matter::speakers);
  return all;
}

std::vector<Counted> figures_of(SQLite::Database& db, Rarity& rarity) {
  std::vector<Counted> all;
  for (SQLite::Statement row(db, kFigures); row.executeStep();) {
    Counted& c = all.emplace_back();
    c.row = row.getColumn(0).getInt64(), c.article = row.getColumn(1).getInt64();
    c.kind = row.getColumn(2).getString(), c.value = row.getColumn(3).getInt64();
    c.approximate = row.getColumn(4).getInt() != 0, c.start = place(row.getColumn(5));
    c.day = {day(row.getColumn(6).getString(), false), day(row.getColumn(7).getString(), true)};
    c.statement = row.getColumn(8).getInt64();
    c.words = wording_of(sentence_around(row.getColumn(9).getString(), row.getColumn(10).getString()));
    rarity.count(c.words);
  }
  add_hashes(db, kNamesNear, all, &Counted::names);
  return all;
}

bool share_speaker(const Matter& a, const Matter& b) { return overlap(a.speakers, b.speakers); }
bool share_name(const Counted& a, const Counted& b) { return overlap(a.names, b.names); }

}  // namespace greffier
