#pragma once

#include <filesystem>

namespace greffier {

class Lexicon {
 public:
  explicit Lexicon(const std::filesystem::path& path);
};

}  // namespace greffier
