// Bytes → a model file: refused with Error{pack}, or its scores are read without a step outside the file.
#include <cstdint>
#include <cstdlib>
#include <array>
#include <string_view>

#include "greffier/error.h"
#include "learn/linear_model.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace greffier;
  try {
    const LinearModel model({reinterpret_cast<const char*>(data), size}, "fuzz");
    std::array<std::int32_t, LinearModel::kMaxLabels> scores{};
    std::array<Feature, 64> features{};
    for (std::size_t i = 0; i < features.size(); ++i) features[i] = 0x9e3779b97f4a7c15u * (i + 1);
    model.score(features, std::span(scores.data(), model.label_count()));
    if (model.label_index(model.label(0)) != 0u) return 0;  // two labels of one name: allowed, the first is found
  } catch (const Error& error) {
    if (error.code != ErrorCode::pack) std::abort();
  }
  return 0;
}
