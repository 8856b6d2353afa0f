#include "stages/entities/appositions.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/entities/nouns.h"
#include "stages/entities/tree.h"
#include "stages/parties.h"
#include "stages/phrases.h"

namespace greffier::entities {
namespace {

constexpr Index kLongestDescription = 20;  // words; longer ones are a parser's error

class Reader {
 public:
  Reader(const Pack& pack, Workspace& workspace, Document& document)
      : pack_(pack),
        workspace_(workspace),
        index_(workspace.index),
        doc_(document),
        origin_(document.origin_of("apposition")) {}

  void read(const Mention& name) {
    if (name.type != EntityType::per && name.type != EntityType::org) return;
    sentence_ = doc_.sentences[doc_.sentence_of(name.tokens.begin)].tokens;
    before(name);
    behind(name);
  }

 private:
  bool describes(const Mention& name, Index noun) const {
    const Token& token = doc_.tokens[noun];
    if (token.upos != Upos::NOUN || token.feats.number == Number::Plur || in_name(noun) ||
        in_list(pack_, workspace_, noun, "noun-mass"))
      return false;
    const NounKind kind = sense_of(pack_, workspace_, doc_, noun).kind;
    return name.type == EntityType::per ? kind == NounKind::person : kind == NounKind::body;
  }

  // "l'un de ses avocats", "une des ministres".
  bool one_of(const Mention& name, Index begin, Index noun) const {
    const bool several =
        name.type == EntityType::per && doc_.tokens[noun].upos == Upos::NOUN && doc_.tokens[noun].feats.number == Number::Plur;
    if (!several || noun - begin > 5 || sense_of(pack_, workspace_, doc_, noun).kind != NounKind::person) return false;
    for (Index t = begin; t + 1 < noun; ++t)
      if (doc_.tokens[t + 1].upos == Upos::ADP && one(t)) return true;
    return false;
  }
  bool one(Index token) const {
    const ListId list = pack_.vocabulary ? pack_.vocabulary->list("number-one") : kNoList;
    return list != kNoList && pack_.vocabulary->in_list(index_.form[token], list);
  }

  // Whether a word may stand between a description's noun and the name.
  bool within(Index token) const {
    switch (doc_.tokens[token].upos) {
      case Upos::ADJ:
      case Upos::ADP:
      case Upos::DET:
      case Upos::NOUN:
      case Upos::PROPN:
      case Upos::NUM:
      case Upos::ADV:
        return true;
      case Upos::PRON: return one(token);
      default: return nationality(token);
    }
  }
  // Whatever the tagger made of a rare adjective.
  bool nationality(Index token) const {
    return pack_.knowledge && pack_.knowledge->demonym(workspace_.words[token]) != nullptr;
  }
  bool in_name(Index token) const { return token < index_.layers.size() && (index_.layers[token] & kInName) != 0; }
  // "le bureau de X": X is a complement.
  bool complement(Index name) const {
    Index t = name;
    if (t > sentence_.begin && doc_.tokens[t - 1].upos == Upos::DET) --t;
    return t > sentence_.begin && doc_.tokens[t - 1].upos == Upos::ADP;
  }
  bool comma(Index token) const { return doc_.text(doc_.tokens[token].place) == ","; }
  bool opening(Index token) const {
    const std::string_view form = doc_.text(doc_.tokens[token].place);
    return doc_.tokens[token].upos == Upos::PUNCT && form != "," && form != "." && form != "(" && form != ":" && form != ";" &&
           form != "–" && form != "—";
  }

  // The nearest fitting noun to the left, over nothing but its own complements, and one comma or quotation mark.
  void before(const Mention& name) {
    if (complement(name.tokens.begin)) return;
    Index t = over_nationality(name, name.tokens.begin);
    bool apart = false;
    if (t > sentence_.begin && (comma(t - 1) || (name.type == EntityType::org && opening(t - 1)))) apart = comma(--t);
    if (apart && !ends_phrase(name.tokens.end)) return;
    const Index end = t;
    for (Index steps = 0; t > sentence_.begin && steps < kLongestDescription; ++steps) {
      --t;
      if (!within(t)) return;
      if (!describes(name, t)) continue;
      TokenRange range{left_edge(t), end};
      if (apart && (!introduced(t) || names_person({t, end}))) return;
      add(name, t, without_contraction(doc_, range), !apart && name.type == EntityType::per && bare(range, t));
      return further(name, range.begin);
    }
  }

  // A person named within the words, and not by "of": they describe that one ("le ministre Y, le maire X").
  bool names_person(TokenRange range) const {
    for (Index t = range.begin; t < range.end; ++t) {
      const bool person = in_name(t) && (index_.layers[t] & kNameType) >> 4 == static_cast<unsigned>(EntityType::per);
      if (person && (t == range.begin || !in_name(t - 1)) && !complement(t)) return true;
    }
    return false;
  }

  // "l'émissaire de l'ONU, l'Autrichien X": a nationality between the description and the name.
  Index over_nationality(const Mention& name, Index t) {
    if (name.type != EntityType::per || t < sentence_.begin + 2 || !nationality(t - 1) || doc_.tokens[t - 2].upos != Upos::DET)
      return t;
    const TokenRange range{t - 2, t};
    workspace_.entities.added.push_back({doc_.place_of(range), range, name.entity, MentionKind::nominal, name.type, origin_});
    return t - 2;
  }

