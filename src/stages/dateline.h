// The dateline at the head of a dispatch: "Place, day (Agency) —".
#pragma once

#include <string>

#include "greffier/document.h"
#include "pack/vocabulary.h"

namespace greffier {

// Finds datelines of one document by the lists dateline-mark and dateline-word of its pack. Cost: a few tokens a paragraph.
class Datelines {
 public:
  Datelines(const Document& document, const Vocabulary& vocabulary, std::string& buffer)
      : d_(document),
        vocabulary_(vocabulary),
        marks_(vocabulary.list("dateline-mark")),
        words_(vocabulary.list("dateline-word")),
        folded_(buffer) {}

  // The token behind the dateline that opens the paragraph at token `begin`; `begin` where none does.
  Index behind(Index begin) const;

 private:
  bool listed(Index token, ListId list) const;
  bool place_or_day(Index token) const;
  bool parts(Index dash) const;
  Index behind_bracket(Index begin) const;

  const Document& d_;
  const Vocabulary& vocabulary_;
  ListId marks_, words_;
  std::string& folded_;  // scratch
};

}  // namespace greffier
