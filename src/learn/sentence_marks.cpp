// Tells apart the gaps between tokens. A line's end wraps running text only where the next line goes on with a small letter;
// any other line's end is the end of a paragraph or title. Tested in tests/golden/sentences.case.
#include "learn/sentence_marks.h"

#include <algorithm>

#include "base/utf8.h"

namespace greffier {
namespace {

constexpr Index kMostClosing = 4;  // closing marks behind a full stop

char32_t first_point(std::string_view text) { return text.empty() ? 0 : utf8::decode(text, 0).point; }

}  // namespace

bool dash_or_bullet(char32_t p) {
  const bool shape = (p >= 0x25A0 && p <= 0x25FF) || (p >= 0x2700 && p <= 0x27BF);
  return shape || p == '-' || p == '*' || p == 0x2013 || p == 0x2014 || p == 0x2022 || p == 0x2023 || p == 0x2043 || p == 0xB7;
}

bool SentenceMarks::final_mark(Index i) const {
  const std::string_view form = d_.form(d_.tokens[i]);
  if (form.size() > 12) return false;
  const char32_t p = first_point(form);
  return p == '.' || p == '!' || p == '?' || p == 0x2026;
}

bool SentenceMarks::closes(Index i) const {
  if (marks_[i].kind != QuoteKind::none) return !marks_[i].opens;
  const std::string_view form = d_.form(d_.tokens[i]);
  return form == ")" || form == "]";
}

bool SentenceMarks::opens(Index i) const {
  const char32_t p = first_point(d_.form(d_.tokens[i]));
  return marks_[i].opens || p == '(' || p == '[' || dash_or_bullet(p);
}

bool SentenceMarks::ends_with_mark(TokenRange tokens) const {
  if (tokens.empty()) return false;
  const std::string_view form = d_.form(d_.tokens[tokens.end - 1]);
  return form == ":" || form == ";" || form == "," || final_mark(mark_before(tokens.end - 1));
}

Index SentenceMarks::mark_before(Index i) const {
  Index at = i;
  while (at > 0 && i - at < kMostClosing && closes(at)) --at;
  return final_mark(at) ? at : i;
}

bool SentenceMarks::starts_sentence(Index i) const {
  const char32_t p = first_point(d_.form(d_.tokens[i]));
  const bool sign = p >= 0x2190 && !utf8::is_letter(p);  // emoji and the like
  return utf8::is_upper(p) || utf8::is_digit(p) || opens(i) || sign;
}

bool SentenceMarks::goes_on(Index i) const {
  return first_point(d_.form(d_.tokens[mark_before(i)])) != '.' && utf8::is_lower(first_point(d_.form(d_.tokens[i + 1])));
}

// A dash that ends its line, as behind a dateline.
bool SentenceMarks::lone_dash(Index i) const {
  return dash_or_bullet(first_point(d_.form(d_.tokens[i]))) && ends_paragraph(d_, i);
}

Gap SentenceMarks::after(Index i) const {
  if (i + 1 >= d_.tokens.size()) return Gap::paragraph;
  const Token& next = d_.tokens[i + 1];
  if (next.multi == MultiWord::later) return Gap::inside;
  const Index from = d_.tokens[i].place.end;
  const std::string_view gap = d_.text().substr(from, next.place.begin - from);
  const auto lines = std::count(gap.begin(), gap.end(), '\n');
  if (lines > 1 || (lines == 1 && !utf8::is_lower(first_point(d_.form(next))))) return Gap::paragraph;
  if (closes(i + 1) || final_mark(i + 1)) return Gap::inside;
  if (final_mark(mark_before(i))) return lone_dash(i + 1) ? Gap::inside : Gap::mark;
  return d_.tokens[i].space_after && starts_sentence(i + 1) ? Gap::open : Gap::inside;
}

}  // namespace greffier
