#include "doors/surrogates.h"

#include <charconv>
#include <string_view>

namespace greffier {
namespace {

// The code unit of the escape "\uXXXX" at `at`, or 0 where none is.
unsigned unit_at(std::string_view json, std::size_t at) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return 0;
  unsigned unit = 0;
  const char* const end = json.data() + at + 6;
  return std::from_chars(json.data() + at + 2, end, unit, 16).ptr == end ? unit : 0;
}

bool high(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool low(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

std::size_t mend_surrogates(std::string& json) {
  std::size_t mended = 0;
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    const unsigned unit = unit_at(json, at);
    const bool pair = high(unit) && low(unit_at(json, at + 6));
    if (!pair && (high(unit) || low(unit))) json.replace(at, 6, "\\ufffd"), ++mended;
    at += pair ? 12 : 2;  // an escaped backslash must not be taken for the start of the next escape
    if (at >= json.size()) break;
  }
  return mended;
}

}  // namespace greffier
