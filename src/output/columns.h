// Text as a terminal shows it: clusters of code points and the columns that they take.
#pragma once

#include <string>
#include <string_view>

namespace greffier {

struct Cluster {        // a user-perceived character: a base with its combining marks, an emoji sequence
  std::size_t bytes;
  unsigned columns;     // 0, 1 or 2
};

// The cluster that begins at the beginning of `text`, which is not empty.
Cluster first_cluster(std::string_view text);

// The columns of a line of text.
unsigned columns(std::string_view text);

// `text` within `most` columns, its end replaced by "…" where it is longer.
std::string shortened(std::string_view text, unsigned most);

// The code point, or a picture of it where it would steer the terminal (␛).
char32_t harmless(char32_t point);

// One line that is safe to print: code points harmless, white space of any kind as one blank.
std::string one_line(std::string_view text);

}  // namespace greffier
