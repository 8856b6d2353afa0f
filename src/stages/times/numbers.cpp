#include "stages/times/numbers.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace greffier::times {
namespace {

constexpr std::string_view kLists[] = {"number", "about-number", "ordinal", "first-day"};
constexpr std::int64_t kLargest = 1'000'000'000;

std::optional<int> word(const Vocabulary& vocabulary, Symbol symbol) {
  if (symbol == 0) return std::nullopt;
  for (std::string_view list : kLists) {
    const ListId id = vocabulary.list(list);
    if (id == kNoList) continue;
    if (const auto value = figures(vocabulary.value(symbol, id))) return value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> figures(std::string_view text) {
  int value = 0;
  if (text.empty() || text.size() > 9) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text[0] == '-') return std::nullopt;
  return value;
}

// Words below a hundred add, "hundred" multiplies what stands before it, larger words
// multiply it and close a group.
std::optional<int> number_of(const Document& d, const TokenIndex& index, const Vocabulary& vocabulary, TokenRange tokens) {
  std::int64_t closed = 0, open = 0;
  const ListId conjunctions = vocabulary.list("time-and");
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const bool inside = i > tokens.begin && i + 1 < tokens.end;
    if (inside && index.form[i] != 0 && conjunctions != kNoList && vocabulary.in_list(index.form[i], conjunctions)) continue;
    auto value = figures(d.form(d.tokens[i]));
    if (!value) value = word(vocabulary, index.form[i]);
    if (!value) return std::nullopt;
    if (*value >= 1000 && i > tokens.begin) {
      closed += std::max<std::int64_t>(open, 1) * *value;
      open = 0;
    } else if (*value == 100 && open > 0) {
      open *= 100;
    } else {
      open += *value;
    }
    if (closed + open > kLargest) return std::nullopt;
  }
  if (tokens.empty()) return std::nullopt;
  return static_cast<int>(closed + open);
}

}  // namespace greffier::times
