#include "stages/names/known_types.h"

#include <algorithm>

namespace greffier::names {
namespace {

Fingerprint phrase_of(const std::vector<Fingerprint>& words, TokenRange tokens) {
  Fingerprint sum;
  for (Index t = tokens.begin; t < tokens.end; ++t) sum = sum + words[t];
  return sum;
}

// Towns bear names of people, bodies names of towns: only these kinds are the same thing wherever their name stands.
bool plain(const KnownThing& thing) {
  return thing.kind == "state" || thing.kind == "capital" || thing.kind == "seat" || thing.type == EntityType::org;
}

// The type of all plain things of this name; none where one of them, or any other thing, has the type that the name has.
const KnownThing* other_thing(const Knowledge& knowledge, Fingerprint phrase, EntityType type) {
  const PhraseTable& names = knowledge.thing_names();
  const KnownThing* found = nullptr;
  for (Index v = names.find(phrase); v != kNone; v = names.value(v).next) {
    const KnownThing& thing = knowledge.things()[names.value(v).number];
    if (thing.type == type || (found != nullptr && found->type != thing.type)) return nullptr;
    found = &thing;
  }
  return found != nullptr && plain(*found) ? found : nullptr;
}

bool last_name(const std::vector<Fingerprint>& words, const Document& d, const Mention& name) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& m) {
    return m.type == EntityType::per && m.tokens.size() > 1 && words[m.tokens.end - 1].hash == words[name.tokens.begin].hash;
  });
}

}  // namespace

void give_known_types(const Knowledge& knowledge, const std::vector<Fingerprint>& words, Document& d) {
  for (Mention& m : d.mentions) {
    if (m.type == EntityType::misc) continue;  // a maker's name is also its product's
    const KnownThing* thing = other_thing(knowledge, phrase_of(words, m.tokens), m.type);
    if (thing == nullptr || (m.type == EntityType::per && m.tokens.size() == 1 && last_name(words, d, m))) continue;
    m.type = thing->type;
  }
}

}  // namespace greffier::names
