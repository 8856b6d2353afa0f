// Who a phrase of the tree is: the party or parties that it names.
#pragma once

#include <array>
#include <optional>

#include "stages/events/reading.h"

namespace greffier::events {

// The parties that one phrase names: mostly one, several for "the Mauritanian and Guinean presidents", "the two leaders".
class PartyList {
 public:
  void add(const Party& party) {
    if (size_ < parties_.size()) parties_[size_++] = party;
  }
  const Party* begin() const { return parties_.data(); }
  const Party* end() const { return parties_.data() + size_; }
  std::size_t size() const { return size_; }

 private:
  std::array<Party, 4> parties_{};
  std::size_t size_ = 0;
};

// Nothing where the phrase with this head names nobody that acts or suffers. `acts`: a capital stands for its government.
PartyList parties_at(const Reading& r, Index head, bool acts);

// Whether an entity is a place that neither is a state nor, where it is said to act, a capital.
bool mere_place(const Reading& r, Index entity, bool acts);

}  // namespace greffier::events
