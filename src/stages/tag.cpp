// Runs the tagger (learn/tagger.h) over each sentence. Tested in tests/unit/tagger_test.cpp.
#include "stages/tag.h"

#include "base/utf8.h"
#include "learn/tagger.h"
#include "pack/lexicon.h"
#include "stages/mend_tags.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

TagWord word_of(const Document& document, const Token& token, const Lexicon* lexicon, bool first, std::string& folded) {
  const std::string_view form = document.form(token);
  folded.clear();
  utf8::fold(form, folded);
  FormClasses classes;
  if (lexicon) {
    const Lexicon::Classes known = lexicon->classes(folded);
    classes = {known.tags, known.morph};
  }
  return {word_parts(form, folded, classes, first), Upos::X, Feats()};
}

bool without_letters(std::string_view form) {
  for (std::size_t at = 0; at < form.size();) {
    const auto [point, length] = utf8::decode(form, at);
    if (utf8::is_letter(point) || utf8::is_digit(point)) return false;
    at += length;
  }
  return true;
}

}  // namespace

void tag(const Pack& pack, Workspace& workspace, Document& document) {
  std::vector<TagWord>& words = workspace.tag_words;
  for (const Sentence& sentence : document.sentences) {
    words.clear();
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
      words.push_back(word_of(document, document.tokens[i], pack.lexicon.get(), i == sentence.tokens.begin, workspace.text));
    pack.tagger->tag(words);
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      document.tokens[i].upos = words[i - sentence.tokens.begin].upos;
      document.tokens[i].feats = words[i - sentence.tokens.begin].feats;
      // A dash at the head of a sentence of names is no name.
      if (document.tokens[i].upos == Upos::PROPN && without_letters(document.form(document.tokens[i])))
        document.tokens[i].upos = Upos::PUNCT, document.tokens[i].feats = Feats();
    }
    mend_tags(pack, document, sentence.tokens);
  }
}

}  // namespace greffier
