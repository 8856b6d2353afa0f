// Days as people are shown them.
#pragma once

#include <string>
#include <string_view>

namespace greffier {

// A span of days as short as it can be said: "2020-08-15", "2020-08", "1994", "2020-08-10…16"; empty for unknown.
std::string short_days(std::string_view earliest, std::string_view latest);

}  // namespace greffier
