#include "pack/table_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "greffier/error.h"

namespace greffier {
namespace {

// For each column of the file, its place among those asked for, or kMaxColumns.
std::array<std::size_t, kMaxColumns> places(std::string_view header, std::span<const std::string_view> columns,
                                            const TableRow& row) {
  std::array<std::size_t, kMaxColumns> out;
  out.fill(kMaxColumns);
  std::size_t at = 0;
  for (std::string_view name : split(header, '\t')) {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (at < kMaxColumns && found != columns.end()) out[at] = static_cast<std::size_t>(found - columns.begin());
    ++at;
  }
  if (std::find(out.begin(), out.end(), 0U) == out.end())
    row.fail(fmt::format("the first line names the columns, and '{}' is one of them", columns.front()));
  return out;
}

}  // namespace

void TableRow::fail(std::string_view message) const {
  throw Error(ErrorCode::pack, fmt::format("{}:{}: {}", file_, line_, message));
}

void read_table(const MappedFile& file, std::string_view name, std::span<const std::string_view> columns,
                const std::function<void(const TableRow&)>& take) {
  std::string_view rest(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size());
  std::array<std::size_t, kMaxColumns> order{};
  bool header = true;
  for (int line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    if (text.empty() || text[0] == '#') continue;
    TableRow row(name, line);
    if (header) {
      order = places(text, columns, row);
      header = false;
      continue;
    }
    std::size_t begin = 0, column = 0;
    for (std::size_t at = 0; at <= text.size() && column < kMaxColumns; ++at) {
      if (at < text.size() && text[at] != '\t') continue;
      if (order[column] < kMaxColumns) row.set(order[column], text.substr(begin, at - begin));
      begin = at + 1;
      ++column;
    }
    take(row);
  }
}

}  // namespace greffier
