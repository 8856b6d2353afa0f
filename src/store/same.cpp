// Which stored items tell one event or one statement: the groups that compare.cpp made when the articles were kept.
// Tested in tests/unit/compare_test.cpp.
#include <fmt/format.h>

#include "greffier/error.h"
#include "greffier/store.h"
#include "store/parts.h"
#include "store/query.h"

namespace greffier {
namespace {

constexpr std::uint64_t kMostTellings = 1000;

// How the tellings of a kind of item are found and shown.
struct Tellings {
  char letter;        // of "ARTICLE#v2"
  const char *what, *command;
  const char* named;  // the item of an article's key and the item's number in it
  const char *id, *from, *order;
  const char* alike;  // the item itself and those of its group
  const char* row;
  std::size_t shown;
};

constexpr Tellings kEvents = {
    .letter = 'v',
    .what = "event",
    .command = "events",
    .named = "SELECT v.id FROM events v JOIN articles a ON a.id = v.article WHERE a.current = 1 AND a.key = ? AND v.n = ?",
    .id = "v.id",
    .from = "events v JOIN articles a ON a.id = v.article LEFT JOIN copies k ON k.article = a.id",
    .order = R"(coalesce(k."group", a.key), a.key, v.id)",
    .alike = R"((v.id = ? OR v.id IN (SELECT d.event FROM deeds d
                                      WHERE d."group" = (SELECT "group" FROM deeds WHERE event = ?))))",
    .row = R"(SELECT l.ref, l.day, l.status, l.according_to, coalesce(k."group", l.article) AS dispatch, l.source, e.context,
                     l.actors, l.type, l."trigger", l.targets, l.article
              FROM event_list l JOIN events v ON v.id = l.id LEFT JOIN copies k ON k.article = v.article
                   JOIN evidence e ON e.item = 'event' AND e.id = l.id WHERE l.id = ?)",
    .shown = 7,
};

constexpr Tellings kStatements = {
    .letter = 's',
    .what = "statement",
    .command = "said",
    .named = "SELECT s.id FROM statements s JOIN articles a ON a.id = s.article WHERE a.current = 1 AND a.key = ? AND s.n = ?",
    .id = "s.id",
    .from = "statements s JOIN articles a ON a.id = s.article LEFT JOIN copies k ON k.article = a.id",
    .order = R"((SELECT count(*) FROM hops h WHERE h.statement = s.id AND h.role <> 'origin'), coalesce(k."group", a.key),
                a.key, s.id)",
    .alike = R"((s.id = ? OR s.id IN (SELECT t.statement FROM told t
                                      WHERE t."group" = (SELECT "group" FROM told WHERE statement = ?))))",
    .row = R"(SELECT l.ref, l.day, l.speaker, l.act, l.content, l.via, coalesce(k."group", l.article) AS dispatch, l.source,
                     l.article
              FROM statement_list l JOIN statements s ON s.id = l.id LEFT JOIN copies k ON k.article = s.article
              WHERE l.id = ?)",
    .shown = 8,
};

std::int64_t id_of(Store::Parts& parts, std::string_view ref, const Tellings& kind) {
  const std::size_t mark = ref.rfind('#');
  if (mark != std::string_view::npos && mark + 1 < ref.size() && ref[mark + 1] == kind.letter) {
    SQLite::Statement& row = parts.sql(kind.named);
    bind_all(row, {std::string(ref.substr(0, mark)), std::string(ref.substr(mark + 1))});
    if (row.executeStep()) return row.getColumn(0).getInt64();
  }
  throw Error(ErrorCode::input, fmt::format("{}: the store holds no such {}; its name is the first column of `greffier {}`", ref,
                                            kind.what, kind.command));
}

Table same(Store::Parts& parts, std::string_view ref, const Tellings& kind) {
  return guarded("comparing", [&] {
    const std::int64_t id = id_of(parts, ref, kind);
    Query query(kind.id, kind.from, kind.order);
    query.with("a.current = 1", {}).with(kind.alike, {id, id});
    Question all;
    all.limit = kMostTellings;
    Table table = query.run(parts, all, kind.row);
    table.shown = kind.shown;
    return table;
  });
}

}  // namespace

Table Store::same_event(std::string_view ref) const { return same(*parts_, ref, kEvents); }

Table Store::same_statement(std::string_view ref) const { return same(*parts_, ref, kStatements); }

}  // namespace greffier
