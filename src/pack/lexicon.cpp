#include "pack/lexicon.h"

namespace greffier {

Lexicon::Lexicon(const std::filesystem::path&) {}

}  // namespace greffier
