// Lines and tables for people: runs of text with inks, wrapped to columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace greffier {

// What a run of text is, as bits; colours follow from it, and nothing does without colours.
enum Ink : std::uint8_t { kPlain = 0, kSaid = 1, kCue = 2, kName = 4, kTime = 8, kDeed = 16, kHead = 32, kFaint = 64 };

struct Run {
  std::string text;
  std::uint8_t ink = kPlain;
};
using Line = std::vector<Run>;

// Breaks at blanks, and within a word only where it is wider than a line; "\n" ends a line. No line is wider than
// `width` (at least 2) columns, and what is left of a run keeps its ink.
std::vector<Line> wrap(const Line& runs, unsigned width);

// Appends the runs, with SGR colours where `colour`.
void paint(std::string& out, const Line& line, bool colour);

// Rows of cells under a heading. Columns that are too wide for the page are narrowed, their cells wrapped.
struct Grid {
  std::vector<std::string> heading;
  std::vector<std::vector<Line>> rows;
  std::size_t whole = 0;  // the first so many columns are never narrowed: what they hold is to be copied
};
void paint(std::string& out, const Grid& grid, unsigned width, bool colour);

}  // namespace greffier
