// A file mapped into memory, read-only. Models and lexicons are read in place.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace greffier {

class MappedFile {
 public:
  // Throws Error{io} naming the file.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&&) = delete;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::span<const std::byte> bytes() const { return {static_cast<const std::byte*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

// The whole of a file; throws Error{io} naming the file.
std::string read_file(const std::filesystem::path& path);
// Writes a file whole or not at all (a neighbour, then a rename); throws Error{io}.
void write_file(const std::filesystem::path& path, std::string_view content);

}  // namespace greffier
