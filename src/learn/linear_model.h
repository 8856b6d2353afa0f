// Sparse linear weights, trained by averaged perceptron, mapped from a file.
#pragma once

#include <filesystem>

namespace greffier {

class LinearModel {
 public:
  // Maps a model file. Throws Error{pack} where it is cut short, damaged or of another version.
  explicit LinearModel(const std::filesystem::path& path);
};

}  // namespace greffier
