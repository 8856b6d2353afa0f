// Who a noun phrase is: its entity where it has one, and in any case its country and its trade (sector).
//
// For statements and events, after link_entities. A named or linked phrase takes its entity's; else the head noun gives the
// sector, and an adjective of nationality, a complement ("of the Syrian army"), a possessor or the article's own country
// gives the country. A noun that only says a role ("spokesman of X", "dozens of X") takes X's.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

struct PartyInfo {
  Index entity = kNone;
  Country country;
  Sector sector = Sector::none;  // none: the phrase names nobody that acts
  bool at_home = false;          // the country is the article's, for want of another
  friend bool operator==(const PartyInfo&, const PartyInfo&) = default;
};

PartyInfo party_of(const Pack& pack, const Workspace& workspace, const Document& document, TokenRange phrase);

// What the words of the phrase headed by `noun` say by themselves, without the entity that it stands for.
PartyInfo party_described(const Pack& pack, const Workspace& workspace, const Document& document, Index noun);

// The token of `phrase` that the others hang on: the first whose head lies outside, or the first noun without a tree.
Index head_of(const Document& document, TokenRange phrase);

// The mention, of any kind, that stands for the phrase with this head: one that covers it and no more than its
// phrase, else a name in apposition to it. Index into Document::mentions, kNone for none.
Index mention_at(const Document& document, Index head);

}  // namespace greffier
