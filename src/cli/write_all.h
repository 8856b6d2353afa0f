// write(2) until all is written.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace greffier {

// False where the system refuses; errno says why.
inline bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = ::write(file, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

}  // namespace greffier
