// The spellings of Universal Dependencies' closed classes. Tested in tests/unit/grammar_test.cpp.
#include "greffier/grammar.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace greffier {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, kUposCount> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                            "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                            "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 4> kGender = {"", "Masc", "Fem", "Neut"};
constexpr std::array<std::string_view, 3> kNumber = {"", "Sing", "Plur"};
constexpr std::array<std::string_view, 4> kPerson = {"", "1", "2", "3"};
constexpr std::array<std::string_view, 5> kMood = {"", "Ind", "Imp", "Cnd", "Sub"};
constexpr std::array<std::string_view, 5> kTense = {"", "Past", "Pres", "Imp", "Fut"};
constexpr std::array<std::string_view, 5> kVerbForm = {"", "Fin", "Inf", "Part", "Ger"};
constexpr std::array<std::string_view, 3> kVoice = {"", "Pass", "Act"};
constexpr std::array<std::string_view, 10> kPronType = {"", "Art", "Dem", "Ind", "Int", "Neg", "Prs", "Rel", "Exc", "Tot"};
constexpr std::array<std::string_view, 6> kNumType = {"", "Card", "Ord", "Frac", "Mult", "Range"};
constexpr std::array<std::string_view, 3> kPolarity = {"", "Neg", "Pos"};
constexpr std::array<std::string_view, 3> kDefinite = {"", "Def", "Ind"};
constexpr std::array<std::string_view, 4> kDegree = {"", "Pos", "Cmp", "Sup"};
constexpr std::array<std::string_view, 5> kCase = {"", "Nom", "Acc", "Dat", "Gen"};
constexpr std::array<std::string_view, 2> kYes = {"", "Yes"};

constexpr std::array<std::string_view, 38> kDeprel = {
    "_",     "acl",      "advcl",     "advmod", "amod",       "appos", "aux",      "case",      "cc",         "ccomp",
    "clf",   "compound", "conj",      "cop",    "csubj",      "dep",   "det",      "discourse", "dislocated", "expl",
    "fixed", "flat",     "goeswith",  "iobj",   "list",       "mark",  "nmod",     "nsubj",     "nummod",     "obj",
    "obl",   "orphan",   "parataxis", "punct",  "reparandum", "root",  "vocative", "xcomp"};
constexpr std::array<std::string_view, 22> kSubtype = {"",     "pass", "agent",   "mod",  "arg",   "relcl",  "name",  "foreign",
                                                       "poss", "subj", "comp",    "caus", "tense", "outer",  "cleft", "insert",
                                                       "obj",  "lvc",  "preconj", "pv",   "appos", "parenth"};

std::size_t index_of(Names names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// One feature: its name, its values' names, and how to read and write it.
struct Feature {
  std::string_view name;
  Names values;
  std::size_t (*read)(const Feats&);
  void (*write)(Feats&, std::size_t);
};

#define GREFFIER_FEATURE(NAME, FIELD, TYPE, VALUES)                              \
  Feature {                                                                      \
    NAME, VALUES, [](const Feats& f) { return static_cast<std::size_t>(f.FIELD); }, \
        [](Feats& f, std::size_t v) { f.FIELD = static_cast<TYPE>(v); }          \
  }

// Sorted by name without regard to case, as CoNLL-U demands.
const std::array<Feature, 17> kFeatures = {
    GREFFIER_FEATURE("Abbr", abbr, bool, kYes),
    GREFFIER_FEATURE("Case", kase, Case, kCase),
    GREFFIER_FEATURE("Definite", definite, Definite, kDefinite),
    GREFFIER_FEATURE("Degree", degree, Degree, kDegree),
    GREFFIER_FEATURE("Foreign", foreign, bool, kYes),
    GREFFIER_FEATURE("Gender", gender, Gender, kGender),
    GREFFIER_FEATURE("Mood", mood, Mood, kMood),
    GREFFIER_FEATURE("Number", number, Number, kNumber),
    GREFFIER_FEATURE("NumType", num_type, NumType, kNumType),
    GREFFIER_FEATURE("Person", person, Person, kPerson),
    GREFFIER_FEATURE("Polarity", polarity, Polarity, kPolarity),
    GREFFIER_FEATURE("Poss", poss, bool, kYes),
    GREFFIER_FEATURE("PronType", pron_type, PronType, kPronType),
    GREFFIER_FEATURE("Reflex", reflex, bool, kYes),
    GREFFIER_FEATURE("Tense", tense, Tense, kTense),
    GREFFIER_FEATURE("VerbForm", verb_form, VerbForm, kVerbForm),
    GREFFIER_FEATURE("Voice", voice, Voice, kVoice),
};
#undef GREFFIER_FEATURE

}  // namespace

