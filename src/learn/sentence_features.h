// What the model of sentence ends sees of a gap between two tokens.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "learn/features.h"
#include "learn/sentence_marks.h"
#include "pack/lexicon.h"

namespace greffier {

// Reads one document from left to right; the sentences that were ended so far are part of what is seen.
class SentenceFeatures {
 public:
  SentenceFeatures(const Document& document, const SentenceMarks& marks, const Lexicon& lexicon, std::string& buffer)
      : d_(document), marks_(marks), lexicon_(lexicon), buffer_(buffer) {}

  // To be called for each token in order, before the gap behind it is looked at.
  void pass(Index token);
  // A sentence begins with `token`.
  void begin(Index token);
  // The features of the gap behind `token`.
  void collect(Index token, Gap gap, std::vector<Feature>& features);
  // Whether the token or the next can be a finite verb.
  bool verb_soon(Index token) { return look(token).verb || look(token + 1).verb; }

 private:
  struct Seen {
    std::uint64_t form = 0;  // hash of the folded form
    std::uint64_t shape = 0;
    std::uint64_t tags = 0;  // Lexicon::Classes::tags
    bool verb = false;       // can be a finite verb
    bool finite = false;     // and hardly anything else
  };
  Seen look(std::size_t token);
  Seen look_afresh(std::size_t token);

  struct Remembered {
    std::size_t token = SIZE_MAX;
    Seen seen;
  };
  std::array<Remembered, 16> remembered_;  // by the token's number; neighbours are asked for again and again

  const Document& d_;
  const SentenceMarks& marks_;
  const Lexicon& lexicon_;
  std::string& buffer_;
  Index begin_ = 0;
  bool has_verb_ = false;   // since begin_
  bool all_capitals_ = true;
  int depth_ = 0;           // of brackets since begin_
};

}  // namespace greffier
