// Fingerprints of texts, for finding copies: MinHash over word shingles (Broder 1997) in bands, and hashes of passages.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace greffier {

inline constexpr std::size_t kBands = 8;         // two texts that share one band may be copies
inline constexpr std::size_t kRowsPerBand = 4;

// Signatures of the set of five-word shingles, by bands. Texts of Jaccard likeness 0.8 share a band with probability
// 0.99, of likeness 0.3 with 0.06. A text of fewer than five words has the bands of its whole.
std::array<std::int64_t, kBands> min_hash_bands(std::string_view text);

// A paragraph of at least 20 words, by the hash of its words; `start` and `end` count code points.
struct Passage {
  std::int64_t hash;
  std::uint32_t start, end;
};
std::vector<Passage> passages(std::string_view text);

// Share of common five-word shingles, 0 to 1 (Jaccard).
double likeness(std::string_view a, std::string_view b);

}  // namespace greffier
