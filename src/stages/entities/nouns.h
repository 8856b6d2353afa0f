// What kind of thing a noun can stand for, by the pack's knowledge and word lists.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"
#include "pack/vocabulary.h"
#include "stages/workspace.h"

namespace greffier::entities {

enum class NounKind : std::uint8_t { other, person, body, country };

struct NounSense {
  NounKind kind = NounKind::other;
  Sector sector = Sector::none;
  Gender gender = Gender::none;
  std::uint64_t lemma = 0;  // fingerprint
  Index words = 1;          // of the noun in the knowledge: "premier ministre" has two
  std::string_view entry;   // the noun as the knowledge spells it, empty for none
};

// The sense of the noun `token`, alone or with its neighbours ("premier ministre").
NounSense sense_of(const Pack& pack, const Workspace& workspace, const Document& document, Index token);

// Whether the lemma of a token is in a word list of the pack; false where there is no such list.
bool in_list(const Pack& pack, const Workspace& workspace, Index token, std::string_view list);

// The value of its entry there; empty for none.
std::string_view list_value(const Pack& pack, const Workspace& workspace, Index token, std::string_view list);

// Whether a word that hangs on the noun is in a word list, by form or lemma.
bool modified(const Pack& pack, const Workspace& workspace, Index noun, std::string_view list);

// Whether an entity is a state, by its knowledge id.
bool is_state(const Pack& pack, const Document& document, Index entity);

// The country of an adjective of nationality at the noun, or of the state in its complement; empty for none.
Country country_at(const Pack& pack, const Workspace& workspace, const Document& document, Index noun);

}  // namespace greffier::entities
