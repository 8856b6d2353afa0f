// What linking knows of entities while it works, beside Document::entities.
#pragma once

#include <cstdint>
#include <vector>

#include "greffier/document.h"

namespace greffier::entities {

// One string by which an entity is named in the text.
struct NameForm {
  std::uint64_t key = 0;  // fingerprint of the whole
  TokenRange tokens;      // its first mention
  Index entity = kNone;
  std::uint64_t first_word = 0, last_word = 0;
  Index words = 0;
  Index count = 0;        // mentions of this string
  EntityType type = EntityType::misc;
};

struct Facts {
  Gender gender = Gender::none;
  bool known = false;   // the knowledge has exactly one entry that fits
  bool in_office = false;  // … by an office held on the article's day
  Index noun = kNone;   // head of the first description set beside a name
};

// A description that the text gives of an entity: "the Belarusian president".
struct Role {
  Index entity = kNone;
  std::uint64_t lemma = 0;       // fingerprint of the head noun's lemma
  std::uint64_t complement = 0;  // fingerprint of the word that heads its complement, 0 for none
  Country country;
  Index noun = kNone;
  bool past = false;             // "the former president"
};

struct Scratch {
  std::vector<NameForm> forms;
  std::vector<Index> form_of;   // for each mention, its index in `forms`
  std::vector<Facts> facts;     // beside Document::entities
  std::vector<Role> roles;      // in text order
  std::vector<Mention> added;   // nominals and pronouns, before they are merged
};

}  // namespace greffier::entities
