// Who is who: names of one text to entities, entities to the knowledge, descriptions and pronouns to entities.
//
// Four passes over the mentions: names that belong together (entities/group_names); what the pack knows of them on the
// article's day (entities/know); descriptions beside a name or behind it (entities/appositions, descriptions); pronouns by
// salience (entities/pronouns, after Lappin and Leass 1994). Precision before recall: a doubtful description stays unlinked.
// Cost: linear in the text, quadratic in the distinct names, which are few. Limits: plural pronouns stay
// unlinked. Tested in tests/unit/entities_test.cpp and tests/unit/coreference_test.cpp.
#include "stages/link_entities.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/entities/anaphora.h"
#include "stages/entities/appositions.h"
#include "stages/entities/group_names.h"
#include "stages/entities/home.h"
#include "stages/entities/know.h"
#include "stages/entities/nouns.h"
#include "stages/entities/tree.h"
#include "stages/parties.h"
#include "stages/workspace.h"

namespace greffier {

namespace {

// Whether the text's word for somebody tells more than what the pack knows: an office of a party's man or woman, what
// somebody who is not in office now stands for.
bool tells_more(const Entity& e, bool in_office, Sector told) {
  if (e.sector == Sector::pty) return told == Sector::leg || told == Sector::opp || told == Sector::gov;
  return e.sector == Sector::gov && !in_office && e.type == EntityType::per && told == Sector::opp;
}

bool settled(const Entity& e, const entities::Facts& facts) {
  const bool open = e.sector == Sector::none || e.country.empty() || e.sector == Sector::pty;
  return !open && (e.sector != Sector::gov || facts.in_office || e.type != EntityType::per);
}

// A description beside a name says who an unknown person is, and what somebody of a party is on that day.
void learn_from_descriptions(const Pack& pack, const Workspace& workspace, Document& document) {
  for (Index e = 0; e < document.entities.size(); ++e) {
    const Index noun = workspace.entities.facts[e].noun;
    Entity& entity = document.entities[e];
    if (noun == kNone || settled(entity, workspace.entities.facts[e])) continue;
    const PartyInfo info = party_described(pack, workspace, document, noun);
    if (tells_more(entity, workspace.entities.facts[e].in_office, info.sector)) entity.sector = info.sector;
    if (entity.sector == Sector::none) entity.sector = info.sector;
    if (entity.country.empty()) entity.country = info.country;
  }
}

// "X, of the union Y": the body says the trade of a person of whom nothing else is known.
void learn_from_bodies(const Pack& pack, const Workspace& workspace, Document& d) {
  for (std::size_t i = 0; i + 1 < d.mentions.size(); ++i) {
    const Mention &person = d.mentions[i], &body = d.mentions[i + 1];
    Entity& e = d.entities[person.entity];
    if (e.type != EntityType::per || e.sector != Sector::none || d.entities[body.entity].type != EntityType::org) continue;
    const Index comma = person.tokens.end, of = comma + 1;
    if (body.tokens.begin <= of || body.tokens.begin > of + 2 || d.form(d.tokens[comma]) != ",") continue;
    if (!entities::in_list(pack, workspace, of, "role-of")) continue;
    e.sector = d.entities[body.entity].sector;
    if (e.country.empty()) e.country = d.entities[body.entity].country;
  }
}

// Of a body or place whose gender is not known, that of the article before it or of its first word.
void learn_genders(const Pack& pack, Workspace& workspace, const Document& document) {
  for (const Mention& m : document.mentions) {
    Gender& gender = workspace.entities.facts[m.entity].gender;
    if (m.type == EntityType::per || gender != Gender::none) continue;
    if (m.tokens.begin > 0 && document.tokens[m.tokens.begin - 1].upos == Upos::DET)
      gender = document.tokens[m.tokens.begin - 1].feats.gender;
    if (gender == Gender::none) gender = entities::sense_of(pack, workspace, document, m.tokens.begin).gender;
  }
}

bool is_capital(const Pack& pack, const Workspace& workspace, const Document& document, const Mention& m) {
  Fingerprint name;
  for (Index t = m.tokens.begin; t < m.tokens.end; ++t) name = name + workspace.words[t];
  const PhraseTable& names = pack.knowledge->thing_names();
  for (Index v = names.find(name); v != kNone; v = names.value(v).next) {
    const KnownThing& thing = pack.knowledge->things()[names.value(v).number];
    if (thing.kind == "capital" && thing.country == document.entities[m.entity].country) return true;
  }
  return false;
}

// The subject or agent of a verb, or whoever a relative clause tells of.
bool acts(const Workspace& workspace, const Document& document, const Mention& m) {
  const Index head = head_of(document, m.tokens);
  const Token& token = document.tokens[head];
  const Index after = m.tokens.end;  // "…, who": also where the tree hangs the clause on another noun
  if (after < document.tokens.size() && document.tokens[after].feats.pron_type == PronType::Rel &&
      entities::subject(document.tokens[after]))
    return true;
  if (token.relation.subtype == Subtype::agent) return true;
  if (entities::subject(token))
    return token.head != kNone && document.tokens[token.head].upos == Upos::VERB && token.relation.subtype != Subtype::pass;
  const Index clause = entities::child(document, workspace.index, head, Deprel::acl);
  return clause != kNone && document.tokens[clause].relation.subtype == Subtype::relcl &&
         document.tokens[clause].upos == Upos::VERB;
}

// A capital that acts stands for the government there.
void seat_governments(const Pack& pack, const Workspace& workspace, Document& document) {
  if (!pack.knowledge) return;
  for (const Mention& m : document.mentions) {
    Entity& e = document.entities[m.entity];
    if (m.kind != MentionKind::name || e.type != EntityType::loc || e.sector != Sector::none) continue;
    if (acts(workspace, document, m) && is_capital(pack, workspace, document, m)) e.sector = Sector::gov;
  }
}

void merge_mentions(std::vector<Mention>& added, Document& document) {
  document.mentions.insert(document.mentions.end(), added.begin(), added.end());
  std::stable_sort(document.mentions.begin(), document.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.place.begin != b.place.begin ? a.place.begin < b.place.begin : a.place.end > b.place.end;
  });
}

}  // namespace

void link_entities(const Pack& pack, Workspace& workspace, Document& document) {
  entities::Scratch& scratch = workspace.entities;
  scratch.roles.clear();
  scratch.added.clear();
  workspace.scenes.clear();
  entities::group_names(pack, workspace.words, scratch, document);
  workspace.home = entities::countries_of(pack, workspace.words, document).most();
  entities::know_entities(pack, workspace.words, workspace.home, scratch, document);
  const entities::Countries countries = entities::countries_with_people(pack, workspace.words, document);
  workspace.home = countries.most();
  learn_genders(pack, workspace, document);
  entities::read_appositions(pack, workspace, document);
  learn_from_descriptions(pack, workspace, document);
  learn_from_bodies(pack, workspace, document);
  entities::read_anaphora(pack, workspace, document);
  merge_mentions(scratch.added, document);
  seat_governments(pack, workspace, document);
  entities::scenes_of(document, countries, workspace.scenes);
}

}  // namespace greffier
