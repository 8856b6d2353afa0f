// RFC 8259. Runs of plain bytes are appended whole; everything that is not ASCII goes out as it is, in UTF-8.
// Tested in tests/unit/json_test.cpp against an independent reader.
#include "output/json.h"

#include <array>
#include <charconv>

namespace greffier {
namespace {

// What a byte needs: 0 nothing, 'u' the long escape, else the letter of its short escape.
constexpr std::array<char, 256> escapes() {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = 'u';
  table['\b'] = 'b', table['\f'] = 'f', table['\n'] = 'n', table['\r'] = 'r', table['\t'] = 't';
  table['"'] = '"', table['\\'] = '\\', table[0x7F] = 'u';
  return table;
}
constexpr std::array<char, 256> kEscape = escapes();

void append_long_escape(std::string& out, std::uint8_t byte) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out.append("\\u00").push_back(kHex[byte >> 4]);
  out.push_back(kHex[byte & 15]);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    const char escape = kEscape[byte];
    if (escape == 0) continue;
    out.append(text.substr(plain, at - plain));
    plain = at + 1;
    if (escape == 'u')
      append_long_escape(out, byte);
    else
      out.push_back('\\'), out.push_back(escape);
  }
  out.append(text.substr(plain)).push_back('"');
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  out_.append(": ");
  first_ = true;
  return *this;
}

void JsonWriter::number(std::uint64_t value) {
  separate();
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::separate() {
  if (!first_) out_.append(", ");
  first_ = false;
}

}  // namespace greffier
