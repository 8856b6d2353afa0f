// Greedy line filling: cost linear in the text. Tested in tests/unit/layout_test.cpp.
#include "output/layout.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/strings.h"
#include "output/columns.h"

namespace greffier {
namespace {

unsigned columns_of(const Line& line) {
  return std::accumulate(line.begin(), line.end(), 0u, [](unsigned sum, const Run& run) { return sum + columns(run.text); });
}

void append(Line& line, std::string_view text, std::uint8_t ink) {
  if (line.empty() || line.back().ink != ink) line.push_back({{}, ink});
  line.back().text += text;
}

// Fills lines cluster by cluster. A word waits until it is known whether it fits.
class Filler {
 public:
  explicit Filler(unsigned width) : width_(std::max(width, 2u)) {}

  void put(std::string_view cluster, unsigned wide, std::uint8_t ink) {
    if (cluster == "\n") return end_word(), end_line();
    if (cluster == " ") return end_word(), append(blank_, " ", ink), blank_columns_ += 1, void();
    if (word_columns_ + wide > width_) end_word(), end_line();
    append(word_, cluster, ink);
    word_columns_ += wide;
  }

  std::vector<Line> lines() {
    end_word();
    if (!line_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void end_word() {
    if (word_.empty()) return;
    if (!line_.empty() && line_columns_ + blank_columns_ + word_columns_ > width_) end_line();
    if (!line_.empty()) take(blank_, blank_columns_);
    take(word_, word_columns_);
    forget_blank();
  }

  void take(Line& runs, unsigned& wide) {
    for (const Run& run : runs) append(line_, run.text, run.ink);
    line_columns_ += wide;
    runs.clear();
    wide = 0;
  }

  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    line_columns_ = 0;
    forget_blank();
  }

  void forget_blank() { blank_.clear(), blank_columns_ = 0; }

  const unsigned width_;
  std::vector<Line> lines_;
  Line line_, blank_, word_;
  unsigned line_columns_ = 0, blank_columns_ = 0, word_columns_ = 0;
};

std::string_view colour_of(std::uint8_t ink) {
  if (ink & kDeed) return "31";
  if (ink & kCue) return "35";
  if (ink & kTime) return "33";
  return ink & kSaid ? "36" : "";
}

std::string sgr(std::uint8_t ink) {
  std::string codes(colour_of(ink));
  if (ink & (kName | kHead)) codes.append(codes.empty() ? "1" : ";1");
  if (ink & kFaint) codes.append(codes.empty() ? "2" : ";2");
  return codes.empty() ? codes : "\x1b[" + codes + "m";
}

constexpr unsigned kGap = 2, kNarrowest = 6, kWidestWord = 16;

unsigned longest_word(const Line& line) {
  unsigned longest = 0;
  for (const Run& run : line)
    for (std::string_view word : split_words(run.text)) longest = std::max(longest, columns(word));
  return longest;
}

// The widths of the columns by a measure of their cells.
template <class Measure>
std::vector<unsigned> widths_by(const Grid& grid, Measure measure) {
  std::vector<unsigned> widths;
  for (const std::string& title : grid.heading) widths.push_back(measure(Line{{title}}));
  for (const auto& row : grid.rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], measure(row[i]));
  return widths;
}

// Takes one by one from the column that is wider than its floor and widest, long texts
// being worth up to three times their width, until `excess` is gone or none is left.
void narrow(std::vector<unsigned>& widths, const std::vector<unsigned>& natural, const std::vector<unsigned>& floors,
            unsigned& excess) {
  const auto ease = [&](std::size_t i) { return widths[i] * (450 - std::min(natural[i], 300u)); };
  for (; excess > 0; --excess) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > floors[i] && (widest == widths.size() || ease(i) > ease(widest))) widest = i;
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

// First at the cost of line breaks between words, then, on a very narrow page, within them.
std::vector<unsigned> fitting_widths(const Grid& grid, unsigned width) {
  std::vector<unsigned> widths = widths_by(grid, columns_of), words = widths_by(grid, longest_word);
  for (unsigned& word : words) word = std::min(word, kWidestWord);
  const unsigned total = std::accumulate(widths.begin(), widths.end(), kGap * static_cast<unsigned>(widths.size()));
  unsigned excess = total > width ? total - width : 0;
  const std::vector<unsigned> natural = widths;
  std::copy_n(natural.begin(), std::min(grid.whole, natural.size()), words.begin());
  narrow(widths, natural, words, excess);
  for (std::size_t i = grid.whole; i < words.size(); ++i) words[i] = kNarrowest;
  narrow(widths, natural, words, excess);
  return widths;
}

void paint_row(std::string& out, const std::vector<Line>& cells, const std::vector<unsigned>& widths, bool colour) {
  std::vector<std::vector<Line>> wrapped;
  std::size_t height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    wrapped.push_back(wrap(cells[i], widths[i]));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t k = 0; k < height; ++k) {
    std::size_t pending = 0;  // blanks that nothing may follow
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Line empty;
      const Line& line = k < wrapped[i].size() ? wrapped[i][k] : empty;
      pending += kGap;
      if (!line.empty()) out.append(std::exchange(pending, 0), ' ');
      paint(out, line, colour);
      pending += widths[i] - std::min(widths[i], columns_of(line));
    }
    out.push_back('\n');
  }
}

}  // namespace

std::vector<Line> wrap(const Line& runs, unsigned width) {
  Filler filler(width);
  for (const Run& run : runs)
    for (std::string_view rest = run.text; !rest.empty();) {
      const Cluster cluster = first_cluster(rest);
      filler.put(rest.substr(0, cluster.bytes), cluster.columns, run.ink);
      rest.remove_prefix(cluster.bytes);
    }
  return filler.lines();
}

void paint(std::string& out, const Line& line, bool colour) {
  for (const Run& run : line) {
    const std::string on = colour ? sgr(run.ink) : std::string();
    out.append(on).append(run.text).append(on.empty() ? "" : "\x1b[0m");
  }
}

void paint(std::string& out, const Grid& grid, unsigned width, bool colour) {
  const std::vector<unsigned> widths = fitting_widths(grid, width);
  std::vector<Line> heading;
  for (const std::string& title : grid.heading) heading.push_back({{title, kFaint}});
  paint_row(out, heading, widths, colour);
  for (const auto& row : grid.rows) paint_row(out, row, widths, colour);
}

}  // namespace greffier
