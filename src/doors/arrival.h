// What a door makes of one item: an article, or the reason why it is set aside.
//
// Doors never throw for what they read: one bad item never stops the others. The two doors here know one item each;
// where items come from (files, lines, a pipe) is for byte_source.h and line_reader.h.
#pragma once

#include <string>
#include <string_view>

#include "greffier/document.h"

namespace greffier {

struct Arrival {
  Article article;           // what could be read of it, even where it is set aside
  std::string_view reason;   // one of a fixed few, so that they can be counted; empty: the article is sound
  std::string detail;        // what exactly, where `reason` alone does not say it
  std::size_t repaired = 0;  // broken bytes that became U+FFFD

  bool aside() const { return !reason.empty(); }
  void set_aside(std::string_view why, std::string what = {}) {
    if (!aside()) reason = why, detail = std::move(what);
  }
};

// What the caller says of articles that do not say it themselves.
struct Defaults {
  std::string published, source, lang;
};

// The last step of every door: repairs the strings, fills in what is absent, reads the date, and sets aside what cannot
// be read. An article without an id gets one from its source, day and text: the same on every machine.
void admit(Arrival& arrival, const Defaults& defaults);

}  // namespace greffier
