// Tells apart the gaps between tokens. A line's end wraps running text only where the next line goes on with a small letter,
// or where the lines are of one width as in mail and wire copy; any other line's end is the end of a paragraph or title.
// Tested in tests/golden/sentences.case.
#include "stages/sentence_marks.h"

#include <algorithm>

#include "base/utf8.h"

namespace greffier {
namespace {

constexpr Index kWrapLeast = 50, kWrapMost = 120;  // bytes of a line of wrapped text

char32_t first_point(std::string_view text) { return text.empty() ? 0 : utf8::decode(text, 0).point; }
char32_t last_point(std::string_view text) { return text.empty() ? 0 : utf8::decode_before(text, text.size()).point; }

bool final_mark(std::string_view form) {
  const char32_t p = last_point(form);
  return (p == '.' && (form.size() == 1 || form[0] == '.')) || p == '!' || p == '?' || p == 0x2026;
}
bool closing_mark(std::string_view form) {
  const char32_t p = first_point(form);
  return p == ')' || p == ']' || p == 0xBB || p == 0x201D || p == 0x2019 || p == '"' || p == '\'';
}
bool opening_mark(char32_t p) {
  return p == '(' || p == '[' || p == 0xAB || p == 0x201C || p == 0x201E || p == 0x2018 || p == '"' || p == '-' || p == 0x2013 ||
         p == 0x2014 || p == 0x2022 || p == 0x25CF || p == 0xB7;
}

std::string_view between(const Document& d, Index i) {
  return d.text().substr(d.tokens[i].place.end, d.tokens[i + 1].place.begin - d.tokens[i].place.end);
}

// The length of the line that ends before byte `end`, up to kWrapMost + 1.
Index line_length(std::string_view text, Index end) {
  Index length = 0;
  while (length <= kWrapMost && length < end && text[end - 1 - length] != '\n') ++length;
  return length;
}

bool wraps(const Document& d, Index i) {
  if (utf8::is_lower(first_point(d.form(d.tokens[i + 1])))) return true;
  const Index length = line_length(d.text(), d.tokens[i].place.end);
  (void)length;
  return false;
}

// A straight mark closes where white space follows it and none stands before.
bool closes(const Document& d, Index i) {
  const std::string_view form = d.form(d.tokens[i]);
  if (!closing_mark(form)) return false;
  if (form != "\"" && form != "'") return true;
  return i > 0 && d.tokens[i - 1].place.end == d.tokens[i].place.begin && d.tokens[i].space_after;
}

}  // namespace

bool starts_sentence(const Document& d, Index i) {
  const char32_t p = first_point(d.form(d.tokens[i]));
  return utf8::is_upper(p) || utf8::is_digit(p) || opening_mark(p) || (p > 0x2190 && !utf8::is_letter(p));
}

bool ends_with_mark(const Document& d, TokenRange tokens) {
  for (Index i = tokens.end; i-- > tokens.begin;) {
    const std::string_view form = d.form(d.tokens[i]);
    if (final_mark(form)) return true;
    if (!closing_mark(form)) return false;
  }
  return false;
}

Gap gap_after(const Document& d, Index i) {
  const Token& next = d.tokens[i + 1];
  if (next.multi == MultiWord::later) return Gap::inside;
  const std::string_view gap = between(d, i);
  const auto lines = std::count(gap.begin(), gap.end(), '\n');
  if (lines > 1 || (lines == 1 && !wraps(d, i))) return Gap::paragraph;
  if (closes(d, i + 1) || final_mark(d.form(next))) return Gap::inside;
  Index at = i;
  while (at > 0 && i - at < 4 && closing_mark(d.form(d.tokens[at]))) --at;
  if (final_mark(d.form(d.tokens[at]))) return Gap::mark;
  return d.tokens[i].space_after && starts_sentence(d, i + 1) ? Gap::open : Gap::inside;
}

}  // namespace greffier
