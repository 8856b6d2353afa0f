// The symbols of one pack: every literal of its rules and every entry of its word lists has a number.
//
// A list is a set of symbols, some with a value. Look-ups by text cost one hash; by symbol, an index.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greffier {

using Symbol = std::uint32_t;  // 0: not known to the pack
using ListId = std::uint16_t;
inline constexpr ListId kNoList = UINT16_MAX;

class Vocabulary {
 public:
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  // Loads every FOLDER/*.txt as a list; a missing folder has none. Throws Error{pack}.
  explicit Vocabulary(const std::filesystem::path& folder);
  Vocabulary();

  // Builders, used while a pack loads; `text` is folded.
  Symbol intern(std::string_view text);
  ListId add_list(std::string_view name);
  void add_entry(ListId list, std::string_view text, std::string_view value);

  // The symbol of a folded text, 0 where it has none.
  Symbol find(std::string_view folded) const;
  // The list so called, or kNoList.
  ListId list(std::string_view name) const;
  std::vector<std::string_view> list_names() const;
  std::string_view text(Symbol symbol) const { return *texts_[symbol]; }
  std::size_t size() const { return lists_of_.size(); }  // symbols are 1..size()-1

  bool in_list(Symbol symbol, ListId list) const;
  // The value of an entry; empty where it has none or is not in the list.
  std::string_view value(Symbol symbol, ListId list) const;
  // All symbols of a list, ascending.
  std::vector<Symbol> symbols(ListId list) const;

 private:
  struct Membership {
    ListId list;
    std::string value;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const;
  };
  std::unordered_map<std::string, Symbol, Hash, std::equal_to<>> symbols_;
  std::unordered_map<std::string, ListId, Hash, std::equal_to<>> lists_;
  std::vector<const std::string*> texts_;          // by symbol: the keys of symbols_, which stay where they are
  std::vector<std::vector<Membership>> lists_of_;  // by symbol; few each
};

}  // namespace greffier
