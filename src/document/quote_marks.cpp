// A mark with white space before it and none behind opens, and the other way round it closes; where both sides are alike, it
// closes if one of its kind is open in the paragraph, else it opens. Curly marks and guillemets go by their shape, except
// that ’ is most often an apostrophe: it closes only where ‘ is open. Linear. Tested in tests/golden/quotes.case.
#include "document/quote_marks.h"

#include "base/utf8.h"

namespace greffier {
namespace {

QuoteMark by_shape(std::string_view form) {
  if (form.empty() || form.size() > 3) return {};
  switch (utf8::decode(form, 0).point) {
    case 0xAB: return {QuoteKind::guillemet, true};
    case 0xBB: return {QuoteKind::guillemet, false};
    case 0x201C: return {QuoteKind::double_curly, true};
    case 0x201D: return {QuoteKind::double_curly, false};
    case 0x201E: return {QuoteKind::low, true};
    case 0x2018: case 0x2039: return {QuoteKind::single_curly, true};
    case 0x2019: case 0x203A: return {QuoteKind::single_curly, false};
    case '"': return {QuoteKind::straight, false};
    default: return {};
  }
}

bool space_before(const Document& d, Index token) {
  const Index begin = d.tokens[token].place.begin;
  if (begin == 0) return true;
  const char32_t before = utf8::decode_before(d.text(), begin).point;
  return utf8::is_space(before) || before == '(' || before == '[' || before == '\'' || before == 0x2019 || before == 0xAB ||
         before == 0x201C;
}

bool space_behind(const Document& d, Index token) {
  if (d.tokens[token].space_after) return true;
  const char32_t next = utf8::decode(d.text(), d.tokens[token].place.end).point;
  return next == ',' || next == '.' || next == ';' || next == ':' || next == ')' || next == ']' || next == '!' || next == '?' ||
         next == 0xBB;
}

bool straight_opens(const Document& d, Index token, bool is_open) {
  const bool before = space_before(d, token), behind = space_behind(d, token);
  if (before == behind) return !is_open;
  return before;
}

}  // namespace

bool ends_paragraph(const Document& d, Index token) {
  if (token + 1 >= d.tokens.size()) return true;
  const Index from = d.tokens[token].place.end, to = d.tokens[token + 1].place.begin;
  return from < to && d.text().substr(from, to - from).find('\n') != std::string_view::npos;
}

void find_quote_marks(const Document& d, std::vector<QuoteMark>& marks) {
  marks.assign(d.tokens.size(), {});
  bool straight_open = false, single_open = false, low_open = false;
  for (Index i = 0; i < d.tokens.size(); ++i) {
    const Token& t = d.tokens[i];
    QuoteMark mark = t.multi == MultiWord::none ? by_shape(d.form(t)) : QuoteMark{};
    if (mark.kind == QuoteKind::straight) straight_open = mark.opens = straight_opens(d, i, straight_open);
    if (mark.kind == QuoteKind::single_curly) {
      if (!mark.opens && !single_open) mark = {};
      single_open = mark.opens;
    }
    if (mark.kind == QuoteKind::double_curly && low_open) mark.opens = low_open = false;  // „so“, as Germans do
    if (mark.kind == QuoteKind::low) low_open = true;
    marks[i] = mark;
    if (ends_paragraph(d, i)) straight_open = single_open = low_open = false;
  }
}

}  // namespace greffier
