// The templates of an arc's label, and the quick ones (as in move_features.cpp).
#include "learn/parse_state.h"

namespace greffier {
namespace {

constexpr std::uint64_t kKind = 400, kQuickKind = 1400;

// What the templates look at: the child, its parent, their outer children, the words beside them.
class LabelTemplates {
 public:
  LabelTemplates(const ParseState& state, Index child, Index parent, FeatureList& out)
      : state_(state), out_(out), i_(child), j_(parent) {}

  void quick() {
    kind_ = kQuickKind;
    add(c.morph, side);
    add(c.morph, p.morph, side);
    add(c.both, p.tag, side);
    add(c.tag, p.both, side);
    add(c.tag, p.tag, d);
    add(c.marker, c.tag, p.tag, side);
    add(c.labels[0], c.tag, p.tag, side);
    add(p.labels[0], c.tag, p.tag, side);
    add(c.valency[0], c.valency[1], c.tag, p.tag);
    add(cl.both, c.tag, side);
    add(cr.both, c.tag, side);
  }

  void all() {
    kind_ = kKind;
    of_two();
    of_siblings();
    of_place();
  }

 private:
  // The child and its parent.
  void of_two() {
    add(side);
    add(c.form, side);
    add(c.both, side);
    add(c.morph, side);
    add(p.form, side);
    add(p.both, side);
    add(p.morph, side);
    add(c.tag, p.tag, side);
    add(c.both, p.tag, side);
    add(c.tag, p.both, side);
    add(c.both, p.both, side);
    add(c.morph, p.morph, side);
    add(c.form, p.morph, side);
    add(c.morph, p.form, side);
    add(c.tag, p.tag, d);
    add(c.marker, c.tag, p.tag, side);
    add(c.marker, c.tag, p.form, side);
    add(c.marker, c.form, side);
    add(c.marker, c.form, p.form, side);
    add(c.marker, c.morph, p.morph, side);
  }
  // What hangs on them already.
  void of_siblings() {
    add(c.labels[0], c.tag, p.tag, side);
    add(c.labels[1], c.tag, p.tag, side);
    add(c.labels[0], c.labels[1], c.tag);
    add(p.labels[0], c.tag, p.tag, side);
    add(p.labels[1], c.tag, p.tag, side);
    add(p.labels[0], c.form, side);
    add(p.labels[1], c.morph, p.both, side);
    add(p.labels[0], c.morph, p.both, side);
    add(p.labels[0], c.marker, p.both, side);
    add(cl.both, c.tag, side);
    add(cr.both, c.tag, side);
    add(cl.form, c.form);
    add(cl.tag, c.tag, cr.tag);
    add(pl.both, p.tag, c.tag, side);
    add(pr.both, p.tag, c.tag, side);
  }
  // What stands beside them.
  void of_place() {
    add(before.tag, c.tag, p.tag, side);
    add(after.tag, c.tag, p.tag, side);
    add(before.form, c.tag, side);
    add(after.form, c.tag, side);
    add(next.tag, c.tag, p.tag, side);
    add(before.tag, c.tag, after.tag, p.tag);
    add(c.valency[0], c.valency[1], c.tag, p.tag);
    add(p.valency[0], p.valency[1], c.tag, p.tag << 1 | side);
    add(p.marker, p.tag, c.tag, side);
    add(p.marker, p.tag, c.both, side);
  }

  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t x = 0, std::uint64_t y = 0) {
    out_.add(feature(kind_++, a, b, x, y));
  }
  const ParseNode& node(Index i) const { return state_.node(i); }

  const ParseState& state_;
  FeatureList& out_;
  const Index i_, j_;
  std::uint64_t kind_ = 0;
  const ParseNode &c = node(i_), &p = node(j_);
  const ParseNode &cl = node(c.left[0]), &cr = node(c.right[0]), &pl = node(p.left[0]), &pr = node(p.right[0]);
  const ParseNode &before = node(i_ == 0 ? state_.outside() : i_ - 1), &after = node(i_ + 1);
  const ParseNode& next = node(j_ + 1 <= state_.root() ? j_ + 1 : state_.outside());
  const std::uint64_t side = i_ > j_, d = distance_class(i_, j_) << 1 | side;
};

}  // namespace

void label_features(const ParseState& state, Index child, Index parent, FeatureList& out) {
  LabelTemplates(state, child, parent, out).all();
}

void quick_label_features(const ParseState& state, Index child, Index parent, FeatureList& out) {
  LabelTemplates(state, child, parent, out).quick();
}

}  // namespace greffier
