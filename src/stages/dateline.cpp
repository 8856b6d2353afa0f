// A dateline is no part of the first sentence: left in it, it becomes its subject. It is a few words with capitals, figures and
// listed small words, then a dash, and something that no clause has: an agency in brackets before the dash, a figure, or a
// place in capitals. A bracket may hold anything short. Where in doubt there is none. Tested in tests/golden/sentences.case.
#include "stages/dateline.h"

#include "base/utf8.h"
#include "document/quote_marks.h"

namespace greffier {
namespace {

constexpr Index kMostTokens = 20;
constexpr Index kMostInBracket = 6;

bool in_capitals(std::string_view form) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < form.size();) {
    const auto [point, length] = utf8::decode(form, at);
    if (utf8::is_lower(point)) return false;
    letters += utf8::is_upper(point);
    at += length;
  }
  return letters > 2;
}

}  // namespace

bool Datelines::listed(Index token, ListId list) const {
  if (list == kNoList) return false;
  folded_.clear();
  utf8::fold(d_.form(d_.tokens[token]), folded_);
  const Symbol symbol = vocabulary_.find(folded_);
  return symbol != 0 && vocabulary_.in_list(symbol, list);
}

bool Datelines::place_or_day(Index token) const {
  const char32_t first = utf8::decode(d_.form(d_.tokens[token]), 0).point;
  return utf8::is_upper(first) || utf8::is_digit(first) || listed(token, words_);
}

// A dash between blanks with the start of a sentence behind it.
bool Datelines::parts(Index dash) const {
  const char32_t next = utf8::decode(d_.form(d_.tokens[dash + 1]), 0).point;
  return d_.tokens[dash - 1].space_after && d_.tokens[dash].space_after && !utf8::is_lower(next) && !utf8::is_digit(next);
}

// "(Agency) The rest": a short bracket that opens the paragraph, with the start of a sentence behind it.
Index Datelines::behind_bracket(Index begin) const {
  const auto count = static_cast<Index>(d_.tokens.size());
  if (d_.form(d_.tokens[begin]) != "(") return begin;
  for (Index i = begin + 1; i + 1 < count && i < begin + kMostInBracket; ++i) {
    if (ends_paragraph(d_, i)) return begin;
    if (d_.form(d_.tokens[i]) != ")") continue;
    return utf8::is_upper(utf8::decode(d_.form(d_.tokens[i + 1]), 0).point) ? i + 1 : begin;
  }
  return begin;
}

Index Datelines::behind(Index begin) const {
  const auto count = static_cast<Index>(d_.tokens.size());
  bool bracket = false;
  bool sure = false;
  for (Index i = begin; i + 1 < count && i < begin + kMostTokens; ++i) {
    const std::string_view form = d_.form(d_.tokens[i]);
    if (!bracket && i > begin && listed(i, marks_)) return sure && parts(i) ? i + 1 : begin;
    if (ends_paragraph(d_, i)) return behind_bracket(begin);
    if (form == "(") bracket = true;
    else if (form == ")") bracket = false, sure = true;
    else if (!bracket && !place_or_day(i)) return behind_bracket(begin);
    else if (!bracket) sure = sure || in_capitals(form) || utf8::is_digit(utf8::decode(form, 0).point);
  }
  return behind_bracket(begin);
}

}  // namespace greffier
