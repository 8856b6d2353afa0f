#include "stages/index_tokens.h"

#include "base/utf8.h"
#include "pack/vocabulary.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

void index_words(const Vocabulary& vocabulary, Workspace& w, const Document& d) {
  for (const Token& token : d.tokens) {
    w.text.clear();
    utf8::fold(d.form(token), w.text);
    w.index.form.push_back(vocabulary.find(w.text));
    w.text.clear();
    utf8::fold(d.lemma(token), w.text);
    w.index.lemma.push_back(vocabulary.find(w.text));
  }
}

// Children in text order: from the last token backwards, each becomes the first child of its head.
void index_tree(TokenIndex& index, const Document& d) {
  index.first_child.assign(d.tokens.size(), kNone);
  index.next_sibling.assign(d.tokens.size(), kNone);
  for (auto i = static_cast<Index>(d.tokens.size()); i-- > 0;) {
    const Index head = d.tokens[i].head;
    if (head == kNone) continue;
    index.next_sibling[i] = index.first_child[head];
    index.first_child[head] = i;
  }
}

void index_layers(TokenIndex& index, const Document& d) {
  index.layers.assign(d.tokens.size(), 0);
  for (const Quote& quote : d.quotes)
    for (Index i = quote.tokens.begin; i < quote.tokens.end; ++i) index.layers[i] |= kInQuote;
  for (const Sentence& sentence : d.sentences)
    if (sentence.heading)
      for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) index.layers[i] |= kInHeading;
}

}  // namespace

void index_tokens(const Pack& pack, Workspace& workspace, Document& document) {
  workspace.index.form.clear();
  workspace.index.lemma.clear();
  index_words(*pack.vocabulary, workspace, document);
  index_tree(workspace.index, document);
  index_layers(workspace.index, document);
}

}  // namespace greffier
