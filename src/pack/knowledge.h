#pragma once

#include <filesystem>

namespace greffier {

class Knowledge {
 public:
  explicit Knowledge(const std::filesystem::path& path);
};

}  // namespace greffier
