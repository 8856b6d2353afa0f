// Sentence ends by a perceptron over the gaps that may be one (learn/sentence_marks.cpp), greedily from left to right. A text
// with line ends shows its titles by them, so there a gap without any mark ends nothing. Without a model, a mark before a
// capital ends a sentence. Tested in tests/golden/sentences.case; the score on a treebank is in docs/quality.md.
#include "stages/split_sentences.h"

#include <array>

#include "learn/linear_model.h"
#include "learn/sentence_features.h"
#include "stages/dateline.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

// Whether the words stand on more than one line.
bool has_lines(const Document& d) {
  return !d.tokens.empty() && d.text().find('\n', d.tokens[0].place.begin) < d.tokens.back().place.begin;
}

class Splitter {
 public:
  Splitter(const Pack& pack, Workspace& workspace, Document& document)
      : d_(document),
        model_(pack.lexicon ? pack.sentence_model.get() : nullptr),
        features_(workspace.features),
        marks_(document, workspace.quote_marks),
        seen_(document, marks_, *pack.lexicon, workspace.text),
        datelines_(document, *pack.vocabulary, workspace.text),
        lines_(has_lines(document)) {}

  void run() {
    const auto count = static_cast<Index>(d_.tokens.size());
    Index begin = 0;
    bool line_start = true;
    Index dateline_end = 0;
    for (Index i = 0; i < count; ++i) {
      if (i == begin && line_start) dateline_end = datelines_.behind(begin);
      if (model_) seen_.pass(i);
      const Gap gap = marks_.after(i);
      if (i + 1 < dateline_end || (i + 1 != dateline_end && !ends(i, gap))) continue;
      const TokenRange tokens{begin, i + 1};
      const bool heading = line_start && gap == Gap::paragraph && !marks_.ends_with_mark(tokens);
      d_.sentences.push_back({tokens, d_.place_of(tokens), heading});
      begin = i + 1;
      seen_.begin(begin);
      line_start = gap == Gap::paragraph;
    }
  }

 private:
  bool ends(Index i, Gap gap) {
    if (gap == Gap::inside || gap == Gap::paragraph) return gap == Gap::paragraph;
    if (gap == Gap::open && lines_) return false;
    if (!model_) return gap == Gap::mark && marks_.starts_sentence(i + 1);
    seen_.collect(i, gap, features_);
    std::array<std::int32_t, 2> scores{};
    model_->score(features_, scores);
    return scores[1] > scores[0];
  }

  Document& d_;
  const LinearModel* model_;
  std::vector<Feature>& features_;
  SentenceMarks marks_;
  SentenceFeatures seen_;
  Datelines datelines_;
  bool lines_;
};

}  // namespace

void split_sentences(const Pack& pack, Workspace& workspace, Document& document) {
  find_quote_marks(document, workspace.quote_marks);
  Splitter(pack, workspace, document).run();
}

}  // namespace greffier
