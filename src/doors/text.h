// The plain text door: one file, one article.
#pragma once

#include <string>

#include "doors/arrival.h"

namespace greffier {

// `told` holds what the caller says of the article (id, title, url …); its text is replaced. A byte order mark goes, and
// line ends become "\n". Any bytes are safe.
Arrival article_from_text(std::string bytes, Article told, const Defaults& defaults);

}  // namespace greffier
