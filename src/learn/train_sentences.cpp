#include "learn/train_sentences.h"

#include "learn/sentence_features.h"

namespace greffier {
namespace {

void add_document(const Document& document, const Lexicon& lexicon, Choices& choices) {
  std::vector<QuoteMark> quote_marks;
  find_quote_marks(document, quote_marks);
  const SentenceMarks marks(document, quote_marks);
  std::string buffer;
  std::vector<Feature> features;
  SentenceFeatures seen(document, marks, lexicon, buffer);
  for (const Sentence& sentence : document.sentences) {
    seen.begin(sentence.tokens.begin);
    for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      seen.pass(i);
      const Gap gap = marks.after(i);
      if (gap != Gap::open && gap != Gap::mark) continue;
      seen.collect(i, gap, features);
      choices.add(features, i + 1 == sentence.tokens.end);
    }
  }
}

}  // namespace

ModelRows train_sentences(const std::vector<Document>& documents, const Lexicon& lexicon, const ChoiceTraining& training,
                          const std::function<void(int, std::size_t)>& report) {
  Choices choices;
  for (const Document& document : documents) add_document(document, lexicon, choices);
  return train_choices(choices, {"no", "yes"}, training, report);
}

}  // namespace greffier
