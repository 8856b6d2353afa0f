// Column widths: each column gets what its longest cell needs, as far as the width allows; the widest give way first.
// Tested in tests/unit/table_test.cpp.
#include "cli/table.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/utf8.h"

namespace greffier {
namespace {

constexpr std::size_t kLeast = 6;

std::string text_of(const Table::Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

std::size_t columns_of(char32_t point) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(point));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = utf8::decode(text, at);
    width += columns_of(point);
    at += length;
  }
  return width;
}

// One line without control characters, cut to `width` columns with … and filled up with blanks.
std::string cell(std::string_view text, std::size_t width, bool fill) {
  std::string out;
  std::size_t used = 0;
  const bool cut = width_of(text) > width;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = utf8::decode(text, at);
    const char32_t shown = utf8::is_space(point) || point < 0x20 || (point >= 0x7F && point < 0xA0) ? U' ' : point;
    const std::size_t wide = columns_of(shown);
    if (used + wide > width - cut) break;
    utf8::append(out, shown);
    used += wide;
    at += length;
  }
  if (cut) out += "…", ++used;
  if (fill && used < width) out.append(width - used, ' ');
  return out;
}

std::vector<std::size_t> widths_of(const Table& table, std::size_t room) {
  std::vector<std::size_t> widths;
  for (const std::string& name : table.columns) widths.push_back(width_of(name));
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(text_of(row[i])));
  const std::size_t gaps = 2 * (widths.size() - std::min<std::size_t>(widths.size(), 1));
  while (std::accumulate(widths.begin(), widths.end(), gaps) > room) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= kLeast) break;
    --*widest;
  }
  return widths;
}

std::string plain(const Table& table, const Console& console, std::size_t room) {
  std::string out;
  const auto widths = widths_of(table, room);
  const auto line = [&](const auto& cells, auto text) {
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? "  " : "") + cell(text(cells[i]), widths[i], i + 1 < cells.size());
    while (out.ends_with(' ')) out.pop_back();
  };
  if (console.colour) out += "\x1b[1m";
  line(table.columns, [](const std::string& name) { return name; });
  out += console.colour ? "\x1b[0m\n" : "\n";
  for (const auto& row : table.rows) line(row, text_of), out += '\n';
  return out;
}

std::string json_lines(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (const auto* whole = std::get_if<std::int64_t>(&row[i])) object[table.columns[i]] = *whole;
      else if (const auto* text = std::get_if<std::string>(&row[i])) object[table.columns[i]] = *text;
      else object[table.columns[i]] = nullptr;
    }
    out += object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  }
  return out;
}

std::string csv(const Table& table) {
  std::string out = csv_line({table.columns.begin(), table.columns.end()});
  for (const auto& row : table.rows) out += csv_line(row);
  return out;
}

}  // namespace

std::string csv_line(const std::vector<Table::Value>& cells) {
  std::string out;
  for (const Table::Value& value : cells) {
    std::string text = text_of(value);
    const bool word = std::holds_alternative<std::string>(value);
    if (word && !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) text.insert(0, 1, '\'');
    if (text.find_first_of("\",\r\n") != std::string::npos) {
      std::string quoted = "\"";
      for (char c : text) quoted.append(c == '"' ? 2 : 1, c);
      text = quoted + '"';
    }
    out += (&value == &cells.front() ? "" : ",") + text;
  }
  return out + "\r\n";
}

void print_table(const Table& table, const Arguments& arguments, const Console& console) {
  if (arguments.has("--json")) write_out(json_lines(table));
  else if (arguments.has("--csv")) write_out(csv(table));
  else if (!table.rows.empty()) write_out(plain(table, console, arguments.number("--width", console.width, 20, 10000)));
  if (table.rows.size() < table.total) say(fmt::format("greffier: {} of {} shown; --limit and --skip show others\n", table.rows.size(), table.total));
  else if (table.rows.empty()) say("greffier: nothing found\n");
}

}  // namespace greffier
