// Compiles rule files to RuleSets. docs/formats/rules.md is the manual of the language.
#pragma once

#include <filesystem>
#include <string_view>

#include "greffier/pattern.h"
#include "pack/vocabulary.h"

namespace greffier {

// Compiles the text of one rule file; its literals are interned in `vocabulary`, which must outlive nothing: a RuleSet
// keeps numbers only. `lang` is put before the rules' names. Throws Error{pack} "FILE:LINE: …".
RuleSet compile_rules(std::string_view text, std::string_view file, std::string_view lang, Vocabulary& vocabulary);

}  // namespace greffier
