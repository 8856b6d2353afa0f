#include "store/wording.h"

#include <algorithm>
#include <iterator>

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

constexpr std::size_t kLetters = 4;

bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// Three figures and no fourth at `at`: what follows a mark of thousands.
bool thousands_at(std::string_view text, std::size_t at) {
  return digit_at(text, at) && digit_at(text, at + 1) && digit_at(text, at + 2) && !digit_at(text, at + 3);
}

// The length of a mark of thousands before three figures; 0 for none.
std::size_t thousands_mark(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto [point, length] = utf8::decode(text, at);
  return (point == '.' || point == ',' || utf8::is_space(point)) && thousands_at(text, at + length) ? length : 0;
}

}  // namespace

Wording wording_of(std::string_view content) {
  Wording out;
  const std::string low = utf8::folded(content);
  std::size_t letters = 0, begin = 0;
  bool figures = false;
  for (std::size_t at = 0; at <= low.size();) {
    const auto [point, length] = at < low.size() ? utf8::decode(low, at) : utf8::Decoded{U' ', 1};
    if (utf8::is_letter(point) || utf8::is_digit(point)) {
      if (letters++ == 0) begin = at, figures = false;
      figures = figures || utf8::is_digit(point);
    } else {
      if (letters >= kLetters || (letters > 0 && figures)) out.push_back(hash(std::string_view(low).substr(begin, at - begin)));
      letters = 0;
    }
    at += length;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

double shared_words(const Wording& a, const Wording& b) {
  Wording both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const std::size_t least = std::min(a.size(), b.size());
  return least == 0 ? 0.0 : static_cast<double>(both.size()) / static_cast<double>(least);
}

std::vector<std::int64_t> figures_of(std::string_view text, std::size_t limit) {
  std::vector<std::int64_t> out;
  for (std::size_t at = 0; at < text.size() && out.size() < limit;) {
    if (!digit_at(text, at)) {
      ++at;
      continue;
    }
    std::int64_t value = 0;
    std::size_t figures = 0;
    for (; digit_at(text, at) || thousands_mark(text, at) > 0; at += digit_at(text, at) ? 1 : thousands_mark(text, at))
      if (digit_at(text, at) && ++figures <= 15) value = value * 10 + (text[at] - '0');
    out.push_back(value);
  }
  return out;
}

}  // namespace greffier
