// The JSON Lines door: one article a line. docs/formats/articles.md is its manual.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "doors/arrival.h"

namespace greffier {

inline constexpr std::array<std::string_view, 7> kArticleKeys = {"id", "date", "source", "lang", "title", "text", "url"};

// Under which key of the input each of kArticleKeys stands.
using KeyMap = std::array<std::string, kArticleKeys.size()>;

// Reads "text=body,date=published_at"; keys that are not named keep their own name. Throws Error{usage}.
KeyMap key_map(std::string_view text = {});

// Any bytes are safe.
Arrival article_from_json(std::string line, const KeyMap& keys, const Defaults& defaults);

}  // namespace greffier
