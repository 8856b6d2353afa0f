#include "stages/parties.h"

#include <algorithm>

#include "base/utf8.h"
#include "stages/entities/nouns.h"
#include "stages/entities/tree.h"
#include "pack/knowledge.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

constexpr std::size_t kLongestTitle = 4;  // bytes
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
    const Index mention = mention_at(doc_, head);
    return mention != kNone ? of_entity(doc_.mentions[mention].entity) : describe(head, depth);
  }

  // By the words of the phrase alone.
  PartyInfo describe(Index head, int depth) const {
    PartyInfo info;
    if (nominal(doc_.tokens[head].upos)) info.sector = entities::sense_of(pack_, workspace_, doc_, head).sector;
    info.country = country_by_adjective(head);
    if (info.country.empty()) info.country = Country(entities::list_value(pack_, workspace_, head, "noun-country"));
    if (info.sector == Sector::none && people_of_a_nation(head)) info.sector = Sector::cvl;
    if (info.sector == Sector::none) info.sector = worker(head);
    const bool role = entities::in_list(pack_, workspace_, head, "role-noun");
    if (depth < kDeepest && (role || info.sector == Sector::none || info.country.empty())) complete(info, head, role, depth);
    return info;
  }

  // Where nothing else says its country, a trade that states have is the article's own.
  PartyInfo at_home(Index head, PartyInfo info) const {
    if (info.entity == kNone && info.country == Country("EU")) {  // of the Union as a whole
      info.country = {};
      if (info.sector == Sector::gov || info.sector == Sector::none) info.sector = Sector::igo;
      return info;
    }
    info.at_home = info.country.empty() && info.entity == kNone && lives_in_a_state(info.sector);
    if (info.at_home) info.country = scene(head);
    return info;
  }

 private:
  Country scene(Index token) const {
    const Index sentence = doc_.sentence_of(token);
    return sentence < workspace_.scenes.size() ? workspace_.scenes[sentence] : workspace_.home;
  }

  PartyInfo of_entity(Index entity) const {
    const Entity& e = doc_.entities[entity];
    const bool governs = e.sector == Sector::none && e.type == EntityType::loc && (is_state(e) || is_capital(e));
    return {entity, e.country, governs ? Sector::gov : e.sector, false};
  }

  bool is_state(const Entity& e) const {
    const KnownThing* state = pack_.knowledge ? pack_.knowledge->state(e.country) : nullptr;
    return state != nullptr && state->id == doc_.pooled(e.kb);
  }

  bool is_capital(const Entity& e) const {
    if (!pack_.knowledge) return false;
    const PhraseTable& names = pack_.knowledge->thing_names();
    for (Index v = names.find(fingerprint(doc_.pooled(e.name))); v != kNone; v = names.value(v).next) {
      const KnownThing& thing = pack_.knowledge->things()[names.value(v).number];
      if (thing.kind == "capital" && thing.country == e.country) return true;
    }
    return false;
  }

  // "the drivers of X" are no firm, as its staff is.
  Sector worker(Index head) const {
    const bool staff = entities::list_value(pack_, workspace_, head, "party-noun") == spelling(Sector::bus);
    return !staff && entities::in_list(pack_, workspace_, head, "worker-noun") ? Sector::lab : Sector::none;
  }

  bool people_of_a_nation(Index head) const {
    const Upos upos = doc_.tokens[head].upos;
    return (upos == Upos::NOUN || upos == Upos::PROPN) && pack_.knowledge &&
           pack_.knowledge->demonym(fingerprint(doc_.form(doc_.tokens[head]))) != nullptr;
  }

  // "a coalition led by X" has X's country.
  Country leader_of(Index participle, int depth) const {
    if (!entities::in_list(pack_, workspace_, participle, "led-by")) return {};
    for (Index c = index_.first_child[participle]; c != kNone; c = index_.next_sibling[c])
      if (doc_.tokens[c].relation.base == Deprel::obl && c > participle && nominal(doc_.tokens[c].upos))
        return read(c, depth + 1).country;
    return {};
  }

  // "the ministers OF the alliance": officials of a body of states are of no country.
  bool of_a_union(const PartyInfo& info, const PartyInfo& whole, Index complement) const {
    if (whole.sector != Sector::igo || info.sector != Sector::gov || !info.country.empty()) return false;
    return introduced_by_of(complement);
  }
  bool introduced_by_of(Index complement) const {
    for (Index k = index_.first_child[complement]; k != kNone && k < complement; k = index_.next_sibling[k])
      if (doc_.tokens[k].relation.base == Deprel::case_ && entities::in_list(pack_, workspace_, k, "role-of")) return true;
    return false;
  }

  // "the American ambassador AT the UN" serves his country.
  bool sent_to(const PartyInfo& info, const PartyInfo& whole, Index complement) const {
    return whole.sector == Sector::igo && info.sector == Sector::gov && !info.country.empty() && !introduced_by_of(complement);
  }

  // Fills what `info` lacks from the complements and the possessor.
  void complete(PartyInfo& info, Index head, bool role, int depth) const {
    for (Index c = index_.first_child[head]; c != kNone; c = index_.next_sibling[c]) {
      const Token& child = doc_.tokens[c];
      if (child.relation.base == Deprel::acl && info.country.empty()) info.country = leader_of(c, depth);
      const bool complement =
          child.relation.base == Deprel::nmod || child.relation.base == Deprel::appos || child.relation.base == Deprel::flat;
      if (!complement || c < head || !nominal(child.upos)) continue;
      const PartyInfo whole = read(c, depth + 1);
      const bool place = whole.entity != kNone && doc_.entities[whole.entity].type == EntityType::loc;
      if (of_a_union(info, whole, c)) return void(info.sector = Sector::igo);
      if (info.sector == Sector::lab && whole.sector == Sector::bus) continue;  // a firm's country need not be theirs
      if (info.country.empty()) info.country = whole.country;
      if (sent_to(info, whole, c)) continue;
      if (whole.sector != Sector::none && ((role && !place) || (info.sector == Sector::none && (role || !place)))) {
        info.sector = whole.sector;
        if (role && !place) info.country = whole.country;
      }
    }
  }

  Country country_by_adjective(Index head) const {
    if (!pack_.knowledge) return {};
    if (const Demonym* own = pack_.knowledge->demonym(fingerprint(doc_.form(doc_.tokens[head])))) return own->country;
    return entities::country_at(pack_, workspace_, doc_, head);
  }

  const Pack& pack_;
  const TokenIndex& index_;
  const Workspace& workspace_;
  const Document& doc_;
};

