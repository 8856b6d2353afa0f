#include "base/mapped_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "greffier/error.h"

namespace greffier {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* deed) {
  throw Error(ErrorCode::io, fmt::format("{}: cannot {} it: {}", path.string(), deed, std::strerror(errno)));
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path, "open");
  struct stat status {};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(file);
    throw Error(ErrorCode::io, fmt::format("{}: is not a regular file", path.string()));
  }
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ > 0) {
    void* data = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (data == MAP_FAILED) {
      ::close(file);
      fail(path, "map");
    }
    data_ = data;
  }
  ::close(file);
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(data_, size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

std::string read_file(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path)) fail(path, "read");
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) fail(path, "read");
  return content;
}

void write_file(const std::filesystem::path& path, std::string_view content) {
  const std::filesystem::path part = path.string() + ".part";
  errno = 0;
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!out.flush()) fail(part, "write");
  }
  std::error_code error;
  std::filesystem::rename(part, path, error);
  if (error) throw Error(ErrorCode::io, fmt::format("{}: cannot rename to it: {}", path.string(), error.message()));
}

}  // namespace greffier
