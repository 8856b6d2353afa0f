// Tested in tests/unit/page_test.cpp.
#include "output/days.h"

#include <fmt/format.h>

#include "greffier/calendar.h"

namespace greffier {

std::string short_days(std::string_view earliest, std::string_view latest) {
  if (earliest == latest) return std::string(earliest);
  if (earliest.empty() || latest.empty()) return fmt::format("{}…{}", earliest, latest);
  for (std::size_t length : {4u, 7u}) {
    const auto whole = parse_iso_span(earliest.substr(0, length));
    if (whole && iso_date(whole->first) == earliest && iso_date(whole->last) == latest)
      return std::string(earliest.substr(0, length));
  }
  std::size_t same = 0;  // the parts that both share need not be said twice
  for (std::size_t length : {5u, 8u})
    if (earliest.substr(0, length) == latest.substr(0, length)) same = length;
  return fmt::format("{}…{}", earliest, latest.substr(same));
}

}  // namespace greffier
