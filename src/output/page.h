// A record as a page for people: the text with its statements marked, then tables of who said what, what happened, when,
// and who is who.
#pragma once

#include <string>

#include "greffier/record.h"

namespace greffier {

struct PageStyle {
  unsigned width = 100;  // columns
  bool colour = false;
};

// Safe on a terminal whatever the text holds: its control characters are shown as pictures.
std::string page_of(const Record& record, const PageStyle& style);

}  // namespace greffier
