// Half surrogate pairs in JSON's \u escapes, which no UTF-8 text can hold.
#pragma once

#include <cstddef>
#include <string>

namespace greffier {

// Replaces the escape of each surrogate without its other half by \ufffd, in place; returns how many there were.
std::size_t mend_surrogates(std::string& json);

}  // namespace greffier
