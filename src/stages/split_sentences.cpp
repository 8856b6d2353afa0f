// Sentence ends by a perceptron over the gaps that may be one (learn/sentence_marks.cpp), greedily from left to right. A text
// with line ends shows its titles by them, so there a gap without any mark ends nothing. A line that no mark ends is a heading,
// unless it is a list's item. A run of kLongest tokens is cut behind its next comma, or once it is twice as long, so that what
// later stages do within a sentence stays linear in the text. Without a model, a mark before a capital ends a sentence. Tested
// in tests/golden/sentences.case; the score on a treebank is in docs/quality.md.
#include "stages/split_sentences.h"

#include <array>

#include "learn/linear_model.h"
#include "learn/sentence_features.h"
#include "stages/dateline.h"
#include "stages/list_items.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

constexpr Index kLongest = 500;  // tokens of a sentence; the longest of our treebanks has 169

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
    if (count > 0) open(0, true);
    for (Index i = 0; i < count; ++i) {
      if (model_) seen_.pass(i);
      const Gap gap = marks_.after(i);
      if (!ends(i, gap)) continue;
      close(i, gap);
      if (i + 1 < count) open(i + 1, gap == Gap::paragraph);
    }
  }

 private:
  void open(Index begin, bool line_start) {
    begin_ = begin, line_start_ = line_start;
    item_ = line_start ? behind_marker(d_, begin) : begin;
    dateline_ = line_start && item_ == begin ? datelines_.behind(begin) : begin;
    seen_.begin(begin);
  }

  void close(Index last, Gap gap) {
    const TokenRange tokens{begin_, last + 1};
    const bool heading = line_start_ && item_ == begin_ && gap == Gap::paragraph && !marks_.ends_with_mark(tokens);
    d_.sentences.push_back({tokens, d_.place_of(tokens), heading});
  }

  bool ends(Index i, Gap gap) {
    if (i + 1 <= item_ || i + 1 <= dateline_) return i + 1 == dateline_;
    if (gap == Gap::paragraph) return true;
    if (i >= begin_ + kLongest && may_cut(i)) return true;
    if (gap == Gap::inside) return false;
    if (gap == Gap::open && lines_) return false;
    if (!model_) return gap == Gap::mark && marks_.starts_sentence(i + 1);
    if (gap == Gap::mark && marks_.goes_on(i) && seen_.verb_soon(i + 1)) return false;
    seen_.collect(i, gap, features_);
    std::array<std::int32_t, 2> scores{};
    model_->score(features_, scores);
    return scores[1] > scores[0];
  }

  bool may_cut(Index i) const {
    return d_.form(d_.tokens[i]) == "," || (i >= begin_ + 2 * kLongest && d_.tokens[i + 1].multi != MultiWord::later);
  }

  Document& d_;
  const LinearModel* model_;
  std::vector<Feature>& features_;
  SentenceMarks marks_;
  SentenceFeatures seen_;
  Datelines datelines_;
  bool lines_;
  // Of the sentence that is open: its first token, whether a line begins with it, the token behind its marker or dateline.
  Index begin_ = 0;
  bool line_start_ = true;
  Index item_ = 0, dateline_ = 0;
};

}  // namespace

void split_sentences(const Pack& pack, Workspace& workspace, Document& document) {
  find_quote_marks(document, workspace.quote_marks);
  Splitter(pack, workspace, document).run();
}

}  // namespace greffier
