// Block files: the shape of rule files. A block is a run of `key  value` lines; an indented line goes on with the value
// before it; an empty line ends the block; `#` at the start of a line is a comment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace greffier {

struct BlockLine {
  std::string key;
  std::string value;
  int line = 0;  // 1-based
};
using Block = std::vector<BlockLine>;

// Throws Error{pack} "FILE:LINE: …" where a line goes on with nothing.
std::vector<Block> parse_blocks(std::string_view text, std::string_view file);

}  // namespace greffier
