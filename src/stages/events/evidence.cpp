// Words are counted once for each list that a rule names: linear in the text for a handful of lists.
#include "stages/events/evidence.h"

#include <algorithm>

#include "stages/events/party.h"

namespace greffier::events {
namespace {

constexpr Index kPlainWords = 8, kPlainShare = 60;  // so many words of affairs and violence, and one in so many tokens

bool of_a_state(const Entity& entity) {
  switch (entity.sector) {
    case Sector::gov: case Sector::mil: case Sector::igo: case Sector::leg: case Sector::jud: return true;
    default: return false;
  }
}

bool does_something(const Reading& r, Index entity) {
  return std::any_of(r.doc.mentions.begin(), r.doc.mentions.end(), [&](const Mention& m) {
    if (m.entity != entity) return false;
    for (Index t = m.tokens.begin; t < m.tokens.end; ++t)
      if (r.rel(t) == Deprel::nsubj && r.head(t) != kNone && r.verb(r.head(t))) return true;
    return false;
  });
}

// Offices and states' bodies; states and capitals of two countries, or one that does something: else it may be but the place.
Index powers(const Reading& r) {
  Index number = 0;
  const Entity* first = nullptr;
  for (Index e = 0; e < r.doc.entities.size(); ++e) {
    const Entity& entity = r.doc.entities[e];
    if (entity.type != EntityType::loc) number += of_a_state(entity) ? 1 : 0;
    else if (entity.country.empty() || mere_place(r, e, true)) continue;
    else if (does_something(r, e)) ++number;
    else if (first == nullptr) first = &entity;
    else number += entity.country == first->country ? 0 : 1;
  }
  return number;
}

}  // namespace

Evidence::Evidence(const Reading& reading) : r_(reading), affairs_(0), conflict_(0), powers_(powers(reading)) {
  affairs_ = count(r_.lists.affairs);
  conflict_ = count(r_.lists.conflict);
}

Index Evidence::count(ListId list) const {
  for (const auto& [known, number] : counted_)
    if (known == list) return number;
  Index number = 0;
  for (Index t = 0; t < r_.doc.tokens.size(); ++t) number += r_.in(t, list) ? 1 : 0;
  counted_.emplace_back(list, number);
  return number;
}

bool Evidence::plain() const {
  const Index words = affairs_ + conflict_;
  return words >= kPlainWords && words * kPlainShare >= r_.doc.tokens.size();
}

bool Evidence::allows(const Frame& frame) const {
  if (frame.needs.affairs && affairs_ + conflict_ + powers_ == 0) return false;
  if (frame.needs.conflict && conflict_ == 0) return false;
  return std::none_of(frame.unless.begin(), frame.unless.end(), [&](ListId list) {
    return list != kNoList && count(list) > conflict_ + affairs_ / 2;
  });
}

}  // namespace greffier::events
