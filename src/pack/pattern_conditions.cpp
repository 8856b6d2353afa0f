#include "pack/pattern_conditions.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/strings.h"

namespace greffier::pattern {
namespace {

constexpr std::pair<std::string_view, Attribute> kShapes[] = {
    {"figures", Attribute::figures}, {"capital", Attribute::capital}, {"upper", Attribute::upper}, {"lower", Attribute::lower}};
constexpr std::pair<std::string_view, std::uint32_t> kLayers[] = {
    {"quote", kInQuote}, {"time", kInTime}, {"heading", kInHeading}};

}  // namespace

std::uint32_t ConditionReader::keep(SymbolSet set) {
  p_.sets.push_back(std::move(set));
  return static_cast<std::uint32_t>(p_.sets.size() - 1);
}

void ConditionReader::add_list(SymbolSet& set, std::string_view name) const {
  const ListId list = vocabulary_.list(name);
  if (list == kNoList)
    text_.fail(fmt::format("no word list is called '{}'{}", name, did_you_mean(name, vocabulary_.list_names())));
  for (Symbol symbol : vocabulary_.symbols(list)) set.add(symbol);
}

// '…' with a doubled '' for the apostrophe: 'l''', and ’ may be written plainly.
Condition ConditionReader::literal() {
  text_.expect('\'');
  std::string word;
  for (;; text_.skip()) {
    if (text_.done()) text_.fail("a closing ' is missing");
    if (text_.here() == '\'' && text_.here(1) != '\'') break;
    if (text_.here() == '\'') text_.skip();
    word += text_.here();
  }
  text_.skip();
  SymbolSet set;
  set.add(vocabulary_.intern(word));
  return {Attribute::form, false, keep(std::move(set)), 0};
}

Condition ConditionReader::list() {
  text_.expect('@');
  SymbolSet set;
  add_list(set, text_.run_of(PatternText::list_char));
  return {Attribute::word, false, keep(std::move(set)), 0};
}

Condition ConditionReader::attribute() {
  text_.peek();
  const std::string_view key = text_.run_of([](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  Condition result{Attribute::form, false, 0, 0};
  if (text_.here() == '!') text_.skip(), result.negated = true;
  if (key.empty() || text_.here() != '=')
    text_.fail(fmt::format("a test like lemma=dire is expected before '{}'", text_.rest()));
  text_.skip();
  fill(result, key, text_.run_of([](char c) { return c != ' ' && c != ']' && c != '\t'; }));
  return result;
}

template <class Rows>
auto ConditionReader::one_of(const Rows& rows, std::string_view name, std::string_view what) const {
  std::vector<std::string_view> names;
  for (const auto& [row, value] : rows) {
    if (row == name) return value;
    names.push_back(row);
  }
  text_.fail(fmt::format("no {} is called '{}'{}", what, name, did_you_mean(name, names)));
}

void ConditionReader::fill(Condition& c, std::string_view key, std::string_view value) {
  if (key == "form" || key == "lemma" || key == "word") {
    c.attribute = key == "form" ? Attribute::form : key == "lemma" ? Attribute::lemma : Attribute::word;
    c.a = words(value);
  } else if (key == "upos") {
    c.attribute = Attribute::upos;
    for (std::string_view tag : split(value, '|')) c.a |= 1u << upos(tag);
  } else if (key == "rel") {
    c.attribute = Attribute::relation;
    std::tie(c.a, c.b) = relations(value);
  } else if (key == "name") {
    c.attribute = Attribute::name;
    for (std::string_view type : split(value, '|')) c.a |= name_mask(type);
  } else if (key == "in") {
    c.attribute = Attribute::layer;
    for (std::string_view layer : split(value, '|')) c.a |= one_of(kLayers, layer, "layer");
  } else if (key == "at" && (value == "start" || value == "end")) {
    c.attribute = value == "start" ? Attribute::start : Attribute::end;
  } else if (key == "glued" && value == "yes") {
    c.attribute = Attribute::glued;
  } else if (key == "shape") {
    shape(c, value);
  } else {
    feature(c, key, value);
  }
}

std::uint32_t ConditionReader::words(std::string_view value) {
  SymbolSet set;
  for (std::string_view word : split(value, '|')) {
    if (word.starts_with('@')) add_list(set, word.substr(1));
    else if (word.empty()) text_.fail("a word is missing in this test");
    else set.add(vocabulary_.intern(word));
  }
  return keep(std::move(set));
}

std::uint32_t ConditionReader::upos(std::string_view tag) const {
  if (const auto found = upos_from(tag)) return static_cast<std::uint32_t>(*found);
  std::vector<std::string_view> all;
  for (std::size_t i = 0; i < kUposCount; ++i) all.push_back(spelling(static_cast<Upos>(i)));
  text_.fail(fmt::format("no part of speech is called '{}'{}", tag, did_you_mean(tag, all)));
}

std::pair<std::uint32_t, std::uint32_t> ConditionReader::relations(std::string_view value) {
  const auto begin = static_cast<std::uint32_t>(p_.relations.size());
  const std::vector<std::string_view> known(relation_names().begin(), relation_names().end());
  for (std::string_view name : split(value, '|')) {
    const std::string_view base = name.substr(0, name.find(':'));
    const Relation relation = relation_from(name);
    if (std::find(known.begin(), known.end(), base) == known.end() || relation.subtype == Subtype::unknown)
      text_.fail(fmt::format("no relation is called '{}'{}", name, did_you_mean(base, known)));
    p_.relations.push_back(relation);
  }
  return {begin, static_cast<std::uint32_t>(p_.relations.size())};
}

std::uint32_t ConditionReader::name_mask(std::string_view type) const {
  if (type == "any") return 0xF;
  if (type == "none") return 0x10;
  if (const auto found = from_spelling<EntityType>(type)) return 1u << static_cast<unsigned>(*found);
  text_.fail(fmt::format("'{}' is no type of name; PER, ORG, LOC, MISC, any or none", type));
}

void ConditionReader::shape(Condition& c, std::string_view value) {
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) {
    c.attribute = Attribute::number;
    c.a = text_.to_number(value.substr(0, dots));
    c.b = text_.to_number(value.substr(dots + 2));
  } else if (value.starts_with('0')) {
    c.attribute = Attribute::outline;
    c.a = static_cast<std::uint32_t>(p_.outlines.size());
    p_.outlines.emplace_back(value);
  } else {
    c.attribute = one_of(kShapes, value, "shape");
  }
}

void ConditionReader::feature(Condition& c, std::string_view key, std::string_view value) const {
  c.attribute = Attribute::feature;
  const auto number_of = feature_number(key);
  if (!number_of) {
    std::vector<std::string_view> known(feature_names().begin(), feature_names().end());
    known.insert(known.end(), {"form", "lemma", "word", "upos", "rel", "name", "in", "at", "shape", "glued"});
    text_.fail(fmt::format("no test is called '{}'{}", key, did_you_mean(key, known)));
  }
  c.a = *number_of;
  for (std::string_view one : split(value, '|')) {
    const auto v = value_number(*number_of, one);
    if (!v) text_.fail(fmt::format("{} has no value '{}'", key, one));
    c.b |= 1u << *v;
  }
}

}  // namespace greffier::pattern
