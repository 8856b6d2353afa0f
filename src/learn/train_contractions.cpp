#include "learn/train_contractions.h"

#include "base/utf8.h"
#include "learn/contraction_features.h"

namespace greffier {
namespace {

void add_document(const Document& document, const TokenLists& lists, Choices& choices) {
  std::vector<ByteRange> surface;
  std::vector<bool> many;
  for (const Token& token : document.tokens) {
    if (token.multi == MultiWord::later) continue;
    surface.push_back(token.place);
    many.push_back(token.multi == MultiWord::first);
  }
  std::string buffer;
  std::vector<Feature> features;
  for (std::size_t i = 0; i < surface.size(); ++i) {
    if (!lists.contraction(utf8::folded(document.text(surface[i]))).ends_with('?')) continue;
    contraction_features(document.text(), surface, i, lists.lexicon(), buffer, features);
    choices.add(features, many[i]);
  }
}

}  // namespace

ModelRows train_contractions(const std::vector<Document>& documents, const TokenLists& lists, const ChoiceTraining& training,
                             const std::function<void(int, std::size_t)>& report) {
  Choices choices;
  for (const Document& document : documents) add_document(document, lists, choices);
  return train_choices(choices, {"one", "many"}, training, report);
}

}  // namespace greffier
