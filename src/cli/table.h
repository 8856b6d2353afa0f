// Tables on the terminal, as JSON Lines and as CSV.
#pragma once

#include "cli/command.h"
#include "greffier/store.h"

namespace greffier {

inline constexpr Flag kTableFlags[] = {
    {"--json", "", "one JSON object a row"},
    {"--csv", "", "comma-separated values, safe to open in a spreadsheet"},
    {"--limit", "N", "show at most N rows (default 50)"},
    {"--skip", "N", "leave out the first N rows"},
    {"--width", "COLUMNS", "how wide a table may be (default: the terminal, else 100)"},
};

// Prints the rows to standard output in the form that the flags ask for, and "N of M shown" to standard error where rows
// were left out. Nothing found is an empty table, not an error.
void print_table(const Table& table, const Arguments& arguments, const Console& console);

// RFC 4180, and a leading ' before what a spreadsheet would run as a formula (=, +, -, @, tab, return).
std::string csv_line(const std::vector<Table::Value>& cells);

}  // namespace greffier
