#include "pack/knowledge.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "base/strings.h"
#include "greffier/error.h"
#include "pack/table_file.h"

namespace greffier {
namespace {

constexpr std::size_t kUsualThings = 20000, kUsualTerms = 25000;  // so that tables need not grow; more is welcome

Gender gender_from(std::string_view text) {
  if (text == "m" || text == "masc" || text == "male" || text == "M") return Gender::Masc;
  if (text == "f" || text == "fem" || text == "female" || text == "F") return Gender::Fem;
  return Gender::none;
}

Sector sector_from(const TableRow& row, std::string_view text) {
  if (text.empty()) return Sector::none;
  const auto sector = from_spelling<Sector>(text);
  if (!sector) row.fail(fmt::format("no sector is called '{}'", text));
  return *sector;
}

EntityType type_from(const TableRow& row, std::string_view text) {
  const auto type = from_spelling<EntityType>(text);
  if (!type) row.fail(fmt::format("no type of entity is called '{}'; PER, ORG, LOC and MISC are", text));
  return *type;
}

// A year, month or day; of a year or month, its first day for a beginning and its last for an end.
Day day_from(const TableRow& row, std::string_view text, bool end) {
  if (text.empty()) return kNoDay;
  const auto span = parse_iso_span(text);
  if (!span) row.fail(fmt::format("'{}' is no date like 2020-08-15", text));
  return end ? span->last : span->first;
}

Fingerprint office_key(Country country, std::string_view office) { return {hash(office, hash(country.view())), 0}; }

std::string_view last_word(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? std::string_view() : name.substr(blank + 1);
}

}  // namespace

Knowledge::Knowledge(const std::filesystem::path& folder) {
  thing_names_.reserve(kUsualThings);
  term_names_.reserve(kUsualTerms);
  last_names_.reserve(kUsualTerms);
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) read(path);
}

// One kind of file, its columns in the order in which `add` reads them, and what a row adds.
struct Knowledge::Kind {
  std::string_view prefix;
  std::initializer_list<std::string_view> columns;
  void (Knowledge::*add)(const TableRow&);
};

void Knowledge::read(const std::filesystem::path& path) {
  static const Kind kinds[] = {
      {"entries", {"id", "kind", "type", "country", "sector", "gender", "name", "aliases"}, &Knowledge::add_thing},
      {"offices", {"kb", "name", "aliases", "country", "office", "gender", "start", "end"}, &Knowledge::add_term},
      {"demonyms", {"country", "masc_sing", "masc_plur", "fem_sing", "fem_plur", "extra"}, &Knowledge::add_demonym},
      {"nouns", {"lemma", "sector", "kind", "gender"}, &Knowledge::add_noun},
      {"first_names", {"name", "gender"}, &Knowledge::add_first_name}};
  const std::string name = path.filename().string();
  const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& k) { return name.starts_with(k.prefix); });
  if (kind == std::end(kinds))
    throw Error(
        ErrorCode::pack,
        fmt::format("{}: the name of a table begins with entries, offices, demonyms, nouns or first_names", path.string()));
  files_.emplace_back(path);
  file_names_.push_back(name);
  read_table(files_.back(), path.string(), {kind->columns.begin(), kind->columns.size()},
             [&](const TableRow& row) { (this->*kind->add)(row); });
}

void Knowledge::add_thing(const TableRow& row) {
  const auto number = static_cast<std::uint32_t>(things_.size());
  things_.push_back(
      {row[0], row[1], row[6], type_from(row, row[2]), Country(row[3]), sector_from(row, row[4]), gender_from(row[5])});
  thing_names_.add(row[6], number);
  for_each_part(row[7], [&](std::string_view alias) { thing_names_.add(alias, number); });
  if (row[1] == "state") states_.push_back(number);
}

void Knowledge::add_term(const TableRow& row) {
  const auto number = static_cast<std::uint32_t>(terms_.size());
  terms_.push_back({row[0], row[1], row[4], Country(row[3]), gender_from(row[5]), day_from(row, row[6], false),
                    day_from(row, row[7], true)});
  offices_.add(office_key(Country(row[3]), row[4]), number);
  term_names_.add(row[1], number);
  last_names_.add(last_word(row[1]), number);
  for_each_part(row[2], [&](std::string_view alias) {
    term_names_.add(alias, number);
    last_names_.add(last_word(alias), number);
  });
}

void Knowledge::add_demonym(const TableRow& row) {
  static constexpr std::array<std::pair<Gender, Number>, 5> kForms = {{{Gender::Masc, Number::Sing},
                                                                      {Gender::Masc, Number::Plur},
                                                                      {Gender::Fem, Number::Sing},
                                                                      {Gender::Fem, Number::Plur},
                                                                      {Gender::none, Number::none}}};
  for (std::size_t form = 0; form < kForms.size(); ++form)
    for_each_part(row[form + 1], [&](std::string_view word) {
      demonym_names_.add(word, static_cast<std::uint32_t>(demonyms_.size()));
      demonyms_.push_back({Country(row[0]), kForms[form].first, kForms[form].second});
    });
}

void Knowledge::add_noun(const TableRow& row) {
  noun_names_.add(row[0], static_cast<std::uint32_t>(nouns_.size()));
  nouns_.push_back({row[0], row[2], sector_from(row, row[1]), gender_from(row[3])});
}

void Knowledge::add_first_name(const TableRow& row) {
  first_names_.add(row[0], static_cast<std::uint32_t>(genders_.size()));
  genders_.push_back(gender_from(row[1]));
}

const Demonym* Knowledge::demonym(Fingerprint word) const {
  const Index at = demonym_names_.find(word);
  return at == kNone ? nullptr : &demonyms_[demonym_names_.value(at).number];
}

std::optional<Gender> Knowledge::first_name(Fingerprint word) const {
  const Index at = first_names_.find(word);
  if (at == kNone) return std::nullopt;
  return genders_[first_names_.value(at).number];
}

const KnownThing* Knowledge::state(Country country) const {
  for (Index i : states_)
    if (things_[i].country == country) return &things_[i];
  return nullptr;
}

std::string Knowledge::place_of(std::string_view cell) const {
  for (std::size_t f = 0; f < files_.size(); ++f) {
    const std::span<const std::byte> bytes = files_[f].bytes();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::less<const char*> before;
    if (before(cell.data(), text.data()) || !before(cell.data(), text.data() + text.size())) continue;
    return fmt::format("{}:{}", file_names_[f], 1 + std::count(text.data(), cell.data(), '\n'));
  }
  return {};
}

bool Knowledge::holds(const Term& term, DaySpan days) {
  const bool begun = term.first == kNoDay || days.last == kNoDay || term.first <= days.last;
  const bool ended = term.last != kNoDay && days.first != kNoDay && term.last < days.first;
  return begun && !ended;
}

std::vector<Index> Knowledge::holders(Country country, std::string_view office, DaySpan days) const {
  std::vector<Index> found;
  for (Index at = offices_.find(office_key(country, office)); at != kNone; at = offices_.value(at).next)
    if (holds(terms_[offices_.value(at).number], days)) found.push_back(offices_.value(at).number);
  std::sort(found.begin(), found.end(),
            [this](Index a, Index b) { return std::pair(terms_[a].first, a) < std::pair(terms_[b].first, b); });
  return found;
}

}  // namespace greffier
