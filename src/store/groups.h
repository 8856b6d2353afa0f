// Disjoint sets with names that do not depend on the order of joining (union-find; Tarjan 1975).
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace greffier {

class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  // The least member of the set: the same whatever was joined first.
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a), b = find(b);
    if (a < b) parent_[b] = a;
    else parent_[a] = b;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace greffier
