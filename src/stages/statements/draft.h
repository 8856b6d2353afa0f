// A statement while it is being found: everything as tokens, nothing on the heap.
#pragma once

#include <array>
#include <cstddef>

#include "greffier/document.h"

namespace greffier::statements {

// A short list of fixed room; what does not fit is dropped.
template <class Item, std::size_t kRoom>
class Few {
 public:
  void add(const Item& item) {
    if (size_ < kRoom) items_[size_++] = item;
  }
  void clear() { size_ = 0; }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  Item& operator[](std::size_t i) { return items_[i]; }
  const Item& operator[](std::size_t i) const { return items_[i]; }
  Item* begin() { return items_.data(); }
  Item* end() { return items_.data() + size_; }
  const Item* begin() const { return items_.data(); }
  const Item* end() const { return items_.data() + size_; }

 private:
  std::array<Item, kRoom> items_{};
  std::size_t size_ = 0;
};

using Cuts = Few<TokenRange, 6>;

struct DraftHop {
  TokenRange tokens;
  Index head = kNone;
  HopRole role = HopRole::origin;
};

struct Draft {
  Index rule = kNone;      // of the pack's statement rules; kNone for what the code finds itself
  Index cue_head = kNone;  // the word that says: a verb, a noun, a preposition; kNone where there is none
  TokenRange cue;
  Index speaker = kNone;  // the head of the phrase that names the origin
  Index relay = kNone;    // the head of the phrase that names a relay which a rule captured
  Index topic = kNone;    // the head of the content, where a rule captured one
  Cuts content;
  Few<DraftHop, 8> chain;
  StatementKind kind = StatementKind::indirect;
  Act act = Act::assert_;
  bool negative = false;
  bool hearsay = false;
  bool passes_on = false;  // it only says who passed on what was said before
};

}  // namespace greffier::statements
