// The committed packs, loaded once for all tests.
#pragma once

#include <string>
#include <string_view>

#include "greffier/engine.h"

namespace greffier {

// The engine for packs/; null with a reason on standard error where a part of the pack is missing.
const Engine* test_engine();

// A French article of one text, published as told ("2020-08-15"), read by test_engine().
Document read_text(std::string_view text, std::string_view published = "2020-08-15");

}  // namespace greffier
