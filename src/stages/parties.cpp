#include "stages/parties.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "pack/vocabulary.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

constexpr int kDeepest = 4;  // complements of complements that are looked at

bool nominal(Upos upos) { return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON; }

// Sectors that exist within states; the others (the UN, an NGO, a rebel movement) have no country by default.
bool lives_in_a_state(Sector sector) {
  return sector != Sector::none && sector != Sector::igo && sector != Sector::ngo && sector != Sector::reb;
}

class Reader {
 public:
  Reader(const Pack& pack, const Workspace& workspace, const Document& document)
      : pack_(pack), index_(workspace.index), workspace_(workspace), doc_(document) {}

  PartyInfo read(Index head, int depth) const {
    if (const Index mention = mention_at(doc_, head); mention != kNone) return of_entity(doc_.mentions[mention].entity);
    PartyInfo info;
    info.sector = sector_of(head);
    info.country = country_by_adjective(head);
    const bool role = in_list(head, "role-noun");
    if (depth < kDeepest && (role || info.sector == Sector::none || info.country.empty())) complete(info, head, role, depth);
    return info;
  }

  Country own_country(const PartyInfo& info) const {
    return info.country.empty() && info.entity == kNone && lives_in_a_state(info.sector) ? workspace_.home : info.country;
  }

 private:
  PartyInfo of_entity(Index entity) const {
    const Entity& e = doc_.entities[entity];
    return {entity, e.country, e.sector == Sector::none && !e.country.empty() && e.type == EntityType::loc ? Sector::gov : e.sector};
  }

  // Fills what `info` lacks from the complements and the possessor.
  void complete(PartyInfo& info, Index head, bool role, int depth) const {
    for (Index c = index_.first_child[head]; c != kNone; c = index_.next_sibling[c]) {
      const Token& child = doc_.tokens[c];
      const bool complement = child.relation.base == Deprel::nmod || child.relation.base == Deprel::appos || child.relation.base == Deprel::flat;
      if (!complement || c < head || !nominal(child.upos)) continue;
      const PartyInfo whole = read(c, depth + 1);
      const bool place = whole.entity != kNone && doc_.entities[whole.entity].type == EntityType::loc;
      if (info.country.empty()) info.country = whole.country;
      if (whole.sector != Sector::none && ((role && !place) || info.sector == Sector::none)) {
        info.sector = whole.sector;
        if (role && !place) info.country = whole.country;
      }
    }
  }

  Sector sector_of(Index head) const {
    if (!pack_.knowledge || !nominal(doc_.tokens[head].upos)) return Sector::none;
    const PhraseTable& names = pack_.knowledge->noun_names();
    const Index begin = head > 0 && doc_.tokens[head - 1].head == head && doc_.tokens[head - 1].relation.base == Deprel::amod ? head - 1 : head;
    Index found = kNone;
    for (Index from = begin; from <= head && found == kNone; ++from) {
      std::array<Fingerprint, 4> words;
      const auto count = static_cast<Index>(std::min<std::size_t>(words.size(), doc_.tokens.size() - from));
      for (Index i = 0; i < count; ++i) words[i] = fingerprint(from + i == head ? doc_.lemma(doc_.tokens[head]) : doc_.form(doc_.tokens[from + i]));
      const auto hit = names.longest(words, 0, count);
      if (hit && from + hit.tokens.end > head) found = hit.first;
    }
    return found == kNone ? Sector::none : pack_.knowledge->nouns()[names.value(found).number].sector;
  }

  Country country_by_adjective(Index head) const {
    if (!pack_.knowledge) return {};
    if (const Demonym* own = pack_.knowledge->demonym(fingerprint(doc_.form(doc_.tokens[head])))) return own->country;
    for (Index c = index_.first_child[head]; c != kNone; c = index_.next_sibling[c]) {
      const Token& child = doc_.tokens[c];
      if (child.upos != Upos::ADJ && child.relation.base != Deprel::amod) continue;
      if (const Demonym* demonym = pack_.knowledge->demonym(fingerprint(doc_.form(child)))) return demonym->country;
    }
    return {};
  }

  bool in_list(Index token, std::string_view list) const {
    const ListId id = pack_.vocabulary ? pack_.vocabulary->list(list) : kNoList;
    return id != kNoList && index_.lemma.size() > token && pack_.vocabulary->in_list(index_.lemma[token], id);
  }

  const Pack& pack_;
  const TokenIndex& index_;
  const Workspace& workspace_;
  const Document& doc_;
};

bool is_name_of(const Document& d, Index token, Index head) {
  const Relation r = d.tokens[token].relation;
  return d.tokens[token].head == head && (r.base == Deprel::appos || r.base == Deprel::flat || r.subtype == Subtype::appos);
}

}  // namespace

Index head_of(const Document& d, TokenRange phrase) {
  Index noun = kNone;
  for (Index t = phrase.begin; t < phrase.end; ++t) {
    const Token& token = d.tokens[t];
    if (token.upos == Upos::PUNCT || token.relation.base == Deprel::case_ || token.relation.base == Deprel::det) continue;
    if (token.relation.base == Deprel::root || (token.head != kNone && !phrase.contains(token.head))) return t;
    if (noun == kNone && nominal(token.upos)) noun = t;
  }
  return noun == kNone ? phrase.begin : noun;
}

Index mention_at(const Document& d, Index head) {
  const TokenRange sentence = d.sentences[d.sentence_of(head)].tokens;
  const auto first = std::partition_point(d.mentions.begin(), d.mentions.end(), [&](const Mention& m) { return m.tokens.begin < sentence.begin; });
  Index beside = kNone;
  for (auto m = first; m != d.mentions.end() && m->tokens.begin < sentence.end; ++m) {
    if (m->entity == kNone) continue;
    const auto number = static_cast<Index>(m - d.mentions.begin());
    if (m->tokens.contains(head) && head_of(d, m->tokens) == head) return number;
    if (m->kind != MentionKind::name || beside != kNone) continue;
    const Index name = head_of(d, m->tokens);
    if (name > head && is_name_of(d, name, head)) beside = number;
  }
  return beside;
}

PartyInfo party_of(const Pack& pack, const Workspace& workspace, const Document& document, TokenRange phrase) {
  if (phrase.empty() || workspace.index.first_child.size() != document.tokens.size()) return {};
  const Reader reader(pack, workspace, document);
  PartyInfo info = reader.read(head_of(document, phrase), 0);
  info.country = reader.own_country(info);
  return info;
}

}  // namespace greffier
