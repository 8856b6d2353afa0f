// A verb's own mood and tense, then what its auxiliaries say; a participle without one is past; an infinitive looks
// forward from the verb above it, unless that verb itself is past. Tested in tests/unit/times_tense_test.cpp.
#include "stages/times/tense.h"

#include "stages/times/heads.h"

namespace greffier::times {
namespace {

constexpr int kMaxClimb = 12;

Tense of_finite(const Feats& f) {
  if (f.mood == Mood::Cnd) return Tense::future;
  if (f.tense == greffier::Tense::Fut) return Tense::future;
  if (f.tense == greffier::Tense::Past || f.tense == greffier::Tense::Imp) return Tense::past;
  return f.tense == greffier::Tense::Pres ? Tense::present : Tense::none;
}

struct Auxiliaries {
  Tense active = Tense::none;   // have, be of the compound tenses, modal
  Tense passive = Tense::none;
  Tense copula = Tense::none;
  bool conditional = false;     // of the active ones
  bool any = false;
};

Auxiliaries auxiliaries_of(const Document& d, const TokenIndex& index, Index verb) {
  Auxiliaries out;
  for (Index c = index.first_child[verb]; c != kNone; c = index.next_sibling[c]) {
    const Token& t = d.tokens[c];
    if (t.relation.base == Deprel::cop) out.copula = of_finite(t.feats);
    if (t.relation.base != Deprel::aux) continue;
    out.any = true;
    const bool passive = t.relation.subtype == Subtype::pass;
    const bool reflexive = c > 0 && d.tokens[c - 1].head == verb && d.tokens[c - 1].feats.reflex;  // "has opened itself"
    (passive && !reflexive ? out.passive : out.active) = of_finite(t.feats);
    out.conditional = out.conditional || (!passive && t.feats.mood == Mood::Cnd);
  }
  return out;
}

// "has said", "would have said" are past; "is held" takes the tense of its auxiliary.
Tense of_participle(const Auxiliaries& aux, const Feats& f) {
  if (aux.active == Tense::future && !aux.conditional) return Tense::future;
  if (aux.active != Tense::none) return Tense::past;
  if (aux.passive != Tense::none) return aux.passive;
  return aux.any || f.tense == greffier::Tense::Past ? Tense::past : Tense::none;
}

// Taggers read "is come" as a passive.
bool takes_be(const TokenIndex& index, const Vocabulary& vocabulary, Index verb) {
  const ListId list = vocabulary.list("verb-with-be");
  return list != kNoList && index.lemma[verb] != 0 && vocabulary.in_list(index.lemma[verb], list);
}

// Whether a predicate is told in the present: its own form, or that of the copula before it.
bool present(const Document& d, Index predicate) {
  if (d.tokens[predicate].feats.verb_form == VerbForm::Fin) return d.tokens[predicate].feats.tense == greffier::Tense::Pres;
  for (Index back = 1; back <= 4 && back <= predicate; ++back) {
    const Token& t = d.tokens[predicate - back];
    if (t.head == predicate && t.relation.base == Deprel::cop) return t.feats.tense == greffier::Tense::Pres;
  }
  return false;
}

// "A call made on Monday has alarmed": what the main clause is about happened then.
bool describes_subject(const Document& d, const Token& verb) {
  if (verb.relation.base != Deprel::acl || verb.feats.verb_form != VerbForm::Part || verb.head == kNone) return false;
  const Token& noun = d.tokens[verb.head];
  return noun.relation.base == Deprel::nsubj && noun.head != kNone && d.tokens[noun.head].head == kNone &&
         !present(d, noun.head);
}

// "The strike having begun on Monday": it only goes before what the clause tells.
bool absolute(const Document& d, Index verb) {
  if (d.tokens[verb].relation.base != Deprel::advcl && d.tokens[verb].relation.base != Deprel::acl) return false;
  for (Index back = 1; back <= 3 && back <= verb; ++back) {
    const Token& t = d.tokens[verb - back];
    if (t.head == verb && t.relation.base == Deprel::aux && t.feats.verb_form == VerbForm::Part &&
        t.feats.tense == greffier::Tense::Pres)
      return true;
  }
  return false;
}

// A participle without an auxiliary that stands beside its main clause: "Arrested in 2014, they admit".
bool bare_participle(const Document& d, Index verb) {
  const Token& t = d.tokens[verb];
  return t.relation.base == Deprel::advcl && t.feats.verb_form == VerbForm::Part && t.feats.tense == greffier::Tense::Past;
}

// "Expected on Monday", "the vote planned for May" (`verb-ahead`); "the truce ends on Friday" (`verb-opening`).
bool looks_ahead(const TokenIndex& index, const Vocabulary& vocabulary, Index verb, std::string_view name) {
  const ListId list = vocabulary.list(name);
  return list != kNoList && index.lemma[verb] != 0 && vocabulary.in_list(index.lemma[verb], list);
}

bool is_verb(const Token& t) { return t.upos == Upos::VERB || t.upos == Upos::AUX; }

}  // namespace

Tense tense_of_verb(const Document& d, const TokenIndex& index, const Vocabulary& vocabulary, Index verb) {
  const Feats& f = d.tokens[verb].feats;
  const Auxiliaries aux = auxiliaries_of(d, index, verb);
  if (aux.copula == Tense::present && takes_be(index, vocabulary, verb)) return Tense::past;  // "is dead" read as an adjective
  if (aux.copula != Tense::none) return aux.copula;
  if (f.verb_form == VerbForm::Part && aux.passive == Tense::present && takes_be(index, vocabulary, verb)) return Tense::past;
  const bool finished = aux.active != Tense::none || aux.passive == Tense::past;
  if (f.verb_form == VerbForm::Part && !finished && looks_ahead(index, vocabulary, verb, "verb-ahead")) return Tense::future;
  if (f.verb_form == VerbForm::Part) return of_participle(aux, f);
  if (f.verb_form == VerbForm::Inf) return aux.any ? Tense::past : Tense::none;
  const bool opens = of_finite(f) == Tense::present && looks_ahead(index, vocabulary, verb, "verb-opening");
  return opens ? Tense::future : of_finite(f);
}

Tense tense_above(const Document& d, const TokenIndex& index, const Vocabulary& vocabulary, TokenRange tokens) {
  bool infinitive = false, nominal = false;
  Index at = governor(d, tokens);
  for (int step = 0; at != kNone && step < kMaxClimb; ++step, at = d.tokens[at].head) {
    const Tense tense = tense_of_verb(d, index, vocabulary, at);
    if (!is_verb(d.tokens[at]) && tense == Tense::none) nominal = true;
    if (d.tokens[at].feats.verb_form == VerbForm::Inf && tense == Tense::none) infinitive = true;
    if (tense == Tense::none) continue;
    if (infinitive) return tense == Tense::past ? Tense::none : Tense::future;
    return nominal && tense == Tense::present ? Tense::none : tense;
  }
  return Tense::none;
}

bool hangs_on_story(const Document& d, TokenRange tokens) {
  const Token& head = d.tokens[head_token(d, tokens)];
  Index at = governor(d, tokens);
  const bool lifted = at != head.head;
  if (!lifted && (head.relation.base == Deprel::nmod || head.relation.base == Deprel::appos)) return false;
  for (int step = 0; at != kNone && step < kMaxClimb; ++step, at = d.tokens[at].head) {
    const Token& t = d.tokens[at];
    if (describes_subject(d, t)) return true;
    if (t.relation.base == Deprel::acl || t.relation.base == Deprel::nmod) return false;
    if (is_verb(t)) return !absolute(d, at) && !(bare_participle(d, at) && t.head != kNone && present(d, t.head));
  }
  return true;
}

}  // namespace greffier::times
