// The words that stand in a slot of a trigger.
#pragma once

#include <array>

#include "stages/events/frames.h"
#include "stages/events/reading.h"

namespace greffier::events {

// A few tokens, in the order in which they are to be tried.
class TokenList {
 public:
  void add(Index t) {
    if (t != kNone && size_ < tokens_.size()) tokens_[size_++] = t;
  }
  const Index* begin() const { return tokens_.data(); }
  const Index* end() const { return tokens_.data() + size_; }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

 private:
  std::array<Index, 16> tokens_{};
  std::size_t size_ = 0;
};

// The heads of the phrases in `slot`, seen from the trigger's head word.
TokenList in_slot(const Reading& r, Index trigger, Slot slot);

// Adds the complements of `head` that one of these prepositions introduces; `whole`: but for one that says its kind.
void add_introduced(const Reading& r, Index head, ListId prepositions, TokenList& out, bool whole = false);

// The doer and the sufferer of a noun's deed as told by the verb that carries it ("carry out a raid", "suffer a raid",
// "the shots hit the car") or by a participle behind it ("a raid led by").
TokenList carried_actor(const Reading& r, Index noun);
TokenList carried_target(const Reading& r, Index noun);

// The verb of the clause that a noun stands in below its subject, or kNone.
Index verb_above(const Reading& r, Index noun);

// Whom a possessive stands for: the subject of the clause, else the last name before it.
Index possessor(const Reading& r, Index determiner);

}  // namespace greffier::events
