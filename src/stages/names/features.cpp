#include "stages/names/features.h"

namespace greffier::names {
namespace {

// Stands before and behind the sentence.
const Clue kEdge{.word = 1, .shape = Shape::other, .upos = Upos::X};

struct Window {
  const Clue &l2, &l1, &here, &r1, &r2;
};

Window window(std::span<const Clue> sentence, std::size_t at) {
  const auto clue = [&](std::size_t i) -> const Clue& { return i < sentence.size() ? sentence[i] : kEdge; };  // -1 wraps round
  return {clue(at - 2), clue(at - 1), clue(at), clue(at + 1), clue(at + 2)};
}

std::uint64_t shape(const Clue& c) { return static_cast<std::uint64_t>(c.shape); }
std::uint64_t upos(const Clue& c) { return static_cast<std::uint64_t>(c.upos); }

class Adder {
 public:
  explicit Adder(std::vector<Feature>& features) : features_(features) {}
  void operator()(std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
    features_.push_back(feature(kind_++, a, b, c));
  }

 private:
  std::vector<Feature>& features_;
  std::uint64_t kind_ = 0x4e00;  // templates of names, apart from those of other models
};

void words(const Window& w, Adder& add) {
  add(w.here.word), add(w.l1.word), add(w.r1.word), add(w.l2.word), add(w.r2.word);
  add(w.l1.word, w.here.word), add(w.here.word, w.r1.word), add(w.l1.word, w.r1.word), add(w.l2.word, w.l1.word),
      add(w.r1.word, w.r2.word);
  add(w.here.word, shape(w.here)), add(w.here.prefix), add(w.here.suffix2), add(w.here.suffix3), add(w.here.suffix4);
  add(w.l1.suffix3, shape(w.here)), add(w.r1.suffix3, shape(w.here));
}

void shapes(const Window& w, Adder& add) {
  add(shape(w.here), w.here.length), add(shape(w.here), w.here.context), add(shape(w.l1), shape(w.here)),
      add(shape(w.here), shape(w.r1));
  add(shape(w.l1), shape(w.here), shape(w.r1)), add(shape(w.l2), shape(w.l1), shape(w.here)),
      add(shape(w.here), shape(w.r1), shape(w.r2));
  add(w.l1.word, shape(w.here)), add(w.r1.word, shape(w.here)), add(w.l2.word, shape(w.l1), shape(w.here));
  add(shape(w.here), w.here.lexicon), add(shape(w.here), w.here.context, w.here.lexicon);
}

void grammar(const Window& w, Adder& add) {
  add(upos(w.here)), add(upos(w.l1), upos(w.here)), add(upos(w.here), upos(w.r1)), add(upos(w.l1), upos(w.here), upos(w.r1));
  add(upos(w.l2), upos(w.l1), upos(w.here)), add(upos(w.here), upos(w.r1), upos(w.r2)),
      add(upos(w.here), shape(w.here), w.here.context);
  add(w.l1.word, upos(w.here)), add(w.here.word, upos(w.r1));
}

void knowledge(const Window& w, Adder& add) {
  add(w.here.known), add(w.here.known, shape(w.here)), add(w.l1.known, w.here.known), add(w.here.known, w.r1.known);
  add(w.l1.word, w.here.known), add(w.here.known, w.r1.word), add(w.l1.known, shape(w.here)), add(w.r1.known, shape(w.here));
  add(w.l1.known, shape(w.here), shape(w.r1)), add(w.l2.known, w.l1.known, shape(w.here));
}

}  // namespace

void features_of(std::span<const Clue> sentence, std::size_t at, std::vector<Feature>& features) {
  const Window w = window(sentence, at);
  Adder add(features);
  words(w, add);
  shapes(w, add);
  grammar(w, add);
  knowledge(w, add);
}

}  // namespace greffier::names
