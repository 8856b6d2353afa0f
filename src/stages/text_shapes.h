// Kinds of code points that tell where a token ends.
#pragma once

#include "base/utf8.h"

namespace greffier {

inline bool apostrophe(char32_t p) { return p == '\'' || p == 0x2019 || p == 0x02BC; }
inline bool hyphen(char32_t p) { return p == '-' || p == 0x2010 || p == 0x2011; }
inline bool joiner(char32_t p) { return p == 0x00AD || p == 0x200C || p == 0x200D || p == 0x2060; }
// A combining mark is part of a word; the selectors and tones of emoji are marks or symbols of their own.
inline bool wordly(char32_t p) {
  if (p < 0x80) return utf8::is_letter(p) || utf8::is_digit(p) || p == '_';
  return utf8::is_letter(p) || utf8::is_mark(p) || joiner(p) || p == 0x00BD;
}
inline bool emoji(char32_t p) { return (p >= 0x1F000 && p <= 0x1FAFF) || (p >= 0x2190 && p <= 0x2BFF) || p == 0x3030; }
inline bool emoji_tail(char32_t p) {
  return p == 0xFE0F || p == 0xFE0E || p == 0x20E3 || (p >= 0x1F3FB && p <= 0x1F3FF) || (p >= 0xE0020 && p <= 0xE007F);
}
inline bool flag_letter(char32_t p) { return p >= 0x1F1E6 && p <= 0x1F1FF; }
inline bool narrow_space(char32_t p) { return p == ' ' || p == 0xA0 || p == 0x202F || p == 0x2009; }
inline bool opening(char32_t p) { return p == '(' || p == '[' || p == 0xAB || p == 0x201C || p == '"'; }
inline bool sign(char32_t p) { return p == '+' || p == '-' || p == 0x2212; }

}  // namespace greffier
