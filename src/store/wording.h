// The words that carry a statement's content, for comparing what two articles report.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace greffier {

// Hashes of the folded words of at least four letters and of all figures; sorted, each once.
using Wording = std::vector<std::uint64_t>;
Wording wording_of(std::string_view content);

// Common words over those of the shorter side, 0 to 1; 0 where either has none.
double shared_words(const Wording& a, const Wording& b);

// The whole numbers in the text, marks of thousands read over ("7 000", "7.000", "7,000"); at most `limit` of them.
std::vector<std::int64_t> figures_of(std::string_view content, std::size_t limit = 8);

}  // namespace greffier
