// Phrases to numbers: the longest phrase that begins at a token, found by joining fingerprints word by word.
//
// One open-addressing table holds every phrase and every beginning of one; a search stops at the first beginning that no
// phrase has. A look-up costs one probe for each word taken and one more, and allocates nothing.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "greffier/range.h"
#include "pack/fingerprint.h"

namespace greffier {

class PhraseTable {
 public:
  struct Value {
    std::uint32_t number;
    Index next;  // the next value of the same phrase, kNone at the end
  };
  struct Hit {
    TokenRange tokens;   // empty: nothing found
    Index first = kNone;  // into values()
    explicit operator bool() const { return first != kNone; }
  };

  // Adds a phrase with a value; words are cut at white space, hyphens and apostrophes. A phrase may have several values.
  void add(std::string_view phrase, std::uint32_t number);
  void add(Fingerprint phrase, std::uint32_t number);
  void reserve(std::size_t phrases);

  // The longest phrase made of `words` from `begin` on, before `end`. Empty fingerprints are skipped but never end a hit.
  Hit longest(std::span<const Fingerprint> words, Index begin, Index end) const;
  // The values of exactly this phrase; kNone for none.
  Index find(Fingerprint phrase) const;
  const Value& value(Index at) const { return values_[at]; }
  bool empty() const { return used_ == 0; }

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    Index first = kNone;    // kNone: only a beginning
    Index last = kNone;
  };
  Slot& claim(std::uint64_t key);
  const Slot* slot(std::uint64_t key) const;
  void grow(std::size_t slots);

  std::vector<Slot> slots_;
  std::vector<Value> values_;
  std::size_t used_ = 0;
};

}  // namespace greffier
