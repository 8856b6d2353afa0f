// What comparison holds against each other: the statements and figures of all current articles, with their words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "greffier/calendar.h"
#include "store/groups.h"
#include "store/parts.h"
#include "store/wording.h"

namespace greffier {

// Members are sorted by article key and number, which does not depend on the order of keeping.
struct Member {
  std::int64_t row;
  std::string name;  // "key#s3": what a group may be called
};

struct Matter {
  std::int64_t row = 0, article = 0;
  std::string name;
  std::string earliest, latest;         // ISO dates; empty for unknown
  std::uint32_t start = 0, end = 0;     // from its first to its last word
  int side = 0;                         // 1 says that it is so, -1 that it is not, 0 neither
  bool negated = false;                 // by words of its content
  bool has_speaker = false;             // whether the text says who said it
  std::vector<std::uint64_t> speakers;  // hashes of their ids or last names
  Wording words;
};

std::vector<Matter> statements_of(SQLite::Database& db, Rarity& rarity);

struct Counted {
  std::int64_t row = 0, article = 0;
  std::string kind;
  std::int64_t value = 0;
  bool approximate = false;
  std::uint32_t start = 0;
  DaySpan day;                // of the article
  std::int64_t statement = 0;                // on whose word; 0: the article's own
  Wording words;                             // of what stands around it
  std::vector<std::uint64_t> names;          // hashes of the entities named near it
};

std::vector<Counted> figures_of(SQLite::Database& db, Rarity& rarity);

// Whether two have a speaker in common.
bool share_speaker(const Matter& a, const Matter& b);
bool share_name(const Counted& a, const Counted& b);

// The steps of Store::compare(), in this order; each writes its tables anew.
Groups join_copies(SQLite::Database& db);
Groups join_told(SQLite::Database& db, const std::vector<Matter>& statements, const Rarity& rarity);
void join_deeds(SQLite::Database& db);
void find_disputes(SQLite::Database& db, const std::vector<Matter>& statements, const Rarity& rarity, Groups& told);

}  // namespace greffier
