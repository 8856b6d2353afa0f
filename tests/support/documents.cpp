#include "support/documents.h"

#include <memory>
#include <string>

#include "base/strings.h"
#include "greffier/pack.h"
#include "greffier/pipeline.h"
#include "stages/index_tokens.h"
#include "stages/workspace.h"

namespace greffier {

Document document_of(std::string_view rows) {
  Document d;
  for (std::string_view row : split_lines(rows)) {
    const auto cells = split_words(row);
    if (cells.size() != 6) continue;
    if (!d.article.text.empty()) d.article.text += ' ';
    Token t;
    t.place.begin = static_cast<Index>(d.article.text.size());
    d.article.text += cells[0];
    t.place.end = static_cast<Index>(d.article.text.size());
    t.lemma = d.keep(cells[1]);
    t.upos = upos_from(cells[2]).value_or(Upos::X);
    t.feats = feats_from(cells[3]);
    const auto head = static_cast<Index>(std::stoul(std::string(cells[4])));
    t.head = head == 0 ? kNone : head - 1;
    t.relation = relation_from(cells[5]);
    t.space_after = true;
    d.tokens.push_back(t);
  }
  const TokenRange all{0, static_cast<Index>(d.tokens.size())};
  d.sentences.push_back({all, d.place_of(all), false});
  return d;
}

TokenIndex index_of(const Document& document, const Vocabulary& vocabulary) {
  Pack pack;
  pack.vocabulary = std::shared_ptr<const Vocabulary>(&vocabulary, [](const Vocabulary*) {});
  const WorkspacePtr workspace = make_workspace();
  Document copy = document;
  index_tokens(pack, *workspace, copy);
  return workspace->index;
}

}  // namespace greffier
