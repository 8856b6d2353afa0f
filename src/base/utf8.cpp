// Decoding after the Unicode Standard 15, table 3-7 (well-formed sequences only: no surrogates, no overlong forms);
// case and categories by utf8proc, with a short way for ASCII. Tested in tests/unit/utf8_test.cpp.
#include "base/utf8.h"

#include <utf8proc.h>

#include <bit>

namespace greffier::utf8 {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t byte(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }
bool continues(std::uint8_t b) { return (b & 0xC0) == 0x80; }

utf8proc_category_t category(char32_t point) { return utf8proc_category(static_cast<utf8proc_int32_t>(point)); }

bool ascii_only(std::string_view text) {
  for (char c : text)
    if (static_cast<std::uint8_t>(c) >= 0x80) return false;
  return true;
}

// Canonical composition; the text itself where it cannot be composed.
std::string composed(std::string_view text) {
  utf8proc_uint8_t* result = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &result,
                                   static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  if (length < 0) return std::string(text);
  std::string out(reinterpret_cast<const char*>(result), static_cast<std::size_t>(length));
  free(result);
  return out;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
  const std::uint8_t a = byte(text, at);
  if (a < 0x80) return {a, 1};
  const std::size_t left = text.size() - at;
  if (a >= 0xC2 && a <= 0xDF && left >= 2 && continues(byte(text, at + 1)))
    return {static_cast<char32_t>((a & 0x1Fu) << 6 | (byte(text, at + 1) & 0x3Fu)), 2};
  if (a >= 0xE0 && a <= 0xEF && left >= 3) {
    const std::uint8_t b = byte(text, at + 1), c = byte(text, at + 2);
    const bool sound = continues(b) && continues(c) && !(a == 0xE0 && b < 0xA0) && !(a == 0xED && b > 0x9F);
    if (sound) return {static_cast<char32_t>((a & 0x0Fu) << 12 | (b & 0x3Fu) << 6 | (c & 0x3Fu)), 3};
  }
  if (a >= 0xF0 && a <= 0xF4 && left >= 4) {
    const std::uint8_t b = byte(text, at + 1), c = byte(text, at + 2), d = byte(text, at + 3);
    const bool sound = continues(b) && continues(c) && continues(d) && !(a == 0xF0 && b < 0x90) && !(a == 0xF4 && b > 0x8F);
    if (sound)
      return {static_cast<char32_t>((a & 0x07u) << 18 | (b & 0x3Fu) << 12 | (c & 0x3Fu) << 6 | (d & 0x3Fu)), 4};
  }
  return {kReplacement, 1};
}

Decoded decode_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && end - at < 4 && continues(byte(text, at))) --at;
  const Decoded decoded = decode(text, at);
  if (at + decoded.length == end) return decoded;
  return {kReplacement, 1};
}

void append(std::string& out, char32_t point) {
  const auto put = [&out](std::uint32_t b) { out.push_back(static_cast<char>(b)); };
  const auto p = static_cast<std::uint32_t>(point);
  if (p < 0x80) {
    put(p);
  } else if (p < 0x800) {
    put(0xC0 | p >> 6), put(0x80 | (p & 0x3F));
  } else if (p < 0x10000) {
    put(0xE0 | p >> 12), put(0x80 | (p >> 6 & 0x3F)), put(0x80 | (p & 0x3F));
  } else {
    put(0xF0 | p >> 18), put(0x80 | (p >> 12 & 0x3F)), put(0x80 | (p >> 6 & 0x3F)), put(0x80 | (p & 0x3F));
  }
}

bool valid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    if (d.length == 1 && d.point == kReplacement) return false;
    at += d.length;
  }
  return true;
}

std::size_t repair(std::string& text) {
  if (valid(text) && text.find('\0') == std::string::npos) return 0;
  std::string out;
  out.reserve(text.size() + 16);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    const bool broken = d.length == 1 && (d.point == kReplacement || d.point == 0);
    count += broken;
    append(out, broken ? kReplacement : d.point);
    at += d.length;
  }
  text = std::move(out);
  return count;
}

bool is_letter(char32_t p) {
  if (p < 0x80) return (p >= 'a' && p <= 'z') || (p >= 'A' && p <= 'Z');
  const auto c = category(p);
  return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}
bool is_upper(char32_t p) {
  if (p < 0x80) return p >= 'A' && p <= 'Z';
  const auto c = category(p);
  return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}
bool is_lower(char32_t p) {
  if (p < 0x80) return p >= 'a' && p <= 'z';
  return category(p) == UTF8PROC_CATEGORY_LL;
}
bool is_digit(char32_t p) { return p >= '0' && p <= '9'; }
bool is_space(char32_t p) {
  if (p < 0x80) return p == ' ' || (p >= 9 && p <= 13);
  return p == 0x85 || p == 0xA0 || p == 0x1680 || (p >= 0x2000 && p <= 0x200B) || p == 0x2028 || p == 0x2029 || p == 0x202F ||
         p == 0x205F || p == 0x3000 || p == 0xFEFF;
}
bool is_mark(char32_t p) {
  if (p < 0x300) return false;
  const auto c = category(p);
  return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC || c == UTF8PROC_CATEGORY_ME;
}
char32_t lower(char32_t p) {
  if (p < 0x80) return p >= 'A' && p <= 'Z' ? p + 32 : p;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(p)));
}
char32_t upper(char32_t p) {
  if (p < 0x80) return p >= 'a' && p <= 'z' ? p - 32 : p;
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(p)));
}

void fold(std::string_view text, std::string& out) {
  if (ascii_only(text)) {
    for (char c : text) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return;
  }
  bool decomposed = false;
  const std::size_t start = out.size();
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    decomposed = decomposed || (d.point >= 0x300 && d.point <= 0x36F);
    append(out, d.point == 0x2019 || d.point == 0x02BC ? U'\'' : lower(d.point));
    at += d.length;
  }
  if (decomposed) out.replace(start, std::string::npos, composed(std::string_view(out).substr(start)));
}

std::string folded(std::string_view text) {
  std::string out;
  fold(text, out);
  return out;
}

std::string bare(std::string_view text) {
  std::string low = folded(text);
  if (ascii_only(low)) return low;
  utf8proc_uint8_t* result = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(low.data()),
                                   static_cast<utf8proc_ssize_t>(low.size()), &result,
                                   static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_STABLE));
  if (length < 0) return low;
  std::string out(reinterpret_cast<const char*>(result), static_cast<std::size_t>(length));
  free(result);
  return out;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  every_.reserve(text.size() / 64 + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % 64 == 0) every_.push_back(count);
    count += !continues(byte(text, at));
  }
  if (text.size() % 64 == 0) every_.push_back(count);
}

std::uint32_t CodePoints::operator()(std::size_t at) const {
  const std::size_t block = at / 64;
  std::uint32_t count = every_[block];
  for (std::size_t i = block * 64; i < at; ++i) count += !continues(byte(text_, i));
  return count;
}

}  // namespace greffier::utf8
