// Many nouns for people are adjectives as well, and before an adjective of nationality a tagger may take both for adjectives,
// or the nationality for the noun. A word that the pack knows as a noun for people is the noun where a determiner, a number or
// a preposition stands before it and no other noun behind it. Behind a name and a comma a participle before a name or
// adjective is such a noun too ("X, delegate of the union"); a title before a name is a noun.
// Limits: the plural is found by its last letter alone. Tested in tests/golden/tags.case.
#include "stages/mend_tags.h"

#include "base/utf8.h"
#include "pack/knowledge.h"
#include "pack/vocabulary.h"

namespace greffier {
namespace {

const KnownNoun* people_noun(const Knowledge& knowledge, std::string_view form) {
  const auto noun = [&](std::string_view word) -> const KnownNoun* {
    const Index value = knowledge.noun_names().find(fingerprint(word));
    const KnownNoun* known = value == kNone ? nullptr : &knowledge.nouns()[knowledge.noun_names().value(value).number];
    return known != nullptr && known->kind == "person" ? known : nullptr;
  };
  const KnownNoun* whole = noun(form);
  return whole != nullptr || form.size() <= 3 ? whole : noun(form.substr(0, form.size() - 1));
}

// What stands before a noun without an adjective: "the", "thirty", "thousand", "of".
bool opens_phrase(const Pack& pack, const Document& d, Index t) {
  const Upos upos = d.tokens[t].upos;
  if (upos == Upos::DET || upos == Upos::NUM || upos == Upos::ADP) return true;
  const Vocabulary& v = *pack.vocabulary;
  return upos == Upos::NOUN && v.in_list(v.find(utf8::folded(d.form(d.tokens[t]))), v.list("number"));
}

bool nationality(const Knowledge& knowledge, std::string_view form) {
  return !utf8::is_upper(utf8::decode(form, 0).point) && knowledge.demonym(fingerprint(form)) != nullptr;
}

bool noun_at(const Document& d, Index t, Index end) {
  return t < end && (d.tokens[t].upos == Upos::NOUN || d.tokens[t].upos == Upos::PROPN);
}

// "X, delegate CGT, …"
bool stands_for_office(const Document& d, TokenRange sentence, Index t) {
  if (d.tokens[t].upos != Upos::VERB || d.tokens[t].feats.verb_form != VerbForm::Part || t < sentence.begin + 2) return false;
  if (d.form(d.tokens[t - 1]) != "," || d.tokens[t - 2].upos != Upos::PROPN || t + 1 >= sentence.end) return false;
  return d.tokens[t + 1].upos == Upos::PROPN || d.tokens[t + 1].upos == Upos::ADJ || d.tokens[t + 1].upos == Upos::ADP;
}

// An office rather than what was done to somebody ("X, accused of …", "X, hurt in …").
bool office(const KnownNoun* noun) { return noun != nullptr && noun->sector != Sector::crm && noun->sector != Sector::cvl; }

// A title with a capital, and a name behind it.
bool title(const Pack& pack, const Document& d, TokenRange sentence, Index t) {
  const Vocabulary& v = *pack.vocabulary;
  const std::string_view form = d.form(d.tokens[t]);
  if (noun_at(d, t, sentence.end) || t + 1 >= sentence.end || !utf8::is_upper(utf8::decode(form, 0).point)) return false;
  return d.tokens[t + 1].upos == Upos::PROPN && v.in_list(v.find(utf8::folded(form)), v.list("name-title"));
}

}  // namespace

void mend_tags(const Pack& pack, Document& d, TokenRange sentence) {
  if (!pack.knowledge || !pack.vocabulary) return;
  const Knowledge& knowledge = *pack.knowledge;
  for (Index t = sentence.begin; t < sentence.end; ++t)
    if (title(pack, d, sentence, t)) d.tokens[t].upos = Upos::NOUN, d.tokens[t].feats = Feats();
  for (Index t = sentence.begin + 1; t < sentence.end; ++t) {
    if (stands_for_office(d, sentence, t) && office(people_noun(knowledge, d.form(d.tokens[t])))) {
      d.tokens[t].upos = Upos::NOUN;
      d.tokens[t].feats.verb_form = VerbForm::none;
      continue;
    }
    if (d.tokens[t].upos != Upos::ADJ || !opens_phrase(pack, d, t - 1)) continue;
    const bool noun = noun_at(d, t + 1, sentence.end);
    const bool later = !noun && noun_at(d, t + 2, sentence.end) && d.tokens[t + 1].upos == Upos::ADJ;
    if (later || (d.tokens[t - 1].upos == Upos::ADP && !noun)) continue;
    if (noun && !nationality(knowledge, d.form(d.tokens[t + 1]))) continue;
    if (people_noun(knowledge, d.form(d.tokens[t])) == nullptr) continue;
    d.tokens[t].upos = Upos::NOUN;
    if (noun) d.tokens[t + 1].upos = Upos::ADJ;
  }
}

}  // namespace greffier
