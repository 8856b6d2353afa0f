// What a text is about, as far as it decides whether an ambiguous word names a deed.
#pragma once

#include <utility>
#include <vector>

#include "stages/events/frames.h"
#include "stages/events/reading.h"

namespace greffier::events {

class Evidence {
 public:
  explicit Evidence(const Reading& reading);

  // Whether the text speaks enough of what the rule needs and not too much of what it must not be about.
  bool allows(const Frame& frame) const;
  // Whether it speaks of hardly anything but public affairs and violence, so that a word alone names a deed of theirs.
  bool plain() const;
  // Whether it speaks of violence.
  bool conflict() const { return conflict_ > 0; }

 private:
  Index count(ListId list) const;

  const Reading& r_;
  Index affairs_, conflict_, powers_;
  mutable std::vector<std::pair<ListId, Index>> counted_;
};

}  // namespace greffier::events
