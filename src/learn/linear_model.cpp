#include "learn/linear_model.h"

namespace greffier {

LinearModel::LinearModel(const std::filesystem::path&) {}

}  // namespace greffier
