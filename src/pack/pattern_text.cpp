#include "pack/pattern_text.h"

#include <fmt/format.h>

#include <charconv>

#include "greffier/error.h"

namespace greffier::pattern {

void PatternText::fail(const std::string& message) const {
  throw Error(ErrorCode::pack, fmt::format("{}: {}", where_, message));
}

char PatternText::peek() {
  while (here() == ' ' || here() == '\t') ++at_;
  return here();
}

bool PatternText::take(char c) {
  if (peek() != c) return false;
  ++at_;
  return true;
}

void PatternText::expect(char c) {
  if (!take(c)) fail(fmt::format("'{}' is missing before '{}'", c, rest()));
}

std::uint32_t PatternText::number() {
  peek();
  return to_number(run_of(digit));
}

std::uint32_t PatternText::to_number(std::string_view digits) const {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) fail(fmt::format("'{}' is not a number", digits));
  return value;
}

std::string_view PatternText::label() {
  peek();
  const std::size_t begin = at_;
  const std::string_view name = run_of(name_char);
  if (name.empty() || here() != ':') {
    at_ = begin;
    return {};
  }
  ++at_;
  return name;
}

}  // namespace greffier::pattern
