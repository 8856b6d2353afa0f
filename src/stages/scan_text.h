// The automaton that cuts a text into surface tokens: words as they are written, before contractions are opened.
#pragma once

#include <string>
#include <string_view>

#include "greffier/range.h"
#include "pack/token_lists.h"

namespace greffier {

// Reads surface tokens from the start of a text to its end, in linear time.
class TextScanner {
 public:
  // `buffer` is scratch memory for folding. All must outlive the scanner.
  TextScanner(std::string_view text, const TokenLists& lists, std::string& buffer)
      : text_(text), lists_(lists), buffer_(buffer) {}

  // The next token's place; empty at the end of the text.
  ByteRange next();

 private:
  char32_t point(std::size_t at) const;  // 0 at the end of the text
  std::size_t after(std::size_t at) const;
  std::string_view folded(std::size_t begin, std::size_t end);
  std::size_t after_letters(std::size_t at) const;

  std::size_t read_token(std::size_t at);
  std::size_t read_word(std::size_t begin);
  std::size_t read_number(std::size_t begin);
  std::size_t read_mark(std::size_t begin);
  std::size_t read_address(std::size_t begin, std::size_t seen);
  std::size_t glued_unit(std::size_t begin);

  bool address_follows(std::size_t begin, std::size_t dot);
  std::size_t elision_end(std::size_t begin, std::size_t end);
  std::size_t clitics_end(std::size_t begin, std::size_t hyphen);
  std::size_t abbreviation_end(std::size_t begin, std::size_t part, std::size_t dot);
  std::size_t bracketed_ending(std::size_t at) const;
  std::size_t thousands_end(std::size_t begin, std::size_t at) const;
  bool starts_sentence(std::size_t at);
  bool mixed_capitals(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  const TokenLists& lists_;
  std::string& buffer_;
  std::size_t at_ = 0;
  std::size_t clitics_until_ = 0;  // up to here the text is a chain of clitics
  bool after_figure_ = false;      // the last token was a figure that is glued to what follows
  bool free_ = true;               // white space or an opening mark stands before
};

}  // namespace greffier
