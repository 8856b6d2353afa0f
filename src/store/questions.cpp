// The questions that people ask of a store, each one SELECT over the documented schema.
#include <fmt/format.h>

#include "base/strings.h"
#include "greffier/error.h"
#include "store/query.h"

namespace greffier {
namespace {

constexpr std::string_view kSaid = R"sql(
SELECT l.id, l.day, l.speaker, l.act, l.kind, l.polarity, l.content, l.chain, l.article, l.source
FROM statement_list l JOIN statements s ON s.id = l.id)sql";

constexpr std::string_view kEvents = R"sql(
SELECT l.id, l.day, l.actors, l.type, l.mode, l."trigger", l.targets, l.status, l.according_to, l.article, l.source
FROM event_list l JOIN events v ON v.id = l.id)sql";

constexpr std::string_view kSpeaker =
    "s.id IN (SELECT h.statement FROM entities e JOIN hops h ON h.entity = e.id "
    "WHERE h.role = 'origin' AND (e.kb = ? OR e.name IN (SELECT value FROM json_each(?))))";

constexpr std::string_view kAbout =
    "s.id IN (SELECT b.statement FROM entities e JOIN about b ON b.entity = e.id "
    "WHERE e.kb = ? OR e.name IN (SELECT value FROM json_each(?)))";

std::string party_of(std::string_view side, std::string_view test) {
  return fmt::format("v.id IN (SELECT p.event FROM parties p LEFT JOIN entities e ON e.id = p.entity WHERE p.side = '{}' AND {})", side, test);
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
    query.with(party_of(side, "(e.kb = ? OR e.name IN (SELECT value FROM json_each(?)))"), {std::string(who), names_like(parts, who)});
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

}  // namespace

Table Store::said(const Question& q) const {
  Query query(kSaid, "s.latest, l.article, s.id");
  if (!q.speaker.empty()) query.with(kSpeaker, {q.speaker, names_like(*parts_, q.speaker)});
  if (!q.about.empty()) query.with(kAbout, {q.about, names_like(*parts_, q.about)});
  if (!q.act.empty()) query.with("s.act = ?", {q.act});
  return query.between("s", q).run(*parts_, q);
}

Table Store::events(const Question& q) const {
  Query query(kEvents, "v.latest, l.article, v.id");
  add_party(query, *parts_, "actor", q.actor);
  add_party(query, *parts_, "target", q.target);
  if (!q.type.empty()) query.with("v.type = ?", {q.type});
  if (!q.status.empty()) query.with("v.status = ?", {q.status});
  return query.between("v", q).run(*parts_, q);
}

Table Store::timeline(std::string_view name, const Question& q) const {
  static constexpr std::string_view kTimeline = R"sql(
SELECT x.day, x.what, x.id, x.who, x.deed, x.words, x.article, x.source FROM (
  SELECT l.day, s.earliest, s.latest, 'statement' AS what, l.id, l.speaker AS who, l.act AS deed, l.content AS words, l.article, l.source, h.entity
    FROM hops h JOIN statements s ON s.id = h.statement JOIN statement_list l ON l.id = s.id WHERE h.role = 'origin'
  UNION ALL
  SELECT l.day, v.earliest, v.latest, 'event', l.id, coalesce(l.actors, ''), v.type || ' ' || v.status, l."trigger" || coalesce(' → ' || l.targets, ''),
         l.article, l.source, p.entity
    FROM parties p JOIN events v ON v.id = p.event JOIN event_list l ON l.id = v.id) x)sql";
  Query query(kTimeline, "coalesce(x.latest, x.earliest), x.article, x.what, x.id");
  query.with("x.entity IN (SELECT id FROM entities WHERE kb = ? OR name IN (SELECT value FROM json_each(?)))", {std::string(name), names_like(*parts_, name)});
  return query.between("x", q).run(*parts_, q);
}

Table Store::search(std::string_view words, const Question& q) const {
  static constexpr std::string_view kSearch = R"sql(
SELECT a.key AS article, a.published, a.source, a.title, snippet(words, 1, '[', ']', ' … ', 24) AS found
FROM words JOIN articles a ON a.id = words.rowid)sql";
  Query query(kSearch, "rank, a.key");
  query.with("words MATCH ?", {fts_query(words)}).with("a.current = 1", {});
  return query.between("a", q).run(*parts_, q);
}

Table Store::aside(const Question& q) const {
  return Query("SELECT place, key AS id, reason FROM aside", "id").run(*parts_, q);
}

}  // namespace greffier
