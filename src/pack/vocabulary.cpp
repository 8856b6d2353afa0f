#include "pack/vocabulary.h"

#include <algorithm>

#include "base/mapped_file.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {

std::size_t Vocabulary::Hash::operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }

Vocabulary::Vocabulary() : lists_of_(1) {
  static const std::string nothing;
  texts_.push_back(&nothing);
}

Vocabulary::Vocabulary(const std::filesystem::path& folder) : Vocabulary() {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const ListId list = add_list(file.stem().string());
    const std::string text = read_file(file);
    for (std::string_view line : split_lines(text)) {
      if (trim(line).empty() || line[0] == '#') continue;
      const std::size_t tab = std::min(line.find('\t'), line.size());
      add_entry(list, trim(line.substr(0, tab)), trim(line.substr(tab)));
    }
  }
}

Symbol Vocabulary::intern(std::string_view text) {
  const auto [at, added] = symbols_.try_emplace(utf8::folded(text), static_cast<Symbol>(lists_of_.size()));
  if (added) {
    lists_of_.emplace_back();
    texts_.push_back(&at->first);
  }
  return at->second;
}

ListId Vocabulary::add_list(std::string_view name) {
  return lists_.try_emplace(std::string(name), static_cast<ListId>(lists_.size())).first->second;
}

void Vocabulary::add_entry(ListId list, std::string_view text, std::string_view value) {
  const Symbol symbol = intern(text);
  if (!in_list(symbol, list)) lists_of_[symbol].push_back({list, std::string(value)});
}

Symbol Vocabulary::find(std::string_view folded) const {
  const auto at = symbols_.find(folded);
  return at == symbols_.end() ? 0 : at->second;
}

ListId Vocabulary::list(std::string_view name) const {
  const auto at = lists_.find(name);
  return at == lists_.end() ? kNoList : at->second;
}

std::vector<std::string_view> Vocabulary::list_names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, id] : lists_) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

bool Vocabulary::in_list(Symbol symbol, ListId list) const {
  return std::any_of(lists_of_[symbol].begin(), lists_of_[symbol].end(), [&](const Membership& m) { return m.list == list; });
}

std::string_view Vocabulary::value(Symbol symbol, ListId list) const {
  for (const Membership& m : lists_of_[symbol])
    if (m.list == list) return m.value;
  return {};
}

std::vector<Symbol> Vocabulary::symbols(ListId list) const {
  std::vector<Symbol> out;
  for (Symbol symbol = 1; symbol < lists_of_.size(); ++symbol)
    if (in_list(symbol, list)) out.push_back(symbol);
  return out;
}

}  // namespace greffier
