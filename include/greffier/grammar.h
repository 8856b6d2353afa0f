// Universal Dependencies' closed classes: parts of speech, features, relations (universaldependencies.org, version 2).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace greffier {

enum class Upos : std::uint8_t {
  ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X
};
inline constexpr std::size_t kUposCount = 17;

// Features as enums; `none` is the absence of the feature.
enum class Gender : std::uint8_t { none, Masc, Fem, Neut };
enum class Number : std::uint8_t { none, Sing, Plur };
enum class Person : std::uint8_t { none, First, Second, Third };
enum class Mood : std::uint8_t { none, Ind, Imp, Cnd, Sub };
enum class Tense : std::uint8_t { none, Past, Pres, Imp, Fut };
enum class VerbForm : std::uint8_t { none, Fin, Inf, Part, Ger };
enum class Voice : std::uint8_t { none, Pass, Act };
enum class PronType : std::uint8_t { none, Art, Dem, Ind, Int, Neg, Prs, Rel, Exc, Tot };
enum class NumType : std::uint8_t { none, Card, Ord, Frac, Mult, Range };
enum class Polarity : std::uint8_t { none, Neg, Pos };
enum class Definite : std::uint8_t { none, Def, Ind };
enum class Degree : std::uint8_t { none, Pos, Cmp, Sup };
enum class Case : std::uint8_t { none, Nom, Acc, Dat, Gen };

struct Feats {
  Gender gender : 2 = Gender::none;
  Number number : 2 = Number::none;
  Person person : 2 = Person::none;
  VerbForm verb_form : 3 = VerbForm::none;
  Mood mood : 3 = Mood::none;
  Tense tense : 3 = Tense::none;
  Voice voice : 2 = Voice::none;
  PronType pron_type : 4 = PronType::none;
  NumType num_type : 3 = NumType::none;
  Polarity polarity : 2 = Polarity::none;
  Definite definite : 2 = Definite::none;
  Degree degree : 2 = Degree::none;
  Case kase : 3 = Case::none;
  bool poss : 1 = false;
  bool reflex : 1 = false;
  bool foreign : 1 = false;
  bool abbr : 1 = false;
  friend bool operator==(const Feats&, const Feats&) = default;
};

// Universal relations. Subtypes are kept apart so that a test for "obl" also holds for "obl:agent".
enum class Deprel : std::uint8_t {
  none, acl, advcl, advmod, amod, appos, aux, case_, cc, ccomp, clf, compound, conj, cop, csubj, dep, det, discourse,
  dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nsubj, nummod, obj, obl, orphan, parataxis, punct,
  reparandum, root, vocative, xcomp
};
enum class Subtype : std::uint8_t {
  none, pass, agent, mod, arg, relcl, name, foreign, poss, subj, comp, caus, tense, outer, cleft, insert, obj, lvc,
  preconj, pv, appos, parenth, unknown
};

struct Relation {
  Deprel base = Deprel::none;
  Subtype subtype = Subtype::none;
  friend bool operator==(const Relation&, const Relation&) = default;
};

std::string_view spelling(Upos);
std::optional<Upos> upos_from(std::string_view);

// CoNLL-U's spelling ("Gender=Fem|Number=Sing", sorted, "_" for none) and back; features outside Feats are dropped.
std::string spelling(const Feats&);
Feats feats_from(std::string_view);
// Sets one feature, e.g. ("Mood", "Cnd"); false where Feats has no such feature or value.
bool set_feature(Feats&, std::string_view feature, std::string_view value);
// Features and their values by number, for code that tests them often; value 0 is the absence.
std::optional<std::uint8_t> feature_number(std::string_view feature);
std::optional<std::uint8_t> value_number(std::uint8_t feature, std::string_view value);
std::uint8_t feature_value(const Feats&, std::uint8_t feature);
std::span<const std::string_view> feature_names();
std::span<const std::string_view> relation_names();  // bases only

// "obl:agent" and back; an unknown base is `dep`, an unknown subtype `unknown`.
std::string spelling(Relation);
Relation relation_from(std::string_view);

}  // namespace greffier
