#include "support/deeds.h"

#include <filesystem>

#include "pack/vocabulary.h"
#include "stages/workspace.h"
#include "support/documents.h"

namespace greffier {

DeedSentence::DeedSentence(std::string_view rows) : document(document_of(rows)), workspace_(make_workspace()) {
  static const auto lists = std::make_shared<const Vocabulary>(std::filesystem::path(GREFFIER_SOURCE_DIR) / "packs/fr/lists");
  pack_.lang = "fr";
  pack_.vocabulary = lists;
  workspace_->index = index_of(document, *lists);
}

Index DeedSentence::token(std::string_view form) const {
  for (Index t = 0; t < document.tokens.size(); ++t)
    if (document.form(document.tokens[t]) == form) return t;
  return kNone;
}

}  // namespace greffier
