// Tested in tests/unit/compare_test.cpp.
#include "store/wording.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

constexpr std::size_t kLeastLetters = 4, kMostLetters = 6;

// A word's hash, or nothing for one that is too short to say much.
void take_word(std::string_view word, std::size_t letters, std::size_t cut, bool figures, Wording& out) {
  if (letters < kLeastLetters && !figures) return;
  const std::uint64_t h = hash(figures ? word : word.substr(0, cut));
  out.push_back(static_cast<std::uint32_t>(h ^ (h >> 32)));
}

}  // namespace

Wording wording_of(std::string_view content) {
  Wording out;
  const std::string low = utf8::folded(content);
  std::size_t letters = 0, begin = 0, cut = 0;
  bool figures = false;
  for (std::size_t at = 0; at <= low.size();) {
    const auto [point, length] = at < low.size() ? utf8::decode(low, at) : utf8::Decoded{U' ', 1};
    if (utf8::is_letter(point) || utf8::is_digit(point)) {
      if (letters++ == 0) begin = at, figures = false;
      if (letters <= kMostLetters) cut = at + length - begin;
      figures = figures || utf8::is_digit(point);
    } else {
      if (letters > 0) take_word(std::string_view(low).substr(begin, at - begin), letters, cut, figures, out);
      letters = 0;
    }
    at += length;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void Rarity::count(const Wording& words) {
  ++all_;
  for (std::uint32_t word : words) ++having_[word];
}

double Rarity::weight(std::uint32_t word) const {
  const auto at = having_.find(word);
  const double having = at == having_.end() ? 1.0 : at->second;
  return std::log1p(static_cast<double>(all_) / having);
}

std::vector<std::uint32_t> Rarity::signs(const Wording& words, std::size_t most) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;
  for (std::uint32_t word : words)
    if (const auto at = having_.find(word); at != having_.end() && at->second > 1) ranked.emplace_back(at->second, word);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i) out.push_back(ranked[i].second);
  return out;
}

Common common(const Wording& a, const Wording& b, const Rarity& rarity) {
  Common out;
  double both = 0, first = 0, second = 0;
  for (std::uint32_t word : a) first += rarity.weight(word);
  for (std::uint32_t word : b) second += rarity.weight(word);
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) both += rarity.weight(*x), ++out.words, ++x, ++y;
    else if (*x < *y) ++x;
    else ++y;
  }
  if (first > 0 && second > 0) out.of_lighter = both / std::min(first, second), out.of_heavier = both / std::max(first, second);
  return out;
}

}  // namespace greffier