// "Mme X", "Me X": right behind a short title, whatever the tree makes of it.
bool called(const Document& d, Index token, Index head) {
  const std::string_view title = d.form(d.tokens[head]);
  return token == head + 1 && d.tokens[token].upos == Upos::PROPN && title.size() <= kLongestTitle &&
         utf8::is_upper(utf8::decode(title, 0).point);
}

bool is_name_of(const Document& d, Index token, Index head) {
  const Relation r = d.tokens[token].relation;
  if (d.tokens[token].head != head) return false;
  return r.base == Deprel::appos || r.base == Deprel::flat || r.subtype == Subtype::appos || called(d, token, head);
}

}  // namespace

Index head_of(const Document& d, TokenRange phrase) {
  Index noun = kNone, verb = kNone;
  for (Index t = phrase.begin; t < phrase.end; ++t) {
    const Token& token = d.tokens[t];
    if (token.upos == Upos::PUNCT || token.relation.base == Deprel::case_ || token.relation.base == Deprel::det) continue;
    const bool outside = token.relation.base == Deprel::root || (token.head != kNone && !phrase.contains(token.head));
    const bool verbal = token.upos == Upos::VERB || token.upos == Upos::AUX;  // a rare adjective that the tagger mistook
    if (outside && !verbal) return t;
    if (outside && verb == kNone) verb = t;
    if (noun == kNone && nominal(token.upos)) noun = t;
  }
  return noun != kNone ? noun : verb != kNone ? verb : phrase.begin;
}

Index mention_at(const Document& d, Index head) {
  const TokenRange sentence = d.sentences[d.sentence_of(head)].tokens;
  const auto first = std::partition_point(d.mentions.begin(), d.mentions.end(),
                                          [&](const Mention& m) { return m.tokens.begin < sentence.begin; });
  Index beside = kNone;
  for (auto m = first; m != d.mentions.end() && m->tokens.begin < sentence.end; ++m) {
    if (m->entity == kNone) continue;
    const auto number = static_cast<Index>(m - d.mentions.begin());
    if (m->tokens.contains(head) && head_of(d, m->tokens) == head) return number;
    if (m->kind != MentionKind::name || beside != kNone) continue;
    if (m->type == EntityType::loc && d.tokens[head].feats.number == Number::Plur) continue;  // "managers Africa"
    const Index name = head_of(d, m->tokens);
    if (name > head && is_name_of(d, name, head)) beside = number;
  }
  return beside;
}

PartyInfo party_of(const Pack& pack, const Workspace& workspace, const Document& document, TokenRange phrase) {
  if (phrase.empty() || workspace.index.first_child.size() != document.tokens.size()) return {};
  const Reader reader(pack, workspace, document);
  const Index head = head_of(document, phrase);
  return reader.at_home(head, reader.read(head, 0));
}

PartyInfo party_described(const Pack& pack, const Workspace& workspace, const Document& document, Index noun) {
  const Reader reader(pack, workspace, document);
  PartyInfo info = reader.at_home(noun, reader.describe(noun, 0));
  info.entity = kNone;
  return info;
}

}  // namespace greffier
