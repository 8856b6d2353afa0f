// Writing one record: rows for the article, its entities, times, statements, events, and what comparison asks of its text.
#include <algorithm>
#include <map>

#include "base/strings.h"
#include "base/utf8.h"
#include "greffier/engine.h"
#include "output/exports.h"
#include "store/parts.h"
#include "store/shingles.h"

namespace greffier {
namespace {

using Int = std::int64_t;
using Ids = std::map<std::string, Int, std::less<>>;  // the record's ids → rows

constexpr std::uint32_t kAlone = 12;     // code points that a content may hold besides its number
constexpr std::uint32_t kPassage = 200;  // code points between two figures of one passage

std::string last_word(std::string_view bare) {
  const auto words = split_words(bare);
  return words.empty() ? std::string() : std::string(words.back());
}

class Writer {
 public:
  Writer(Store::Parts& parts, const Record& record) : p_(parts), r_(record) {}

  void write(std::string_view fingerprint, Int version) {
    article(fingerprint, version);
    entities();
    for (const Record::Time& t : r_.times) time(t);
    for (const Record::Statement& s : r_.statements) statement(s);
    for (const Record::Event& e : r_.events) event(e);
    if (p_.counting) figures(*p_.counting);
    shingles();
  }

 private:
  Int insert(const char* sql, std::initializer_list<Table::Value> values) {
    run(p_.sql(sql), values);
    return p_.db.getLastInsertRowid();
  }
  static Table::Value row(const Ids& ids, std::string_view id) {
    const auto at = ids.find(id);
    if (at == ids.end()) return std::monostate();
    return at->second;
  }

  void article(std::string_view fingerprint, Int version) {
    if (version > 1) supersede();
    article_ = insert(
        "INSERT INTO articles (key, version, current, source, lang, title, url, published, earliest, latest, text, sha256, "
        "fingerprint, program) "
        "VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {r_.id, version, text_or_null(r_.source), text_or_null(r_.lang), text_or_null(r_.title), text_or_null(r_.url),
         text_or_null(r_.published), text_or_null(r_.earliest), text_or_null(r_.latest), r_.text, sha256(r_.text),
         std::string(fingerprint), std::string(greffier::version())});
    run(p_.sql("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)"), {article_, r_.title, r_.text});
  }

  // Questions are answered from the last version alone; the older ones stay to be read.
  void supersede() {
    run(p_.sql("INSERT INTO words (words, rowid, title, text) SELECT 'delete', id, coalesce(title, ''), text FROM articles "
               "WHERE key = ? AND current = 1"),
        {r_.id});
    run(p_.sql("DELETE FROM copies WHERE article IN (SELECT id FROM articles WHERE key = ? AND current = 1)"), {r_.id});
    run(p_.sql("UPDATE articles SET current = 0 WHERE key = ? AND current = 1"), {r_.id});
  }

  Int name(const std::string& text) {
    SQLite::Statement& known = p_.sql("SELECT id FROM names WHERE name = ?");
    bind_all(known, {text});
    if (known.executeStep()) return known.getColumn(0).getInt64();
    const std::string bare = utf8::bare(text);
    return insert("INSERT INTO names (name, bare, last_word) VALUES (?, ?, ?)", {text, bare, last_word(bare)});
  }

  void entities() {
    for (const Record::Entity& e : r_.entities) {
      const Int id = insert(
          "INSERT INTO entities (article, n, type, name, kb, country, sector, candidates) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          {article_, e.id, e.type, name(e.name), text_or_null(e.kb), text_or_null(e.country), text_or_null(e.sector),
           text_or_null(joined(e.candidates))});
      entities_[e.id] = id;
      for (const Record::Mention& m : e.mentions)
        insert("INSERT INTO mentions (entity, \"start\", \"end\", kind) VALUES (?, ?, ?, ?)",
               {id, Int{m.span.start}, Int{m.span.end}, m.kind});
    }
  }

  void time(const Record::Time& t) {
    insert(
        "INSERT INTO times (article, n, \"start\", \"end\", type, value, earliest, latest, rule) VALUES (?, ?, ?, ?, ?, ?, ?, "
        "?, ?)",
        {article_, t.id, Int{t.span.start}, Int{t.span.end}, t.type, t.value, text_or_null(t.earliest), text_or_null(t.latest),
         text_or_null(t.rule)});
  }

  // The bounds of a statement: those of its time where it has any, else those of the article.
  std::pair<std::string, std::string> bounds(const Record::Statement& s) const {
    for (const Record::Time& t : r_.times)
      if (t.id == s.time && !t.earliest.empty()) return {t.earliest, t.latest};
    return {r_.earliest, r_.latest};
  }

