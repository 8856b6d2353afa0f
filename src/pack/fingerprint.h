// Fingerprints of words that ignore case, accents, spaces, hyphens and apostrophes, and that can be joined.
//
// "Nations-Unies", "Nations unies" and "NATIONS UNIES" have one fingerprint, and it is that of "Nations" joined with that
// of "unies": a polynomial over the bare letters modulo 2^64. Two names of one pack that differ share one by accident with
// a chance of about 10^-9; no text is compared after a hit.
#pragma once

#include <cstdint>
#include <string_view>

namespace greffier {

struct Fingerprint {
  std::uint64_t hash = 0;
  std::uint64_t power = 1;  // the base to the number of letters; 1 for no letters at all

  constexpr bool empty() const { return power == 1; }
  friend constexpr Fingerprint operator+(Fingerprint a, Fingerprint b) {
    return {a.hash * b.power + b.hash, a.power * b.power};
  }
  friend constexpr bool operator==(Fingerprint, Fingerprint) = default;
};

Fingerprint fingerprint(std::string_view text);

}  // namespace greffier
