// The tests on one token that a pattern names: 'x', @list, and what stands in […].
#pragma once

#include <string_view>
#include <utility>

#include "pack/pattern_program.h"
#include "pack/pattern_text.h"

namespace greffier::pattern {

// Reads conditions from `text` into the tables of `program`. Fails as PatternText does, with "did you mean".
class ConditionReader {
 public:
  ConditionReader(PatternText& text, Vocabulary& vocabulary, Program& program)
      : text_(text), vocabulary_(vocabulary), p_(program) {}

  Condition literal();    // '…'
  Condition list();       // @name
  Condition attribute();  // key=value or key!=value
  // The relations that `names` lists, as a run of Program::relations.
  std::pair<std::uint32_t, std::uint32_t> relations(std::string_view names);

 private:
  void fill(Condition& c, std::string_view key, std::string_view value);
  void shape(Condition& c, std::string_view value);
  void feature(Condition& c, std::string_view key, std::string_view value) const;
  std::uint32_t words(std::string_view value);
  std::uint32_t keep(SymbolSet set);
  void add_list(SymbolSet& set, std::string_view name) const;
  std::uint32_t upos(std::string_view tag) const;
  std::uint32_t name_mask(std::string_view type) const;
  template <class Rows>
  auto one_of(const Rows& rows, std::string_view name, std::string_view what) const;

  PatternText& text_;
  Vocabulary& vocabulary_;
  Program& p_;
};

}  // namespace greffier::pattern
