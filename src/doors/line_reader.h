// A file, a pipe or standard input as a stream of lines: never the whole of it in memory.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace greffier {

class LineReader {
 public:
  static constexpr std::size_t kMaxLine = std::size_t{64} << 20;

  enum class Got : unsigned char { line, too_long, end };

  // "-" is standard input. `stop`, where given, ends the waiting for a pipe that says nothing. Throws Error{io}.
  explicit LineReader(const std::string& path, const std::atomic<bool>* stop = nullptr);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  // The next line without its end and, on the first, without a byte order mark; of a line that is too long only the
  // beginning, the rest is passed over. Throws Error{io}.
  Got next(std::string& line);
  // All that is left. Longer than kMaxLine: only the beginning, and too_long. Throws Error{io}.
  Got rest(std::string& bytes);

  // The first byte that is neither white space nor a byte order mark, among those that come first; 0 for none.
  char first_byte();
  std::size_t number() const { return number_; }             // of the last line, from 1
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  bool fill();
  std::string_view left() const { return std::string_view(buffer_).substr(at_, size_ - at_); }

  std::string path_;
  const std::atomic<bool>* stop_;
  int file_ = -1;
  std::string buffer_;
  std::size_t at_ = 0, size_ = 0;  // what of the buffer is not yet taken
  std::size_t number_ = 0;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace greffier
