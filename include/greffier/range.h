// Ranges and indices, the only way in which layers refer to the text and to each other.
//
// A ByteRange counts bytes of Article::text (UTF-8), a TokenRange counts entries of Document::tokens; the two do not
// convert. All ranges are half-open: [begin, end).
#pragma once

#include <cstdint>

namespace greffier {

using Index = std::uint32_t;
inline constexpr Index kNone = UINT32_MAX;  // "no such item"

template <class Tag>
struct Range {
  Index begin = 0;
  Index end = 0;

  constexpr bool empty() const { return begin >= end; }
  constexpr Index size() const { return empty() ? 0 : end - begin; }
  constexpr bool contains(Index i) const { return begin <= i && i < end; }
  constexpr bool covers(Range other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Range&, const Range&) = default;
};

using ByteRange = Range<struct ByteTag>;    // bytes of the text
using TokenRange = Range<struct TokenTag>;  // entries of Document::tokens
using ItemRange = Range<struct ItemTag>;    // entries of some other layer
using PoolRange = Range<struct PoolTag>;    // bytes of Document::pool

}  // namespace greffier