  // "le porte-parole de l'armée, le colonel X": one more description before the first, if it begins the sentence or clause.
  void further(const Mention& name, Index before) {
    if (name.type != EntityType::per || before <= sentence_.begin + 1 || !comma(before - 1)) return;
    for (Index t = before - 1, steps = 0; t > sentence_.begin && steps < kLongestDescription; ++steps) {
      --t;
      if (!within(t)) return;
      if (!describes(name, t)) continue;
      const Index left = left_edge(t);
      const bool opens =
          left == sentence_.begin || doc_.tokens[left - 1].upos == Upos::PUNCT || doc_.tokens[left - 1].upos == Upos::VERB;
      if (opens && introduced(t) && !names_person({left, before - 1}))
        add(name, t, without_contraction(doc_, {left, before - 1}), false);
      return;
    }
  }

  // With an article: "la ministre, X, …", "un porte-parole, X, …".
  bool introduced(Index noun) const { return definite(doc_, index_, noun) || child(doc_, index_, noun, Deprel::det) != kNone; }

  bool ends_phrase(Index t) const {
    if (t >= sentence_.end) return false;
    const Upos upos = doc_.tokens[t].upos;
    return upos == Upos::PUNCT || upos == Upos::VERB || upos == Upos::AUX;
  }

  // The determiner and the adjectives before a noun.
  Index left_edge(Index noun) const {
    Index left = noun;
    while (left > sentence_.begin && (doc_.tokens[left - 1].upos == Upos::ADJ || doc_.tokens[left - 1].upos == Upos::DET ||
                                      (doc_.tokens[left - 1].upos == Upos::ADV && doc_.tokens[left - 1].head != kNone &&
                                       doc_.tokens[left - 1].head < noun && doc_.tokens[left - 1].head >= left)))
      --left;
    return left;
  }

  // A title and no more: "le président" in "le président X".
  bool bare(TokenRange range, Index noun) const {
    for (Index t = range.begin; t < range.end; ++t)
      if (t != noun && doc_.tokens[t].upos != Upos::DET && doc_.tokens[t].upos != Upos::ADP && !(t + 1 == noun && ordinal(t)))
        return false;
    return true;
  }
  bool ordinal(Index token) const {
    return doc_.tokens[token].feats.num_type == NumType::Ord || sense_of(pack_, workspace_, doc_, token + 1).words > 1;
  }

  // "X, noun …" and "X (noun …)", up to the next mark or relative clause.
  void behind(const Mention& name) {
    Index t = name.tokens.end;
    if (t >= sentence_.end || (!comma(t) && doc_.text(doc_.tokens[t].place) != "(")) return;
    const Index begin = t + 1;
    Index noun = kNone;
    for (t = begin; t < sentence_.end && t - begin < kLongestDescription; ++t) {
      const Token& token = doc_.tokens[t];
      if (token.upos == Upos::PUNCT || token.feats.pron_type == PronType::Rel) break;
      if (noun == kNone && token.upos == Upos::NOUN) {
        if (!describes(name, t) && !one_of(name, begin, t)) return;
        noun = t;
      } else if (noun == kNone && !within(t)) {
        return;
      } else if (token.upos == Upos::VERB || token.upos == Upos::AUX) {
        if (token.feats.verb_form != VerbForm::Part) return;
      } else if (token.upos == Upos::CCONJ || token.upos == Upos::ADV) {
        break;
      }
    }
    if (noun == kNone || doc_.tokens[begin].upos == Upos::ADP) return;
    while (t > noun + 1 && doc_.tokens[t - 1].upos == Upos::ADP) --t;
    add(name, noun, without_contraction(doc_, trimmed(doc_, {begin, t})), false);
  }

  void add(const Mention& name, Index noun, TokenRange range, bool only_title) {
    if (range.empty() || range.size() > kLongestDescription || !range.contains(noun)) return;
    const NounSense sense = sense_of(pack_, workspace_, doc_, noun);
    if (!only_title)
      workspace_.entities.added.push_back({doc_.place_of(range), range, name.entity, MentionKind::nominal, name.type, origin_});
    const Index complement = child(doc_, index_, noun, Deprel::nmod);
    const std::uint64_t word =
        complement == kNone || range.end <= complement ? 0 : fingerprint(doc_.form(doc_.tokens[complement])).hash;
    workspace_.entities.roles.push_back({name.entity, sense.lemma, word, country_at(pack_, workspace_, doc_, noun), noun,
                                         modified(pack_, workspace_, noun, "office-past")});
    Facts& facts = workspace_.entities.facts[name.entity];
    if (facts.gender == Gender::none) facts.gender = sense.gender;
    if (facts.noun == kNone) facts.noun = noun;
  }

  const Pack& pack_;
  Workspace& workspace_;
  const TokenIndex& index_;
  Document& doc_;
  Origin origin_;
  TokenRange sentence_;
};

}  // namespace

void read_appositions(const Pack& pack, Workspace& workspace, Document& document) {
  Reader reader(pack, workspace, document);
  for (const Mention& name : document.mentions) reader.read(name);
}

}  // namespace greffier::entities
