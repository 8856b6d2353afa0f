// Grapheme clusters after Unicode's UAX 29 and widths after UAX 11, both by utf8proc. Tested in tests/unit/columns_test.cpp.
#include "output/columns.h"

#include <utf8proc.h>

#include <utility>

#include "base/utf8.h"

namespace greffier {
namespace {

constexpr char32_t kEmojiVariation = 0xFE0F;

unsigned width_of(char32_t point) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(point));
  return width < 0 ? 0 : static_cast<unsigned>(width);
}

}  // namespace

Cluster first_cluster(std::string_view text) {
  const auto first = utf8::decode(text, 0);
  Cluster cluster{first.length, width_of(first.point)};
  utf8proc_int32_t state = 0, before = static_cast<utf8proc_int32_t>(first.point);
  while (cluster.bytes < text.size()) {
    const auto next = utf8::decode(text, cluster.bytes);
    if (utf8proc_grapheme_break_stateful(before, static_cast<utf8proc_int32_t>(next.point), &state)) break;
    if (next.point == kEmojiVariation) cluster.columns = 2;
    before = static_cast<utf8proc_int32_t>(next.point);
    cluster.bytes += next.length;
  }
  return cluster;
}

unsigned columns(std::string_view text) {
  unsigned total = 0;
  while (!text.empty()) {
    const Cluster cluster = first_cluster(text);
    total += cluster.columns;
    text.remove_prefix(cluster.bytes);
  }
  return total;
}

std::string shortened(std::string_view text, unsigned most) {
  unsigned used = 0;
  std::size_t fits = 0;  // bytes that leave room for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = first_cluster(text.substr(at));
    used += cluster.columns;
    if (used > most) return std::string(text.substr(0, fits)) + "…";
    at += cluster.bytes;
    if (used + 1 <= most) fits = at;
  }
  return std::string(text);
}

// Controls would move the cursor or worse; U+2400 and what follows are their pictures.
char32_t harmless(char32_t point) {
  if (point < 0x20) return 0x2400 + point;
  if (point == 0x7F) return 0x2421;
  const bool steers =
      (point >= 0x80 && point < 0xA0) || (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  return steers ? 0xFFFD : point;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = utf8::decode(text, at);
    at += length;
    if (utf8::is_space(point)) {
      blank = !out.empty();
      continue;
    }
    if (std::exchange(blank, false)) out.push_back(' ');
    utf8::append(out, harmless(point));
  }
  return out;
}

}  // namespace greffier
