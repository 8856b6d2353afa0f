// What the pack knows of the world: states, seats of power, cities, bodies; who held which office when; adjectives of
// nationality; nouns with their sector; first names.
//
// Read from tab-separated files, FOLDER/*.tsv, whose first line names the columns; the kind of a file is the beginning of
// its name ("entries", "offices", "demonyms", "nouns", "first_names"), so that a user's own "entries-mine.tsv" is read
// beside the pack's. Immutable after loading; look-ups allocate nothing. docs/formats/knowledge.md describes the files.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "greffier/calendar.h"
#include "greffier/grammar.h"
#include "greffier/vocabulary.h"
#include "pack/phrase_table.h"

namespace greffier {

class TableRow;

// A thing with a name. `kind` is as in the file: state, capital, seat, city, region, body, party, media, …
struct KnownThing {
  std::string_view id;  // Wikidata's where known, else the file's own
  std::string_view kind;
  std::string_view name;
  EntityType type = EntityType::misc;
  Country country;
  Sector sector = Sector::none;
  Gender gender = Gender::none;
};

// One term of office of one person.
struct Term {
  std::string_view kb;
  std::string_view name;
  std::string_view office;
  Country country;
  Gender gender = Gender::none;
  Day first = kNoDay;  // kNoDay: not known
  Day last = kNoDay;   // kNoDay: still going on, as far as the file knows
};

struct Demonym {
  Country country;
  Gender gender = Gender::none;
  Number number = Number::none;
};

// A noun that names people or bodies by what they do.
struct KnownNoun {
  std::string_view lemma;
  std::string_view kind;  // as in the file
  Sector sector = Sector::none;
  Gender gender = Gender::none;
};

class Knowledge {
 public:
  // Throws Error{pack} "FILE:LINE: …" for a row that cannot be read.
  explicit Knowledge(const std::filesystem::path& folder);

  const PhraseTable& thing_names() const { return thing_names_; }  // values index things()
  const PhraseTable& term_names() const { return term_names_; }    // full names; values index terms()
  const PhraseTable& last_names() const { return last_names_; }    // values index terms()
  const PhraseTable& noun_names() const { return noun_names_; }    // lemmas, also of several words; values index nouns()

  const std::vector<KnownThing>& things() const { return things_; }
  const std::vector<Term>& terms() const { return terms_; }
  const std::vector<KnownNoun>& nouns() const { return nouns_; }

  // The country of an adjective or noun of nationality; nullptr for any other word.
  const Demonym* demonym(Fingerprint word) const;
  // The gender of a first name; nothing for any other word, Gender::none for a name of both.
  std::optional<Gender> first_name(Fingerprint word) const;
  // The row of a state by its code; nullptr where there is none.
  const KnownThing* state(Country country) const;

  // Where a cell of a table stands, "entries.tsv:12"; for people who ask why.
  std::string place_of(std::string_view cell) const;

  // Whether a term fits a span of days: it began by the span's end and had not ended before its beginning.
  static bool holds(const Term& term, DaySpan days);
  // The terms of an office of a country that fit `days`, in order of their beginning.
  std::vector<Index> holders(Country country, std::string_view office, DaySpan days) const;

 private:
  struct Kind;
  void read(const std::filesystem::path& path);
  void add_thing(const TableRow& row);
  void add_term(const TableRow& row);
  void add_demonym(const TableRow& row);
  void add_noun(const TableRow& row);
  void add_first_name(const TableRow& row);

  std::deque<MappedFile> files_;  // all views point into these
  std::vector<std::string> file_names_;
  std::vector<KnownThing> things_;
  std::vector<Term> terms_;
  std::vector<KnownNoun> nouns_;
  std::vector<Demonym> demonyms_;
  std::vector<Gender> genders_;
  std::vector<Index> states_;  // indices of things, by code
  PhraseTable thing_names_, term_names_, last_names_, noun_names_, demonym_names_, first_names_;
  PhraseTable offices_;  // by country and office; values index terms()
};

}  // namespace greffier
