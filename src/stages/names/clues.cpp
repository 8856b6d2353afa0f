#include "stages/names/clues.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "greffier/pattern.h"
#include "pack/knowledge.h"
#include "pack/lexicon.h"

namespace greffier::names {
namespace {

constexpr Index kLongestName = 16;  // words

struct Letters {
  std::uint32_t upper = 0, lower = 0, digits = 0, marks = 0;
  bool first_upper = false, joined_upper = false;  // a capital behind a hyphen or apostrophe
};

Letters count(std::string_view form) {
  Letters n;
  bool joint = false;
  for (std::size_t at = 0; at < form.size();) {
    const utf8::Decoded d = utf8::decode(form, at);
    const bool upper = utf8::is_upper(d.point);
    if (at == 0) n.first_upper = upper;
    n.joined_upper = n.joined_upper || (upper && joint);
    joint = d.point == '-' || d.point == '\'' || d.point == 0x2019;
    n.upper += upper;
    n.digits += utf8::is_digit(d.point);
    if (!upper) ++(utf8::is_letter(d.point) ? n.lower : n.marks);
    at += d.length;
  }
  n.marks -= n.digits;
  return n;
}

Shape shape_of(const Letters& n) {
  if (n.upper + n.lower == 0) return n.digits > 0 ? Shape::number : Shape::mark;
  if (n.upper == 0) return n.digits == 0 ? Shape::small : Shape::other;
  if (n.digits > 0) return Shape::mixed;
  if (n.lower == 0) return n.upper == 1 ? Shape::initial : Shape::upper;
  if (n.first_upper) return n.joined_upper ? Shape::joined : n.upper == 1 ? Shape::capital : Shape::mixed;
  return n.joined_upper ? Shape::joined : Shape::mixed;
}

std::uint64_t tail(std::string_view text, std::size_t length) {
  return hash(text.size() > length ? text.substr(text.size() - length) : text, length);
}

Clue clue_of(const Pack& pack, const Document& d, Index token, std::string& buffer) {
  const std::string_view form = d.text(d.tokens[token].place);
  buffer.clear();
  utf8::fold(form, buffer);
  const Letters letters = count(form);
  Clue clue;
  clue.token = token;
  clue.shape = shape_of(letters);
  clue.length = static_cast<std::uint8_t>(std::min<std::uint32_t>(15, letters.upper + letters.lower));
  clue.upos = d.tokens[token].upos;
  clue.prefix = hash(std::string_view(buffer).substr(0, 4));
  clue.suffix2 = tail(buffer, 2);
  clue.suffix3 = tail(buffer, 3);
  clue.suffix4 = tail(buffer, 5);
  if (pack.lexicon) clue.lexicon = static_cast<std::uint16_t>(pack.lexicon->classes(buffer).bits & 0xFFFF);
  return clue;
}

std::uint16_t known_kind(const KnownThing& thing) {
  switch (thing.type) {
    case EntityType::loc:
      return thing.kind == "state" ? kState : thing.kind == "city" || thing.kind == "capital" ? kCity : kOtherPlace;
    case EntityType::org: return kBody;
    case EntityType::per: return kPerson;
    case EntityType::misc: break;
  }
  return kOtherThing;
}

// Marks the words of the longest known name at each capital; a name in small letters counts from two words on.
template <class KindOf>
void mark_phrases(const PhraseTable& table, std::span<const Fingerprint> words, KindOf kind_of, std::vector<Clue>& clues) {
  for (std::size_t i = 0; i < clues.size(); ++i) {
    const Index at = clues[i].token;
    const PhraseTable::Hit hit = table.longest(words, at, std::min<Index>(static_cast<Index>(words.size()), at + kLongestName));
    if (!hit || (!clues[i].capital() && hit.tokens.size() < 2)) continue;
    unsigned kinds = 0;
    for (Index v = hit.first; v != kNone; v = table.value(v).next) kinds |= kind_of(table.value(v).number);
    for (std::size_t k = i; k < clues.size() && clues[k].token < hit.tokens.end; ++k)
      clues[k].known |= static_cast<std::uint16_t>(kinds | (k == i ? kBegins : kInside));
  }
}

void mark_words(const Knowledge& knowledge, std::span<const Fingerprint> words, std::vector<Clue>& clues) {
  for (Clue& clue : clues) {
    const Fingerprint word = words[clue.token];
    if (knowledge.demonym(word) != nullptr) clue.known |= kNationality;
    if (knowledge.noun_names().find(word) != kNone) clue.known |= kRoleNoun;
    if (!clue.capital()) continue;
    if (knowledge.last_names().find(word) != kNone) clue.known |= kLastName;
    if (const auto gender = knowledge.first_name(word)) {
      if (*gender != Gender::Fem) clue.known |= kMaleName;
      if (*gender != Gender::Masc) clue.known |= kFemaleName;
    }
  }
}

void mark_knowledge(const Knowledge& knowledge, std::span<const Fingerprint> words, std::vector<Clue>& clues) {
  mark_phrases(
      knowledge.thing_names(), words, [&](std::uint32_t thing) { return known_kind(knowledge.things()[thing]); }, clues);
  mark_phrases(knowledge.term_names(), words, [](std::uint32_t) { return kOfficeHolder; }, clues);
  mark_words(knowledge, words, clues);
}

void mark_elsewhere(ClueSheet& sheet) {
  sheet.small.clear();
  sheet.capitals.clear();
  for (const Clue& clue : sheet.clues) {
    if (clue.shape == Shape::small && clue.length > 1) sheet.small.push_back(clue.word);
    if ((clue.shape == Shape::capital || clue.shape == Shape::joined) && (clue.context & (kFirst | kHeading)) == 0)
      sheet.capitals.push_back(clue.word);
  }
  std::sort(sheet.small.begin(), sheet.small.end());
  std::sort(sheet.capitals.begin(), sheet.capitals.end());
  for (Clue& clue : sheet.clues) {
    if (!clue.capital()) continue;
    if (std::binary_search(sheet.small.begin(), sheet.small.end(), clue.word)) clue.context |= kSmallElsewhere;
    if (std::binary_search(sheet.capitals.begin(), sheet.capitals.end(), clue.word)) clue.context |= kCapitalElsewhere;
  }
}

}  // namespace

void gather(const Pack& pack, const Document& d, const std::vector<std::uint8_t>& layers, std::vector<Fingerprint>& words,
            ClueSheet& sheet) {
  words.assign(d.tokens.size(), {});
  sheet.clues.clear();
  sheet.first.clear();
  for (const Sentence& sentence : d.sentences) {
    sheet.first.push_back(static_cast<Index>(sheet.clues.size()));
    bool first = true;  // of the words, marks aside
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (d.tokens[t].multi == MultiWord::later) continue;
      words[t] = fingerprint(d.text(d.tokens[t].place));
      Clue clue = clue_of(pack, d, t, sheet.buffer);
      clue.word = words[t].empty() ? hash(sheet.buffer) : words[t].hash;
      if (first) clue.context |= kFirst;
      if (sentence.heading) clue.context |= kHeading;
      if (t < layers.size() && (layers[t] & kInQuote) != 0) clue.context |= kQuoted;
      if (d.tokens[t].space_after) clue.context |= kSpaceAfter;
      first = first && clue.shape == Shape::mark;
      sheet.clues.push_back(clue);
    }
  }
  sheet.first.push_back(static_cast<Index>(sheet.clues.size()));
  if (pack.knowledge) mark_knowledge(*pack.knowledge, words, sheet.clues);
  mark_elsewhere(sheet);
}

}  // namespace greffier::names
