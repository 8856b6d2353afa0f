// The store: records of many articles in one SQLite file, with versions, evidence, search and comparison.
//
// docs/formats/store.md describes the schema, which is public. One process writes, others may read beside it (WAL). Every
// commit is durable (synchronous = FULL): a kill at any moment loses nothing committed. Positions in the store are those of
// the record: Unicode code points of articles.text, so that substr(text, start + 1, end - start) is the evidence.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>
#include <vector>

#include "greffier/record.h"

namespace greffier {

struct Pack;

// The answer to a question: named columns, at most `limit` rows, and how many there are in all.
struct Table {
  using Value = std::variant<std::monostate, std::int64_t, std::string>;
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;
  std::size_t total = 0;
  std::size_t shown = SIZE_MAX;  // a person is shown the first so many columns; the others are for programs
};

// What to look for; an empty field does not restrict. Days are ISO dates; a row fits when its days may fall between them.
struct Question {
  std::string speaker;        // said: the origin's name, its last words or Wikidata id
  std::string about;          // said: a name in the content
  std::string act;            // said
  std::string actor, target;  // events: "BY:GOV", "BY", ":GOV" or a name
  std::string type;           // events: PLOVER type
  std::string status;         // events
  std::string why;            // contradictions: denied, turned, figures, one side
  std::string from, to;       // ISO dates
  std::size_t limit = 50;
  std::size_t offset = 0;
};

enum class Keeping { kept, new_version, known };

// One place where what is stored and its text do not agree.
struct Damage {
  std::string article;
  std::string what;
};

class Store {
 public:
  enum class Access { read, write };
  struct Parts;  // the open file; its members are for src/store

  // Opens a store; `write` creates it where it does not exist and migrates an older one. Throws Error{input} for a file that
  // is no store, is damaged or belongs to a newer Greffier, Error{io} where the system refuses. A second writer waits for
  // the first one, `patience` at each step, then Error{io}.
  Store(const std::filesystem::path& path, Access access, std::chrono::milliseconds patience = std::chrono::seconds(30));
  ~Store();
  Store(Store&&) noexcept;

  // What an article is known by: the SHA-256 of all that its source says of it.
  static std::string fingerprint(const Article& article);
  bool knows(std::string_view fingerprint) const;
  std::unordered_set<std::string> fingerprints() const;

  // Between begin() and commit() nothing is durable yet; leaving a transaction open drops it.
  void begin();
  void commit();
  // From now on figures and negations are kept by the words of this pack.
  void read_by(const Pack& pack);
  // Keeps a record: the same fingerprint again is `known`, the same id with another text a new version.
  Keeping keep(const Record& record, std::string_view fingerprint);
  // Remembers an article that could not be read; the same reason at the same place once.
  void set_aside(std::string_view place, std::string_view id, std::string_view reason);

  // Joins copies, statements told by several articles and events across articles; independent of the order of keeping.
  void compare();
  bool compared() const;  // whether the groups are those of what is kept

  Table said(const Question& question) const;
  Table events(const Question& question) const;
  Table timeline(std::string_view name, const Question& question) const;
  // FTS5 query of words and "exact phrases", accents and case folded.
  Table search(std::string_view words, const Question& question) const;
  Table aside(const Question& question) const;
  // The kept name whose last word is nearest to that of `name`, empty where one is the same or none is near.
  std::string nearest_name(std::string_view name) const;
  // Disagreements, as the last compare() found them: deny against assert, figures that differ, a deed told by one side
  // alone, a speaker who says the opposite later.
  Table contradictions(const Question& question) const;
  // All mentions of the deed that an event such as "by-01#v2" tells, by dispatches; Error{input} where there is none.
  Table same_event(std::string_view ref) const;
  // All places where a statement such as "by-01#s3" is told, the shortest chain first.
  Table same_statement(std::string_view ref) const;

  // The current version of an article as a record; nothing where there is none.
  std::optional<Record> record(std::string_view article_id) const;
  // The passage that proves an item, "by-01#s3", with that item alone; nothing where there is none.
  std::optional<Record> item(std::string_view ref) const;
  // All current records in order of id, for exports.
  void each_record(const std::function<void(const Record&)>& take) const;

  // Checks every stored item against its text and hash, and SQLite's own integrity.
  std::vector<Damage> verify(std::size_t& checked) const;
  std::size_t article_count() const;

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace greffier
