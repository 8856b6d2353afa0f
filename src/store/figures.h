// What a text counts: dead, hurt, arrested, gathered, … by the pack's lists, for holding articles against each other.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pack/vocabulary.h"

namespace greffier {

// A whole number of the text and what it counts: a kind from the lists, "persons", or empty where the text does not say.
struct Figure {
  std::string kind;
  std::int64_t value = 0;
  bool approximate = false;      // "about", "at least"
  std::size_t begin = 0, end = 0;  // bytes
};

class Counting {
 public:
  explicit Counting(std::shared_ptr<const Vocabulary> vocabulary);

  std::vector<Figure> figures(std::string_view text) const;
  // Whether the words of a content are negated an odd number of times.
  bool negated(std::string_view content) const;

 private:
  struct Word;
  std::vector<Word> words(std::string_view text) const;
  Word number(std::string_view text, std::size_t at, std::size_t end) const;
  bool merge(Word& number, const Word& next) const;
  std::string_view kind_after(const std::vector<Word>& words, std::size_t at) const;
  std::string_view kind_before(const std::vector<Word>& words, std::size_t at, bool people) const;
  bool near(const std::vector<Word>& words, std::size_t at) const;
  std::string_view in(ListId list, Symbol symbol) const;

  std::shared_ptr<const Vocabulary> vocabulary_;
  const ListId number_, one_, many_, before_, person_, near_, negation_;
};

}  // namespace greffier
