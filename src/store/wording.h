// The words that carry a content, for comparing what two articles report.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greffier {

// Hashes of the folded words of at least four letters, cut after the sixth so that most forms of a word are one, and of
// all figures; sorted, each once.
using Wording = std::vector<std::uint32_t>;
Wording wording_of(std::string_view content);

// How rare each word is among the wordings told of (inverse document frequency; Spärck Jones 1972).
class Rarity {
 public:
  void count(const Wording& words);
  // At least 0; a word that most have weighs little.
  double weight(std::uint32_t word) const;
  // The `most` rarest words that at least one other wording has too, by which likes find each other.
  std::vector<std::uint32_t> signs(const Wording& words, std::size_t most) const;

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> having_;
  std::size_t all_ = 0;
};

// What two wordings have in common, as shares of their weights.
struct Common {
  std::size_t words = 0;
  double of_lighter = 0, of_heavier = 0;
};
Common common(const Wording& a, const Wording& b, const Rarity& rarity);

}  // namespace greffier
