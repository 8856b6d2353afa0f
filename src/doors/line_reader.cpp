// read(2) into one buffer; poll(2) before it, so that a reader that waits for a pipe can be told to stop.
// Tested in tests/unit/line_reader_test.cpp.
#include "doors/line_reader.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "greffier/error.h"

namespace greffier {
namespace {

constexpr std::size_t kBuffer = std::size_t{256} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

[[noreturn]] void fail(const std::string& path) {
  const int error = errno;
  throw Error(ErrorCode::io,
              fmt::format("{}: cannot be read: {}", path == "-" ? "standard input" : path, std::strerror(error)));
}

}  // namespace

LineReader::LineReader(const std::string& path, const std::atomic<bool>* stop)
    : path_(path),
      stop_(stop),
      file_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      buffer_(kBuffer, '\0') {
  if (file_ < 0) fail(path_);
}

LineReader::~LineReader() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

bool LineReader::fill() {
  pollfd wait{file_, POLLIN, 0};
  while (::poll(&wait, 1, 100) <= 0)
    if (stop_ != nullptr && stop_->load()) return false;
  ssize_t got = 0;
  do got = ::read(file_, buffer_.data(), buffer_.size());
  while (got < 0 && errno == EINTR);
  if (got < 0) fail(path_);
  at_ = 0, size_ = static_cast<std::size_t>(got);
  if (bytes_read_ == 0 && left().starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  bytes_read_ += size_;
  return size_ > 0;
}

LineReader::Got LineReader::next(std::string& line) {
  line.clear();
  bool any = false, whole = true;
  while (at_ < size_ || fill()) {
    const std::size_t end = std::min(left().find('\n'), left().size());
    any = true;
    if (line.size() + end > kMaxLine) whole = false;
    if (whole) line.append(left().substr(0, end));
    const bool ended = at_ + end < size_;
    at_ += end + ended;
    if (ended) break;
  }
  if (!any) return Got::end;
  ++number_;
  if (line.ends_with('\r')) line.pop_back();
  return whole ? Got::line : Got::too_long;
}

LineReader::Got LineReader::rest(std::string& bytes) {
  bytes.clear();
  bool whole = true;
  while (at_ < size_ || fill()) {
    if (bytes.size() + left().size() > kMaxLine) whole = false;
    if (whole) bytes.append(left());
    at_ = size_;
  }
  return whole ? Got::line : Got::too_long;
}

char LineReader::first_byte() {
  if (at_ == size_ && !fill()) return 0;
  const std::size_t first = left().find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? '\0' : left()[first];
}

}  // namespace greffier
