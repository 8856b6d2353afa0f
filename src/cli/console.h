// The terminal: whether there is one, how wide it is, whether it shall have colours.
#pragma once

#include <string>
#include <string_view>

namespace greffier {

struct Console {
  bool colour = false;           // on standard output
  bool errors_are_terminal = false;  // a line on standard error may rewrite itself where nothing is printed
  bool progress = false;         // a line that rewrites itself is welcome: standard error is a terminal, output goes elsewhere
  bool input_is_terminal = false;
  unsigned width = 100;          // columns of standard output; 100 where it is no terminal

  // `colour` is "auto", "always" or "never"; auto means a terminal, unless NO_COLOR is set or TERM is dumb.
  static Console of_system(std::string_view colour);
};

// Writes to standard error at once.
void say(std::string_view text);

// Standard output without a buffer of the C library between: what cannot be written is known where it is written.
// Throws Error{io}; where the reader has gone away, PipeClosed.
struct PipeClosed {};
void write_out(std::string_view text);

}  // namespace greffier
