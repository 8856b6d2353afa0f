#include "cli/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "cli/write_all.h"
#include "greffier/error.h"

namespace greffier {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

bool wants_colour(std::string_view choice) {
  if (choice != "auto") return choice == "always";
  return variable("NO_COLOR").empty() && variable("TERM") != "dumb" && ::isatty(STDOUT_FILENO) == 1;
}

}  // namespace

Console Console::of_system(std::string_view colour) {
  Console console;
  console.colour = wants_colour(colour);
  console.errors_are_terminal = ::isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb";
  console.progress = console.errors_are_terminal && ::isatty(STDOUT_FILENO) != 1;
  console.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) console.width = size.ws_col;
  return console;
}

void say(std::string_view text) { write_all(STDERR_FILENO, text); }

void write_out(std::string_view text) {
  if (write_all(STDOUT_FILENO, text)) return;
  const int error = errno;
  if (error == EPIPE) throw PipeClosed();
  throw Error(ErrorCode::io, fmt::format("standard output: cannot be written: {}", std::strerror(error)));
}

}  // namespace greffier
