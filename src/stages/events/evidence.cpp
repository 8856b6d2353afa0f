// Words are counted once for each list that a rule names: linear in the text for a handful of lists.
#include "stages/events/evidence.h"

#include <algorithm>

namespace greffier::events {

Evidence::Evidence(const Reading& reading) : r_(reading), affairs_(0), conflict_(0) {
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

bool Evidence::allows(const Frame& frame) const {
  if (frame.needs.affairs && affairs_ + conflict_ == 0) return false;
  if (frame.needs.conflict && conflict_ == 0) return false;
  return std::none_of(frame.unless.begin(), frame.unless.end(), [&](ListId list) {
    return list != kNoList && count(list) > conflict_ + affairs_ / 2;
  });
}

}  // namespace greffier::events
