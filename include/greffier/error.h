// The one exception type: it ends an operation. What may simply be absent is an optional or an empty vector instead.
#pragma once

#include <stdexcept>
#include <string>

namespace greffier {

enum class ErrorCode : unsigned char {
  usage,      // the caller asked for something that does not exist
  input,      // a file or an article cannot be used
  pack,       // a language pack is missing, damaged or wrong
  io,         // the system refused to read or write
  internal,   // an invariant is broken: our own mistake
};

// A message says what, where, and what would work.
struct Error : std::runtime_error {
  Error(ErrorCode error_code, const std::string& message) : std::runtime_error(message), code(error_code) {}
  ErrorCode code;
};

}  // namespace greffier
