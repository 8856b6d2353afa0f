#include "base/blocks.h"

#include <fmt/format.h>

#include "base/strings.h"
#include "greffier/error.h"

namespace greffier {

std::vector<Block> parse_blocks(std::string_view text, std::string_view file) {
  std::vector<Block> blocks;
  bool open = false;
  int number = 0;
  for (std::string_view line : split_lines(text)) {
    ++number;
    const std::string_view content = trim(line);
    if (content.empty()) {
      open = false;
    } else if (line[0] == '#') {
      continue;
    } else if (line[0] == ' ' || line[0] == '\t') {
      if (!open)
        throw Error(ErrorCode::pack,
                    fmt::format("{}:{}: this line is indented but nothing stands before it to go on with", file, number));
      std::string& value = blocks.back().back().value;
      if (!value.empty()) value += ' ';
      value += content;
    } else {
      if (!open) blocks.emplace_back();
      open = true;
      const std::size_t gap = std::min(content.find_first_of(" \t"), content.size());
      blocks.back().push_back({std::string(content.substr(0, gap)), std::string(trim(content.substr(gap))), number});
    }
  }
  return blocks;
}

}  // namespace greffier
