// Runs the parser (learn/parser.h) over each sentence. Tested in tests/unit/parser_test.cpp.
#include "stages/parse.h"

#include "base/strings.h"
#include "base/utf8.h"
#include "learn/parser.h"
#include "stages/mend_tree.h"
#include "stages/workspace.h"

namespace greffier {

void parse(const Pack& pack, Workspace& workspace, Document& document) {
  std::vector<ParseWord>& words = workspace.parse_words;
  for (const Sentence& sentence : document.sentences) {
    words.clear();
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Token& token = document.tokens[i];
      workspace.text.clear();
      utf8::fold(document.form(token), workspace.text);
      const Feature form = hash(workspace.text);
      words.push_back({form, lexical_part(document.form(token), document.lemma(token), token.upos, workspace.text), token.upos,
                       token.feats});
    }
    pack.parser->parse(words, workspace.parse_state);
    for (Index i = 0; i < words.size(); ++i) {
      Token& token = document.tokens[sentence.tokens.begin + i];
      const Index head = workspace.parse_state.node(i).head;
      token.head = head == workspace.parse_state.root() ? kNone : sentence.tokens.begin + head;
      token.relation = pack.parser->relation(workspace.parse_state, i);
    }
    mend_tree(document, sentence.tokens, workspace.marks);
  }
}

}  // namespace greffier
