// A sentence made by hand with the French word lists, for tests of what the stage `events` reads from the tree.
#pragma once

#include <memory>
#include <string_view>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "greffier/pipeline.h"
#include "stages/events/reading.h"

namespace greffier {

class DeedSentence {
 public:
  // Rows as document_of() wants them.
  explicit DeedSentence(std::string_view rows);

  events::Reading reading() const { return {pack_, *workspace_, document}; }
  // The first token of this form.
  Index token(std::string_view form) const;
  std::string_view word(Index t) const { return t == kNone ? "-" : document.form(document.tokens[t]); }

  Document document;

 private:
  Pack pack_;
  WorkspacePtr workspace_;
};

}  // namespace greffier
