// What the reading of descriptions and pronouns shares: the document, who was spoken of, and which tokens are settled.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "stages/entities/discourse.h"
#include "stages/entities/speakers.h"
#include "stages/workspace.h"

namespace greffier::entities {

// A subject that is no entity of the text, and could be what a pronoun behind it stands for.
struct Stranger {
  Index token = kNone;
  Index sentence = 0;
  Gender gender = Gender::none;
  bool person = false;
};

struct Context {
  Context(const Pack& pack_, Workspace& workspace, Document& document)
      : pack(pack_), w(workspace), index(workspace.index), d(document), origin(document.origin_of("coreference")) {}

  const Pack& pack;
  Workspace& w;
  const TokenIndex& index;
  Document& d;
  Origin origin;
  Discourse discourse;
  std::vector<Index> entity;         // of each token that heads a mention; kNone for the others
  std::vector<std::uint8_t> taken;   // tokens within names, which are not read again
  Speakers speakers{d, index, entity};
  Stranger stranger;

  const Facts& facts(Index e) const { return w.entities.facts[e]; }
  EntityType type(Index e) const { return d.entities[e].type; }
  // Whether the form of a token is in a word list of the pack.
  bool form_in_list(Index token, std::string_view list) const;
  // Notes that the words of `range`, headed by `head`, stand for an entity.
  void add(TokenRange range, Index head, Index who, MentionKind kind);
};

inline bool agree(Gender a, Gender b) { return a == Gender::none || b == Gender::none || a == b; }

}  // namespace greffier::entities
