// A marker is part of its item, as in the treebanks: its full stop ends no sentence. A letter counts only before a bracket,
// since "A. Petit" is a name; a figure has two digits at most, since "2018." may be a year. Tested in
// tests/golden/sentences.case.
#include "stages/list_items.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/quote_marks.h"
#include "learn/sentence_marks.h"

namespace greffier {
namespace {

bool short_figure(std::string_view form) {
  return form.size() <= 2 && std::ranges::all_of(form, [](char c) { return c >= '0' && c <= '9'; });
}

bool one_letter(std::string_view form) { return form.size() == 1 && utf8::is_letter(static_cast<unsigned char>(form[0])); }

bool bullet(std::string_view form) {
  const auto [point, length] = utf8::decode(form, 0);
  return length == form.size() && dash_or_bullet(point);
}

}  // namespace

Index behind_marker(const Document& d, Index begin) {
  const auto count = static_cast<Index>(d.tokens.size());
  const auto form = [&](Index i) { return i < count ? d.form(d.tokens[i]) : std::string_view(); };
  // The marker's last token: a blank stands behind it, and its item on the same line.
  const auto behind = [&](Index last) {
    return last + 1 < count && d.tokens[last].space_after && !ends_paragraph(d, last) ? last + 1 : begin;
  };
  if (bullet(form(begin))) return behind(begin);
  const Index sign = form(begin) == "(" ? begin + 1 : begin;
  if (sign >= count || d.tokens[sign].space_after) return begin;
  const std::string_view close = form(sign + 1);
  const bool figure = short_figure(form(sign)), bracket = close == ")";
  if (!(figure || (bracket && one_letter(form(sign))))) return begin;
  return bracket || (sign == begin && (close == "." || close == ".-")) ? behind(sign + 1) : begin;
}

}  // namespace greffier
