// The checks that every article passes, whatever its door. Tested in tests/unit/doors_test.cpp.
#include "doors/arrival.h"

#include <fmt/format.h>

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

// A single article longer than this is an archive, not an article; it would keep one thread busy for minutes.
constexpr std::size_t kMaxText = std::size_t{8} << 20;

void repair(Arrival& arrival) {
  Article& a = arrival.article;
  for (std::string* field : {&a.id, &a.source, &a.lang, &a.title, &a.url, &a.published, &a.text})
    arrival.repaired += utf8::repair(*field);
}

bool blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = utf8::decode(text, at);
    if (!utf8::is_space(point)) return false;
    at += length;
  }
  return true;
}

// A code of a language with its region, or in capitals → the code alone, in small letters.
std::string primary_language(std::string_view tag) {
  std::string lang = utf8::folded(trim(tag));
  return lang.substr(0, lang.find_first_of("-_"));
}

std::string made_up_id(const Article& a) {
  std::uint64_t key = hash(a.source);
  for (std::string_view part :
       {std::string_view("\0", 1), std::string_view(a.published), std::string_view("\0", 1), std::string_view(a.text)})
    key = hash(part, key);
  return fmt::format("{:016x}", key);
}

void read_date(Arrival& arrival) {
  Article& a = arrival.article;
  a.published = std::string(trim(a.published));
  if (a.published.empty()) return;
  const auto span = parse_iso_span(a.published);
  if (!span)
    return arrival.set_aside("the date does not exist",
                             fmt::format("'{}' is no ISO 8601 date such as 2020-08-15 or 2020-08", a.published));
  a.published_span = *span;
}

}  // namespace

void admit(Arrival& arrival, const Defaults& defaults) {
  Article& a = arrival.article;
  repair(arrival);
  if (a.published.empty()) a.published = defaults.published;
  if (a.source.empty()) a.source = defaults.source;
  if (a.lang.empty()) a.lang = defaults.lang;
  a.lang = primary_language(a.lang);
  read_date(arrival);
  if (blank(a.text)) arrival.set_aside("the text is empty");
  if (a.text.size() > kMaxText)
    arrival.set_aside("the text is too long",
                      fmt::format("{} MB; an article has at most {} MB", a.text.size() >> 20, kMaxText >> 20));
  if (a.id.empty()) a.id = made_up_id(a);
}

}  // namespace greffier
