// Linear in the length of the form, whatever it is: a form of 100,000 letters is walked twice.
// Tested through the tagger in tests/unit/tagger_test.cpp.
#include "learn/word_parts.h"

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

enum Mark : std::uint32_t { kUpper = 1, kLower = 2, kDigit = 4, kHyphen = 8, kQuote = 16, kStop = 32, kOther = 64 };

std::uint32_t mark_of(char32_t c) {
  if (utf8::is_digit(c)) return kDigit;
  if (c == '-') return kHyphen;
  if (c == '\'' || c == 0x2019) return kQuote;
  if (c == '.' || c == ',') return kStop;
  if (utf8::is_upper(c)) return kUpper;
  return utf8::is_letter(c) ? kLower : kOther;
}

// Which marks occur, which one stands first, and the length up to 6.
std::uint32_t shape_of(std::string_view form, bool first) {
  std::uint32_t all = 0, opening = 0, length = 0;
  for (std::size_t at = 0; at < form.size();) {
    const utf8::Decoded c = utf8::decode(form, at);
    const std::uint32_t mark = mark_of(c.point);
    if (at == 0) opening = mark;
    all |= mark;
    length += length < 6;
    at += c.length;
  }
  return all | opening << 8 | length << 16 | (first ? 1u << 20 : 0u);
}

// The byte after the first `letters` code points, and the byte before the last ones.
std::size_t head_end(std::string_view text, std::size_t letters) {
  std::size_t at = 0;
  for (; letters > 0 && at < text.size(); --letters) at += utf8::decode(text, at).length;
  return at;
}
std::size_t tail_begin(std::string_view text, std::size_t letters) {
  std::size_t at = text.size();
  for (; letters > 0 && at > 0; --letters) at -= utf8::decode_before(text, at).length;
  return at;
}

}  // namespace

WordParts word_parts(std::string_view form, std::string_view folded, FormClasses classes, bool first) {
  WordParts parts;
  parts.form = hash(folded);
  parts.shape = shape_of(form, first);
  for (std::size_t k = 0; k < parts.suffix.size(); ++k) parts.suffix[k] = hash(folded.substr(tail_begin(folded, k + 1)));
  for (std::size_t k = 0; k < parts.prefix.size(); ++k) parts.prefix[k] = hash(folded.substr(0, head_end(folded, k + 1)));
  const Feature guess = feature(0, parts.suffix[2], parts.shape & 0xFFFF);
  parts.tags = classes.tags != 0 ? classes.tags : guess;
  parts.analyses = classes.analyses != 0 ? classes.analyses : guess;
  return parts;
}

}  // namespace greffier
