// UTF-8: decoding, repair at the door, folding for look-ups, code points at the edge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace greffier::utf8 {

struct Decoded {
  char32_t point;       // U+FFFD for a broken byte
  std::uint8_t length;  // bytes taken, at least 1
};

// The code point at `at` (< text.size()); a broken sequence yields U+FFFD and a length of 1.
Decoded decode(std::string_view text, std::size_t at);
// The code point that ends before byte `end` (> 0).
Decoded decode_before(std::string_view text, std::size_t end);

void append(std::string& out, char32_t point);

bool valid(std::string_view text);
// Replaces each broken byte and each NUL by U+FFFD; returns how many were replaced.
std::size_t repair(std::string& text);

bool is_letter(char32_t point);
bool is_upper(char32_t point);
bool is_lower(char32_t point);
bool is_digit(char32_t point);   // ASCII digits only
bool is_space(char32_t point);   // white space of any width, non-breaking included
bool is_mark(char32_t point);    // combining marks
char32_t lower(char32_t point);
char32_t upper(char32_t point);

// Appends `text` in lower case, compatibility apostrophes (’ ʼ) as ', to `out`. Canonically decomposed text is composed.
void fold(std::string_view text, std::string& out);
std::string folded(std::string_view text);
// folded(), and without accents: "Élysée" → "elysee".
std::string bare(std::string_view text);

// Turns byte offsets into code point offsets; asked in any order, each in constant time.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  std::uint32_t operator()(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> every_;  // code points before each 64th byte
};

}  // namespace greffier::utf8