  void statement(const Record::Statement& s) {
    const auto [earliest, latest] = bounds(s);
    const Table::Value cue_start = s.cue ? Table::Value(Int{s.cue->start}) : Table::Value();
    const Table::Value cue_end = s.cue ? Table::Value(Int{s.cue->end}) : Table::Value();
    const Int id = insert(
        "INSERT INTO statements (article, n, kind, act, polarity, hearsay, cue_start, cue_end, cue_lemma, inside, time, rule, "
        "earliest, latest, negated) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {article_, s.id, s.kind, s.act, s.polarity, Int{s.hearsay}, cue_start, cue_end, text_or_null(s.cue_lemma),
         text_or_null(s.inside), text_or_null(s.time), text_or_null(s.rule), text_or_null(earliest), text_or_null(latest),
         Int{negated(s)}});
    statements_[s.id] = id;
    Int n = 0;
    for (const Span& c : s.content)
      insert("INSERT INTO content (statement, n, \"start\", \"end\") VALUES (?, ?, ?, ?)", {id, ++n, Int{c.start}, Int{c.end}});
    n = 0;
    for (const Record::Hop& h : s.chain)
      insert("INSERT INTO hops (statement, n, role, \"start\", \"end\", entity, type) VALUES (?, ?, ?, ?, ?, ?, ?)",
             {id, ++n, h.role, Int{h.span.start}, Int{h.span.end}, row(entities_, h.entity), text_or_null(h.type)});
    about(id, s);
  }

  void about(Int id, const Record::Statement& s) {
    for (const Record::Entity& e : r_.entities) {
      const bool named = std::any_of(e.mentions.begin(), e.mentions.end(), [&](const Record::Mention& m) {
        return std::any_of(s.content.begin(), s.content.end(),
                           [&](const Span& c) { return c.start <= m.span.start && m.span.end <= c.end; });
      });
      if (named) insert("INSERT INTO about (statement, entity) VALUES (?, ?)", {id, entities_.at(e.id)});
    }
  }

  void event(const Record::Event& e) {
    const Int id = insert(
        "INSERT INTO events (article, n, type, mode, cameo, trigger_start, trigger_end, time, earliest, latest, dated_by, "
        "place, status, rule) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {article_, e.id, e.type, text_or_null(e.mode), text_or_null(e.cameo), Int{e.trigger.start}, Int{e.trigger.end},
         text_or_null(e.time), text_or_null(e.earliest), text_or_null(e.latest), text_or_null(e.dated_by),
         text_or_null(e.place), e.status, text_or_null(e.rule)});
    Int n = 0;
    for (const auto& [side, parties] : {std::pair("actor", &e.actors), std::pair("target", &e.targets)})
      for (const Record::Party& p : *parties)
        insert(
            "INSERT INTO parties (event, n, side, \"start\", \"end\", entity, country, sector) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            {id, ++n, std::string(side), Int{p.span.start}, Int{p.span.end}, row(entities_, p.entity), text_or_null(p.country),
             text_or_null(p.sector)});
    for (const std::string& s : e.according_to)
      if (statements_.contains(s))
        insert("INSERT OR IGNORE INTO according_to (event, statement) VALUES (?, ?)", {id, statements_.at(s)});
  }

  bool negated(const Record::Statement& s) const {
    bool odd = false;
    if (p_.counting)
      for (const Span& c : s.content) odd ^= p_.counting->negated(quoted(r_, c));
    return odd;
  }

  // The innermost statement whose content holds the place, with the length of that content; null for none.
  std::pair<const Record::Statement*, std::uint32_t> said_at(std::uint32_t start, std::uint32_t end) const {
    std::pair<const Record::Statement*, std::uint32_t> best{nullptr, UINT32_MAX};
    for (const Record::Statement& s : r_.statements)
      for (const Span& c : s.content)
        if (c.start <= start && end <= c.end && c.end - c.start < best.second) best = {&s, c.end - c.start};
    return best;
  }

  // A number that is all that somebody said ("20 000, according to …") counts what the figure before it counts.
  void figures(const Counting& counting) {
    const utf8::CodePoints points(r_.text);
    std::string last_kind;
    std::uint32_t last_end = 0;
    Int n = 0;
    for (const Figure& f : counting.figures(r_.text)) {
      const std::uint32_t start = points(f.begin), end = points(f.end);
      const auto [statement, length] = said_at(start, end);
      const bool alone = f.kind.empty() && statement && length < 2 * (end - start) + kAlone && start - last_end < kPassage;
      const std::string kind = alone ? last_kind : f.kind;
      if (kind.empty()) continue;
      insert(
          "INSERT INTO figures (article, n, kind, value, approximate, \"start\", \"end\", statement) VALUES (?, ?, ?, ?, ?, ?, "
          "?, ?)",
          {article_, "f" + std::to_string(++n), kind, f.value, Int{f.approximate}, Int{start}, Int{end},
           statement ? Table::Value(statements_.at(statement->id)) : Table::Value()});
      last_kind = kind, last_end = end;
    }
  }

  void shingles() {
    const auto bands = min_hash_bands(r_.text);
    for (std::size_t i = 0; i < bands.size(); ++i)
      insert("INSERT INTO bands (article, band, hash) VALUES (?, ?, ?)", {article_, static_cast<Int>(i), bands[i]});
    for (const Passage& p : passages(r_.text))
      insert("INSERT OR IGNORE INTO passages (article, hash, \"start\", \"end\") VALUES (?, ?, ?, ?)",
             {article_, p.hash, Int{p.start}, Int{p.end}});
  }

  Store::Parts& p_;
  const Record& r_;
  Int article_ = 0;
  Ids entities_, statements_;
};

}  // namespace

Keeping Store::keep(const Record& record, std::string_view print) {
  if (knows(print)) return Keeping::known;
  return guarded("keeping " + record.id, [&] {
    SQLite::Statement& last = parts_->sql("SELECT coalesce(max(version), 0) FROM articles WHERE key = ?");
    bind_all(last, {record.id});
    last.executeStep();
    const std::int64_t version = last.getColumn(0).getInt64() + 1;
    last.reset();
    Writer(*parts_, record).write(print, version);
    return version == 1 ? Keeping::kept : Keeping::new_version;
  });
}

}  // namespace greffier
