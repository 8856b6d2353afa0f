#include "stages/entities/nouns.h"

#include <algorithm>
#include <array>

#include "pack/knowledge.h"
#include "stages/entities/tree.h"

namespace greffier::entities {
namespace {

constexpr std::size_t kLongestNoun = 6;  // words

// A place's name begins with a capital.
bool small_letter(std::string_view form) { return !form.empty() && form[0] >= 'a' && form[0] <= 'z'; }

Fingerprint lemma_at(const Document& d, Index token) { return fingerprint(d.lemma(d.tokens[token])); }

// The longest entry that begins at `from` and holds `noun`, read by its form or its lemma ("forces de l'ordre", "juges").
PhraseTable::Hit entry_at(const Knowledge& knowledge, const Workspace& workspace, const Document& d, Index from, Index noun) {
  std::array<Fingerprint, kLongestNoun> words;
  const auto count = static_cast<Index>(std::min<std::size_t>(words.size(), d.tokens.size() - from));
  for (Index i = 0; i < count; ++i) words[i] = workspace.words[from + i];
  const auto by_form = knowledge.noun_names().longest(words, 0, count);
  words[noun - from] = lemma_at(d, noun);
  auto by_lemma = knowledge.noun_names().longest(words, 0, count);
  if (noun - from + 1 < count && d.tokens[noun + 1].upos == Upos::ADJ) {  // "prisonniers politiques"
    words[noun - from + 1] = lemma_at(d, noun + 1);
    if (const auto both = knowledge.noun_names().longest(words, 0, count); both && both.tokens.size() > by_lemma.tokens.size())
      by_lemma = both;
  }
  return by_form && (!by_lemma || by_form.tokens.end > by_lemma.tokens.end) ? by_form : by_lemma;
}

const KnownNoun* known_noun(const Knowledge& knowledge, const Workspace& workspace, const Document& d, Index noun,
                            Index& words_taken) {
  const Index begin = noun > 0 && d.tokens[noun - 1].head == noun && is(d.tokens[noun - 1], Deprel::amod) ? noun - 1 : noun;
  for (Index from = begin; from <= noun; ++from) {
    const auto hit = entry_at(knowledge, workspace, d, from, noun);
    if (!hit || from + hit.tokens.end <= noun) continue;
    words_taken = hit.tokens.size();
    return &knowledge.nouns()[knowledge.noun_names().value(hit.first).number];
  }
  return nullptr;
}

}  // namespace

std::string_view list_value(const Pack& pack, const Workspace& workspace, Index token, std::string_view list) {
  const ListId id = pack.vocabulary ? pack.vocabulary->list(list) : kNoList;
  return id == kNoList || token >= workspace.index.lemma.size() ? std::string_view()
                                                                : pack.vocabulary->value(workspace.index.lemma[token], id);
}

bool in_list(const Pack& pack, const Workspace& workspace, Index token, std::string_view list) {
  const ListId id = pack.vocabulary ? pack.vocabulary->list(list) : kNoList;
  return id != kNoList && token < workspace.index.lemma.size() && pack.vocabulary->in_list(workspace.index.lemma[token], id);
}

NounSense sense_of(const Pack& pack, const Workspace& workspace, const Document& d, Index token) {
  NounSense sense;
  sense.lemma = lemma_at(d, token).hash;
  sense.gender = d.tokens[token].feats.gender;
  if (in_list(pack, workspace, token, "country-noun")) sense.kind = NounKind::country;
  const KnownNoun* noun = pack.knowledge ? known_noun(*pack.knowledge, workspace, d, token, sense.words) : nullptr;
  if (noun == nullptr || sense.kind == NounKind::country) return sense;
  sense.kind = noun->kind == "person" ? NounKind::person : noun->kind == "institution" ? NounKind::body : NounKind::other;
  sense.sector = noun->sector;
  sense.entry = noun->lemma;
  if (sense.gender == Gender::none) sense.gender = noun->gender;
  return sense;
}

bool modified(const Pack& pack, const Workspace& workspace, Index noun, std::string_view list) {
  const TokenIndex& index = workspace.index;
  const ListId id = pack.vocabulary ? pack.vocabulary->list(list) : kNoList;
  if (id == kNoList) return false;
  for (Index k = index.first_child[noun]; k != kNone; k = index.next_sibling[k])
    if (pack.vocabulary->in_list(index.form[k], id) || pack.vocabulary->in_list(index.lemma[k], id)) return true;
  return false;
}

bool is_state(const Pack& pack, const Document& d, Index entity) {
  const KnownThing* state = pack.knowledge ? pack.knowledge->state(d.entities[entity].country) : nullptr;
  return state != nullptr && d.pooled(d.entities[entity].kb) == state->id;
}

Country country_at(const Pack& pack, const Workspace& workspace, const Document& d, Index noun) {
  if (!pack.knowledge) return {};
  const TokenIndex& index = workspace.index;
  for (Index c = index.first_child[noun]; c != kNone; c = index.next_sibling[c]) {
    const Token& child = d.tokens[c];
    if (is(child, Deprel::amod) || child.upos == Upos::ADJ || c == noun + 1) {
      if (const Demonym* demonym = pack.knowledge->demonym(fingerprint(d.form(child)))) return demonym->country;
    } else if (is(child, Deprel::nmod) && c > noun && !small_letter(d.form(child))) {
      const auto hit = pack.knowledge->thing_names().longest(
          workspace.words, c, std::min<Index>(c + 6, static_cast<Index>(workspace.words.size())));
      if (!hit) continue;
      const KnownThing& thing = pack.knowledge->things()[pack.knowledge->thing_names().value(hit.first).number];
      if (thing.type == EntityType::loc) return thing.country;
    }
  }
  return {};
}

}  // namespace greffier::entities
