// Who is who: names of one text to entities, entities to the knowledge, descriptions and pronouns to entities.
//
// Four passes over the mentions: names that belong together (entities/group_names); what the pack knows of them on the
// article's day (entities/know); descriptions beside a name or behind it (entities/appositions, descriptions); pronouns by salience
// (entities/pronouns, after Lappin and Leass 1994). Precision before recall: a doubtful description stays unlinked.
// Cost: linear in the text, quadratic in the distinct names, which are few. Limits: plural pronouns stay
// unlinked. Tested in tests/unit/entities_test.cpp and tests/unit/coreference_test.cpp.
#include "stages/link_entities.h"

#include <algorithm>

#include "stages/entities/anaphora.h"
#include "stages/entities/appositions.h"
#include "stages/entities/group_names.h"
#include "stages/entities/home.h"
#include "stages/entities/know.h"
#include "stages/entities/nouns.h"
#include "stages/parties.h"
#include "stages/workspace.h"

namespace greffier {

namespace {

// A description beside a name says who an unknown person is.
void learn_from_descriptions(const Pack& pack, const Workspace& workspace, Document& document) {
  for (Index e = 0; e < document.entities.size(); ++e) {
    const Index noun = workspace.entities.facts[e].noun;
    Entity& entity = document.entities[e];
    if (noun == kNone || (entity.sector != Sector::none && !entity.country.empty())) continue;
    const PartyInfo info = party_described(pack, workspace, document, noun);
    if (entity.sector == Sector::none) entity.sector = info.sector;
    if (entity.country.empty()) entity.country = info.country;
  }
}

// Of a body or place whose gender is not known, that of the article before it or of its first word.
void learn_genders(const Pack& pack, Workspace& workspace, const Document& document) {
  for (const Mention& m : document.mentions) {
    Gender& gender = workspace.entities.facts[m.entity].gender;
    if (m.type == EntityType::per || gender != Gender::none) continue;
    if (m.tokens.begin > 0 && document.tokens[m.tokens.begin - 1].upos == Upos::DET) gender = document.tokens[m.tokens.begin - 1].feats.gender;
    if (gender == Gender::none) gender = entities::sense_of(pack, workspace, document, m.tokens.begin).gender;
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
  entities::read_anaphora(pack, workspace, document);
  merge_mentions(scratch.added, document);
  entities::scenes_of(document, countries, workspace.scenes);
}

}  // namespace greffier
