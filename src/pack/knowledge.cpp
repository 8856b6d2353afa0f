#include "pack/knowledge.h"

namespace greffier {

Knowledge::Knowledge(const std::filesystem::path&) {}

}  // namespace greffier
