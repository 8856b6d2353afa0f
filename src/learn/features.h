// Features of linear models as 64-bit numbers: mixing parts into one, lists of them, and the small random generator of the
// trainers.
//
// Everything here is plain integer arithmetic, so the same input gives the same bits on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace greffier {

using Feature = std::uint64_t;

// Spreads every bit of `x` over the whole number (the finaliser of splitmix64).
constexpr Feature spread(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

// A feature of template number `kind` over up to four parts, themselves hashes or small numbers. The order of the parts
// counts. Two multiplications deep, so that a feature costs about a nanosecond.
constexpr Feature feature(std::uint64_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0,
                          std::uint64_t d = 0) {
  std::uint64_t x = (kind + 1) * 0x9e3779b97f4a7c15ULL;
  x ^= (a + 0x632be59bd9b4e019ULL) * 0xd6e8feb86659fd93ULL;
  x += ((b ^ 0x8ebc6af09c88c6e3ULL) * 0xa0761d6478bd642fULL) ^ (b >> 23);
  x ^= ((c + 0x589965cc75374cc3ULL) * 0xe7037ed1a0b428dbULL) >> 1;
  x += (d ^ 0x1d8e4e27c47d124fULL) * 0xeb44accab455d165ULL;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ULL;
  return x ^ (x >> 32);
}

// The features of one decision, without memory of their own to ask for. Whoever adds knows that there is room.
struct FeatureList {
  static constexpr std::size_t kRoom = 128;
  std::array<Feature, kRoom> all;
  std::size_t count = 0;

  void add(Feature added) { all[count++] = added; }
  std::span<const Feature> list() const { return {all.data(), count}; }
};

// splitmix64 (Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() { return spread(state_ += 0x9e3779b97f4a7c15ULL); }
  // Uniform in 0 … bound - 1.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  bool chance(unsigned percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

// 0 … count - 1 in random order.
inline std::vector<std::size_t> shuffled(std::size_t count, Random& random) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  return order;
}

}  // namespace greffier
