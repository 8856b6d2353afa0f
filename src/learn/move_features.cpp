// The templates of the moves, after Zhang and Nivre (2011) for an arc-hybrid state. The quick ones, found by greedy search for
// what settles most decisions, have weights of their own and are asked first (learn/quick.h).
#include "learn/parse_state.h"

namespace greffier {
namespace {

constexpr std::uint64_t kKind = 200, kQuickKind = 1200;
constexpr std::uint64_t kNoDistance = 9;

// What the templates look at: two words of the stack, three of the buffer, and their children.
class MoveTemplates {
 public:
  MoveTemplates(const ParseState& state, FeatureList& out) : state_(state), out_(out) {}

  void quick() {
    kind_ = kQuickKind;
    add(s0.tag, b0.tag, b1.tag, b2.tag);
    add(s1.tag, s0.tag, b0.tag, b1.tag);
    add(s2.tag, s1.tag, s0.tag, b0.tag);
    add(b0.tag, b1.tag, b2.tag);
    add(s0.both, b0.tag);
    add(s0.tag, b0.both);
    add(s1.tag, b0.both);
    add(b0.both, b1.both);
    add(s0.morph, b0.morph);
    add(s1.morph, s0.morph);
    add(s0.tag, s0l.tag, b0.tag);
    add(s0.tag, s0r.tag, b0.tag);
    add(s0.both, s0l.label);
    add(s0.both, s0r.label);
    add(s0.both, s0.labels[0]);
    add(b0.both, b0l.label);
    add(b0l.both, b0.tag);
    add(b0.tag, b0.labels[0], s0.tag);
    add(s0.tag, s0.valency[1], b0.tag);
    add(s1.tag, s1.valency[1], s0.tag);
    add(s0.tag, d0, b0.tag);
    add(s0.marker, s0.tag, s1.tag);
    add(s0.marker, s0.tag, s1.tag, d1);
    add(b0.marker, b0.tag, s0.form);
  }

  void all() {
    kind_ = kKind;
    of_words();
    of_pairs();
    of_threes();
    of_children();
    of_counts();
    of_markers();
  }