std::string_view spelling(Upos upos) { return kUpos[static_cast<std::size_t>(upos)]; }

std::optional<Upos> upos_from(std::string_view text) {
  const std::size_t i = index_of(kUpos, text);
  if (i == kUpos.size()) return std::nullopt;
  return static_cast<Upos>(i);
}

std::string spelling(const Feats& feats) {
  std::string out;
  for (const Feature& feature : kFeatures) {
    const std::string_view value = feature.values[feature.read(feats)];
    if (value.empty()) continue;
    if (!out.empty()) out += '|';
    out += feature.name;
    out += '=';
    out += value;
  }
  return out.empty() ? "_" : out;
}

std::optional<std::uint8_t> feature_number(std::string_view name) {
  const auto at = std::find_if(kFeatures.begin(), kFeatures.end(), [&](const Feature& f) { return f.name == name; });
  if (at == kFeatures.end()) return std::nullopt;
  return static_cast<std::uint8_t>(at - kFeatures.begin());
}

std::optional<std::uint8_t> value_number(std::uint8_t feature, std::string_view value) {
  const Names values = kFeatures[feature].values;
  const std::size_t i = index_of(values, value);
  if (i == values.size()) return std::nullopt;
  return static_cast<std::uint8_t>(i);
}

std::uint8_t feature_value(const Feats& feats, std::uint8_t feature) {
  return static_cast<std::uint8_t>(kFeatures[feature].read(feats));
}

std::span<const std::string_view> feature_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> out;
    out.reserve(std::size(kFeatures));
    for (const Feature& feature : kFeatures) out.push_back(feature.name);
    return out;
  }();
  return names;
}

std::span<const std::string_view> relation_names() { return kDeprel; }

bool set_feature(Feats& feats, std::string_view name, std::string_view value) {
  const auto feature = feature_number(name);
  const auto number = feature ? value_number(*feature, value) : std::nullopt;
  if (number) kFeatures[*feature].write(feats, *number);
  return number.has_value();
}

Feats feats_from(std::string_view text) {
  Feats feats;
  while (!text.empty()) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    const std::string_view pair = text.substr(0, bar);
    if (const std::size_t equals = pair.find('='); equals != std::string_view::npos)
      set_feature(feats, pair.substr(0, equals), pair.substr(equals + 1));
    text.remove_prefix(std::min(bar + 1, text.size()));
  }
  return feats;
}

std::string spelling(Relation relation) {
  std::string out(kDeprel[static_cast<std::size_t>(relation.base)]);
  if (relation.subtype == Subtype::none || relation.subtype == Subtype::unknown) return out;
  return out + ':' + std::string(kSubtype[static_cast<std::size_t>(relation.subtype)]);
}

Relation relation_from(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  Relation relation;
  const std::size_t base = index_of(kDeprel, text.substr(0, colon));
  relation.base = base < kDeprel.size() ? static_cast<Deprel>(base) : Deprel::dep;
  if (colon == text.size()) return relation;
  const std::size_t subtype = index_of(kSubtype, text.substr(colon + 1));
  relation.subtype = subtype < kSubtype.size() ? static_cast<Subtype>(subtype) : Subtype::unknown;
  return relation;
}

}  // namespace greffier
