#include "cli/sources.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "greffier/error.h"

namespace greffier {
namespace {

// The size of a file, or nothing where it has none (a pipe).
std::uint64_t size_of(const std::string& path) {
  std::error_code error;
  if (path == "-" || !std::filesystem::is_regular_file(path, error)) return 0;
  return std::filesystem::file_size(path, error);
}

void require_readable(const std::string& path) {
  if (path == "-") return;
  if (::access(path.c_str(), R_OK) != 0)
    throw Error(ErrorCode::io, fmt::format("{}: cannot be read: {}", path, std::strerror(errno)));
  if (std::filesystem::is_directory(path))
    throw Error(ErrorCode::io, fmt::format("{}: is a folder; name the files in it", path));
}

bool blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

Sources::Sources(std::vector<std::string> paths, Door door, bool told, const std::atomic<bool>& stop)
    : paths_(std::move(paths)), door_(door), told_(told), stop_(stop) {
  if (paths_.empty()) paths_.push_back("-");
  bool known = true;
  for (const std::string& path : paths_) {
    require_readable(path);
    const std::uint64_t size = size_of(path);
    known = known && size > 0;
    total_bytes_ += size;
  }
  if (!known) total_bytes_ = 0;
}

bool Sources::is_text() {
  if (door_ != Door::by_name) return door_ == Door::text;
  const std::string& path = paths_[source_];
  if (path.ends_with(".txt")) return true;
  return told_ && !path.ends_with(".jsonl") && !path.ends_with(".json") && reader_->first_byte() != '{';
}

bool Sources::next(Item& item) {
  for (; source_ < paths_.size(); ++source_, reader_.reset()) {
    if (!reader_) {
      reader_ = std::make_unique<LineReader>(paths_[source_], &stop_);
      if (is_text()) return whole_file(item);
    }
    if (next_line(item)) return true;
  }
  return false;
}

bool Sources::whole_file(Item& item) {
  item = {{}, source_, 0, false, true};
  item.too_long = reader_->rest(item.bytes) == LineReader::Got::too_long;
  reader_.reset();
  ++source_;
  return true;
}

// Blank lines are no articles.
bool Sources::next_line(Item& item) {
  for (auto got = reader_->next(item.bytes); got != LineReader::Got::end; got = reader_->next(item.bytes)) {
    item.source = source_, item.line = reader_->number(), item.text = false;
    item.too_long = got == LineReader::Got::too_long;
    if (!blank(item.bytes)) return true;
  }
  return false;
}

std::string Sources::place(const Item& item) const {
  const std::string name = path(item) == "-" ? "standard input" : path(item);
  return item.line == 0 ? name : fmt::format("{}:{}", name, item.line);
}

}  // namespace greffier
