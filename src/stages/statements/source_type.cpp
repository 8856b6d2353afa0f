// A phrase is judged by its head noun first (a spokesperson, a paper, a source without a name), then by whom it names
// (medium, body, person with or without an office), last by the noun's kind in the knowledge of nouns. Somebody described
// but not named by a phrase that fits several ("a diplomat", "experts") is partly anonymous; a definite singular ("the
// mayor") is known by the part. Cost: the length of the phrase. Tested in tests/unit/source_type_test.cpp.
#include "stages/statements/source_type.h"

#include <algorithm>
#include <array>

#include "stages/entities/nouns.h"
#include "stages/statements/media.h"
#include "stages/workspace.h"

namespace greffier::statements {
namespace {

constexpr std::array kOfficial = {Sector::gov, Sector::mil, Sector::cop, Sector::spy, Sector::jud, Sector::leg, Sector::igo};

SourceType person_of(Sector sector) {
  return std::find(kOfficial.begin(), kOfficial.end(), sector) == kOfficial.end() ? SourceType::person : SourceType::official;
}

// "a police source", "sources close to the inquiry" say something of who it is; "a reliable source" says nothing.
SourceType unnamed(const Scene& s, Index head) {
  for (Index c = s.index.first_child[head]; c != kNone; c = s.index.next_sibling[c]) {
    const Deprel rel = s.token(c).relation.base;
    if ((rel == Deprel::amod || rel == Deprel::nmod || rel == Deprel::acl) && !s.listed(c, s.lists.vague))
      return SourceType::partly_anonymous;
  }
  return SourceType::anonymous;
}

// The words that say what the phrase is by themselves, head or not: "Ms X, spokesperson for Y".
bool speaks_for(const Scene& s, TokenRange phrase) {
  for (Index i = phrase.begin; i < phrase.end; ++i)
    if (s.listed(i, s.lists.spokes)) return true;
  return false;
}

bool definite(const Scene& s, Index head) {
  const Index article = child(s, head, Deprel::det);
  return article == kNone || s.token(article).feats.definite != Definite::Ind;
}

bool known_by_part(const Scene& s, Index head) { return definite(s, head) && s.token(head).feats.number != Number::Plur; }

SourceType described(const Scene& s, const Workspace& w, Index head) {
  const auto sense = entities::sense_of(s.pack, w, s.document, head);
  switch (sense.kind) {
    case entities::NounKind::body:
    case entities::NounKind::country:
      return SourceType::institution;
    case entities::NounKind::person:
      return known_by_part(s, head) ? person_of(sense.sector) : SourceType::partly_anonymous;
    case entities::NounKind::other:
      break;
  }
  const bool party = sense.sector != Sector::none || entities::in_list(s.pack, w, head, "party-noun");
  if (party && definite(s, head)) return SourceType::institution;  // "the authorities", "the rebels"
  if (s.token(head).upos == Upos::PRON) return SourceType::none;
  if (s.token(head).upos == Upos::PROPN) return SourceType::person;
  return s.listed(head, s.lists.speaker) ? SourceType::partly_anonymous : SourceType::none;
}

SourceType named(const Scene& s, const Workspace& w, Index head, const Entity& e) {
  if (e.sector == Sector::med && e.type != EntityType::per) return SourceType::media;
  if (e.type != EntityType::per) return SourceType::institution;
  if (e.sector != Sector::none) return person_of(e.sector);
  return person_of(s.token(head).upos == Upos::NOUN ? entities::sense_of(s.pack, w, s.document, head).sector : Sector::none);
}

}  // namespace

SourceType source_type(const Scene& s, const Workspace& w, const DraftHop& hop, Index entity) {
  if (hop.role == HopRole::origin && speaks_for(s, hop.tokens)) return SourceType::spokesperson;
  if (s.listed(hop.head, s.lists.anonymous)) return unnamed(s, hop.head);
  if (medium(s, hop.head)) return SourceType::media;
  if (s.token(hop.head).upos == Upos::NOUN && s.listed(hop.head, s.lists.document)) return SourceType::document;
  return entity == kNone ? described(s, w, hop.head) : named(s, w, hop.head, s.document.entities[entity]);
}

}  // namespace greffier::statements
