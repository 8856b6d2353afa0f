// Tested in tests/e2e/store_test.cpp.
#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "output/columns.h"
#include "output/days.h"
#include "output/layout.h"

namespace greffier {
namespace {

constexpr unsigned kMostShown = 240;  // columns of a cell; `greffier show` has the whole

std::string text_of(const Table::Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

// The cell as a person is shown it: "2020-10-01..2020-10-31" is 2020-10.
std::string cell_of(const Table& table, std::size_t column, const Table::Value& value) {
  const std::string text = text_of(value);
  const std::size_t dots = text.find("..");
  if (table.columns[column].ends_with("day") && dots != std::string::npos)
    return short_days(text.substr(0, dots), text.substr(dots + 2));
  return shortened(one_line(text), kMostShown);
}

// The columns that a person is shown: those that say something in any row.
std::vector<std::size_t> columns_shown(const Table& table) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < std::min(table.columns.size(), table.shown); ++i)
    if (std::ranges::any_of(table.rows, [i](const auto& row) { return !text_of(row[i]).empty(); })) out.push_back(i);
  return out;
}

std::string plain(const Table& table, const Console& console, unsigned room) {
  Grid grid;
  grid.whole = 2;  // what is to be copied, and the day
  const auto shown = columns_shown(table);
  for (std::size_t i : shown) grid.heading.push_back(table.columns[i]);
  for (const auto& row : table.rows) {
    auto& cells = grid.rows.emplace_back();
    for (std::size_t i : shown) cells.push_back({{cell_of(table, i, row[i]), kPlain}});
  }
  std::string out;
  paint(out, grid, room, console.colour);
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
  if (table.rows.size() < table.total)
    say(fmt::format("greffier: {} of {} shown; --limit and --skip show others\n", table.rows.size(), table.total));
  else if (table.rows.empty()) say("greffier: nothing found\n");
}

}  // namespace greffier
