// Words are compared folded and without marks, so that other apostrophes, spaces and quotation marks make no difference.
// Cost: linear in the text. Tested against plain set arithmetic in tests/unit/shingles_test.cpp.
#include "store/shingles.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

constexpr std::size_t kShingle = 5;
constexpr std::size_t kPassageWords = 20;

std::uint64_t mix(std::uint64_t x) {  // SplitMix64's finisher
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> out;
  const std::string low = utf8::folded(text);
  std::uint64_t word = 0;
  bool inside = false;
  for (std::size_t at = 0; at < low.size();) {
    const auto [point, length] = utf8::decode(low, at);
    const bool part = utf8::is_letter(point) || utf8::is_digit(point) || utf8::is_mark(point);
    if (part) word = hash(std::string_view(low).substr(at, length), inside ? word : hash(""));
    if (!part && inside) out.push_back(word);
    inside = part;
    at += length;
  }
  if (inside) out.push_back(word);
  return out;
}

std::vector<std::uint64_t> shingles(std::string_view text) {
  const std::vector<std::uint64_t> words = word_hashes(text);
  std::vector<std::uint64_t> out;
  const std::size_t width = std::min(kShingle, std::max<std::size_t>(words.size(), 1));
  for (std::size_t i = 0; i + width <= words.size(); ++i) {
    std::uint64_t h = 0;
    for (std::size_t k = 0; k < width; ++k) h = mix(h ^ words[i + k]) + k;
    out.push_back(h);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

std::array<std::int64_t, kBands> min_hash_bands(std::string_view text) {
  std::array<std::uint64_t, kBands * kRowsPerBand> least;
  least.fill(UINT64_MAX);
  for (std::uint64_t shingle : shingles(text))
    for (std::size_t i = 0; i < least.size(); ++i)
      least[i] = std::min(least[i], mix(shingle + 0x9e3779b97f4a7c15ULL * (i + 1)));
  std::array<std::int64_t, kBands> bands{};
  for (std::size_t b = 0; b < kBands; ++b) {
    std::uint64_t h = b;
    for (std::size_t r = 0; r < kRowsPerBand; ++r) h = mix(h ^ least[b * kRowsPerBand + r]);
    bands[b] = static_cast<std::int64_t>(h);
  }
  return bands;
}

std::vector<Passage> passages(std::string_view text) {
  std::vector<Passage> out;
  const utf8::CodePoints points(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::vector<std::uint64_t> words = word_hashes(text.substr(begin, end - begin));
    if (words.size() >= kPassageWords) {
      std::uint64_t h = 0;
      for (std::uint64_t word : words) h = mix(h ^ word);
      out.push_back({static_cast<std::int64_t>(h), points(begin), points(end)});
    }
    begin = end + 1;
  }
  return out;
}

double likeness(std::string_view a, std::string_view b) {
  const auto x = shingles(a), y = shingles(b);
  std::vector<std::uint64_t> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  const std::size_t all = x.size() + y.size() - both.size();
  return all == 0 ? 1.0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

}  // namespace greffier
