// Likes find likes: members are filed under hashes, and only those under one hash are held against each other.
//
// Within a bucket each member meets only the representatives of the groups seen so far, at most kRepresentatives of them, so
// the cost stays linear in what is filed (the bounded form of leader clustering; Hartigan 1975). Members are numbered in an
// order that does not depend on that of keeping, hence neither do the groups.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "store/groups.h"

namespace greffier {

struct Filed {
  std::uint64_t hash;
  std::uint32_t member;
  friend auto operator<=>(const Filed&, const Filed&) = default;
};

inline constexpr std::size_t kRepresentatives = 12;

// Sorts, and gives each hash that several members share, members ascending and each once.
template <class Take>
void each_bucket(std::vector<Filed>& filed, Take take) {
  std::sort(filed.begin(), filed.end());
  filed.erase(std::unique(filed.begin(), filed.end()), filed.end());
  for (std::size_t begin = 0, end = 0; begin < filed.size(); begin = end) {
    for (end = begin; end < filed.size() && filed[end].hash == filed[begin].hash;) ++end;
    if (end - begin > 1) take(std::span<const Filed>(filed).subspan(begin, end - begin));
  }
}

template <class Same>
void join_likes(std::vector<Filed>& filed, Groups& groups, Same same) {
  std::vector<std::size_t> leaders;
  each_bucket(filed, [&](std::span<const Filed> bucket) {
    leaders.clear();
    for (const Filed& f : bucket) {
      const auto like = std::find_if(leaders.begin(), leaders.end(), [&](std::size_t leader) {
        return groups.find(leader) == groups.find(f.member) || same(leader, f.member);
      });
      if (like != leaders.end()) groups.join(*like, f.member);
      else if (leaders.size() < kRepresentatives) leaders.push_back(f.member);
    }
  });
}

}  // namespace greffier
