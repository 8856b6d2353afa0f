// Tab-separated tables: the first line names the columns, `#` begins a comment line, fields point into the file.
#pragma once

#include <array>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "base/mapped_file.h"

namespace greffier {

inline constexpr std::size_t kMaxColumns = 12;

// One row, its fields in the order that the reader asked for; a missing column or field is empty.
class TableRow {
 public:
  TableRow(std::string_view file, int line) : file_(file), line_(line) {}
  std::string_view operator[](std::size_t column) const { return fields_[column]; }
  void set(std::size_t column, std::string_view value) { fields_[column] = value; }
  // Throws Error{pack} "FILE:LINE: message".
  [[noreturn]] void fail(std::string_view message) const;

 private:
  std::array<std::string_view, kMaxColumns> fields_{};
  std::string_view file_;
  int line_;
};

// Calls `take` for every row. Throws Error{pack} where the first of `columns` is not among the file's.
void read_table(const MappedFile& file, std::string_view name, std::span<const std::string_view> columns,
                const std::function<void(const TableRow&)>& take);

// Calls `take` for every part of a field with several values, which '|' separates.
template <class Take>
void for_each_part(std::string_view field, Take take) {
  while (!field.empty()) {
    const std::size_t bar = std::min(field.find('|'), field.size());
    if (bar > 0) take(field.substr(0, bar));
    field.remove_prefix(std::min(bar + 1, field.size()));
  }
}

}  // namespace greffier
