// The text of a pattern, read from left to right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace greffier::pattern {

// A place in the text. fail() throws Error{pack} whose message begins with `where`.
class PatternText {
 public:
  PatternText(std::string_view text, std::string_view where) : text_(text), where_(where) {}

  [[noreturn]] void fail(const std::string& message) const;
  std::string_view rest() const { return text_.substr(at_); }

  // The character at hand, or the one `ahead` of it; '\0' behind the end.
  char here(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  void skip(std::size_t count = 1) { at_ += count; }
  bool done() const { return at_ >= text_.size(); }

  // Likewise with blanks left out before it.
  char peek();
  bool take(char c);
  void expect(char c);

  // The characters from here that are accepted; read.
  template <class Accept>
  std::string_view run_of(Accept accept) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && accept(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  std::uint32_t number();
  std::uint32_t to_number(std::string_view digits) const;
  // "NAME:" in front of an element, read; empty and nothing read where there is none.
  std::string_view label();

  static bool digit(char c) { return c >= '0' && c <= '9'; }
  static bool name_char(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
  static bool list_char(char c) { return name_char(c) || c == '-' || digit(c); }

 private:
  std::string_view text_, where_;
  std::size_t at_ = 0;
};

}  // namespace greffier::pattern
