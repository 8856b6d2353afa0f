// Who is who: names of one text to entities, entities to the knowledge, descriptions and pronouns to entities.
//
// Four passes over the mentions: names that belong together (entities/group_names); what the pack knows of them on the
// article's day (entities/know); descriptions beside a name or behind it (entities/describe); pronouns by salience
// (entities/pronouns, after Lappin and Leass 1994). Precision before recall: a doubtful description stays unlinked.
// Cost: linear in the text, quadratic in the distinct names, which are few. Limits: no coreference across quotations, no
// split antecedents. Tested in tests/unit/entities_test.cpp.
#include "stages/link_entities.h"

#include <algorithm>

#include "stages/entities/group_names.h"
#include "stages/entities/know.h"
#include "stages/workspace.h"

namespace greffier {

void link_entities(const Pack& pack, Workspace& workspace, Document& document) {
  entities::Scratch& scratch = workspace.entities;
  entities::group_names(pack, workspace.words, scratch, document);
  workspace.home = entities::home_of(pack, workspace.words, document);
  entities::know_entities(pack, workspace.words, workspace.home, scratch, document);
}

}  // namespace greffier