 private:
  // Single words.
  void of_words() {
    add(s0.form);
    add(s0.both);
    add(s0.morph);
    add(s1.form);
    add(s1.both);
    add(s1.morph);
    add(b0.form);
    add(b0.both);
    add(b0.morph);
    add(b1.both);
    add(b1.morph);
    add(b2.both);
    add(b2.tag);
    add(s2.both);
    add(s2.tag);
  }
  // Two words.
  void of_pairs() {
    add(s0.both, b0.both);
    add(s0.both, b0.tag);
    add(s0.tag, b0.both);
    add(s0.form, b0.form);
    add(s0.tag, b0.tag);
    add(s0.morph, b0.morph);
    add(s1.both, s0.both);
    add(s1.both, s0.tag);
    add(s1.tag, s0.both);
    add(s1.tag, s0.tag);
    add(s1.morph, s0.morph);
    add(s1.both, b0.tag);
    add(s1.tag, b0.both);
    add(s1.both, b0.both);
    add(b0.both, b1.tag);
    add(b0.tag, b1.both);
    add(b0.both, b1.both);
  }
  // Three words and four.
  void of_threes() {
    add(b0.tag, b1.tag, b2.tag);
    add(s0.tag, b0.tag, b1.tag);
    add(s1.tag, s0.tag, b0.tag);
    add(s2.tag, s1.tag, s0.tag);
    add(s2.tag, s1.tag, s0.tag, b0.tag);
    add(s1.tag, s0.tag, b0.tag, b1.tag);
    add(s0.tag, b0.tag, b1.tag, b2.tag);
    add(s0.morph, b0.morph, b1.morph);
    add(s1.morph, s0.morph, b0.morph);
    add(s0.both, b0.tag, b1.tag);
    add(s0.tag, b0.both, b1.tag);
    add(s0.tag, b0.tag, b1.both);
    add(s1.both, s0.tag, b0.tag);
    add(s1.tag, s0.both, b0.tag);
    add(s1.tag, s0.tag, b0.both);
  }
  // Words and their children.
  void of_children() {
    add(s0.tag, s0l.tag, b0.tag);
    add(s0.tag, s0r.tag, b0.tag);
    add(s0.tag, b0.tag, b0l.tag);
    add(s1.tag, s1r.tag, s0.tag);
    add(s1.tag, s1l.tag, s0.tag);
    add(s1.tag, s0.tag, s0l.tag);
    add(s1.tag, s0.tag, s0r.tag);
    add(s0.tag, s0l.tag, s0l2.tag);
    add(s0.tag, s0r.tag, s0r2.tag);
    add(b0.tag, b0l.tag, b0l2.tag);
    add(s0l.both, s0.tag);
    add(s0r.both, s0.tag);
    add(b0l.both, b0.tag);
    add(s1r.both, s1.tag);
    add(s0.both, s0l.label);
    add(s0.both, s0r.label);
    add(b0.both, b0l.label);
    add(s1.both, s1r.label);
    add(s1.both, s1l.label);
  }
  // How far the words are from one another, and what hangs on them already.
  void of_counts() {
    add(s0.form, d0);
    add(s0.tag, d0, b0.tag);
    add(b0.form, d0);
    add(s0.form, b0.form, d0);
    add(s1.tag, d1, s0.tag);
    add(s1.form, d1, s0.tag);
    add(s0.both, s0.valency[1]);
    add(s0.tag, s0.valency[1], b0.tag);
    add(s0.both, s0.valency[0]);
    add(s0.tag, s0.valency[0], b0.tag);
    add(b0.both, b0.valency[0]);
    add(b0.tag, b0.valency[0], s0.tag);
    add(s1.both, s1.valency[1]);
    add(s1.tag, s1.valency[1], s0.tag);
    add(s0.tag, s0.labels[0], b0.tag);
    add(s0.tag, s0.labels[1], b0.tag);
    add(s0.both, s0.labels[1]);
    add(s0.both, s0.labels[0]);
    add(b0.tag, b0.labels[0], s0.tag);
    add(s1.both, s1.labels[1], s0.tag);
    add(s1.tag, s1.labels[0], s0.tag);
  }
  // The prepositions and conjunctions on them.
  void of_markers() {
    add(s0.marker, s0.tag, s1.tag);
    add(s0.marker, s0.form, s1.form);
    add(s0.marker, s0.tag, s1.form);
    add(s0.marker, s0.tag, s1.tag, d1);
    add(b0.marker, b0.tag, s0.tag);
    add(b0.marker, b0.tag, s0.form);
    add(s1.marker, s0.marker, s1.tag, s0.tag);
    add(s2.form, s0.marker, s0.tag);
  }

  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) {
    out_.add(feature(kind_++, a, b, c, d));
  }
  const ParseNode& node(Index i) const { return state_.node(i); }

  const ParseState& state_;
  FeatureList& out_;
  std::uint64_t kind_ = 0;
  const Index i0 = state_.stack(0), i1 = state_.stack(1), j0 = state_.buffer(0);
  const ParseNode &s0 = node(i0), &s1 = node(i1), &s2 = node(state_.stack(2));
  const ParseNode &b0 = node(j0), &b1 = node(state_.buffer(1)), &b2 = node(state_.buffer(2));
  const ParseNode &s0l = node(s0.left[0]), &s0r = node(s0.right[0]), &b0l = node(b0.left[0]);
  const ParseNode &s1l = node(s1.left[0]), &s1r = node(s1.right[0]);
  const ParseNode &s0l2 = node(s0.left[1]), &s0r2 = node(s0.right[1]), &b0l2 = node(b0.left[1]);
  const std::uint64_t d0 = i0 == state_.outside() ? kNoDistance : distance_class(i0, j0);
  const std::uint64_t d1 = i1 == state_.outside() ? kNoDistance : distance_class(i1, i0);
};

}  // namespace

void move_features(const ParseState& state, FeatureList& out) { MoveTemplates(state, out).all(); }

void quick_move_features(const ParseState& state, FeatureList& out) { MoveTemplates(state, out).quick(); }

}  // namespace greffier
