#include "pack/fingerprint.h"

#include <array>

#include "base/utf8.h"

namespace greffier {
namespace {

constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ULL;  // odd, so that no power of it vanishes
constexpr char32_t kTabled = 0x180;                     // Latin-1 and Latin Extended-A

constexpr Fingerprint letter(char32_t point) {
  return {(static_cast<std::uint64_t>(point) + 1) * 0xBF58476D1CE4E5B9ULL, kBase};
}

// What one code point adds: its bare lower-case letters; nothing for marks, spaces and punctuation.
Fingerprint of_point(char32_t point) {
  std::string text;
  utf8::append(text, point);
  const std::string bare = utf8::bare(text);
  Fingerprint sum;
  for (std::size_t at = 0; at < bare.size();) {
    const utf8::Decoded d = utf8::decode(bare, at);
    at += d.length;
    if (utf8::is_letter(d.point) || utf8::is_digit(d.point)) sum = sum + letter(d.point);
  }
  return sum;
}

const std::array<Fingerprint, kTabled>& table() {
  static const auto points = [] {
    std::array<Fingerprint, kTabled> all{};
    for (char32_t point = 0; point < kTabled; ++point) all[point] = of_point(point);
    return all;
  }();
  return points;
}

}  // namespace

Fingerprint fingerprint(std::string_view text) {
  const auto& points = table();
  Fingerprint sum;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    at += d.length;
    if (d.point < kTabled)
      sum = sum + points[d.point];
    else if (utf8::is_letter(d.point))
      sum = sum + of_point(d.point);
  }
  return sum;
}

}  // namespace greffier
