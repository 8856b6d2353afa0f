// The templates of the parser, after Zhang and Nivre (2011) for an arc-hybrid state, and those of the labels.
// What each group is worth stands in docs/grammar.md.
#include "learn/parse_state.h"

namespace greffier {
namespace {

std::uint64_t distance(Index a, Index b) {
  const Index d = a > b ? a - b : b - a;
  if (d <= 5) return d;
  return d <= 8 ? 6 : d <= 14 ? 7 : 8;
}

}  // namespace

std::size_t move_features(const ParseState& state, ParseFeatures& out) {
  const Index i0 = state.stack(0), i1 = state.stack(1), i2 = state.stack(2), j0 = state.buffer(0), j1 = state.buffer(1),
              j2 = state.buffer(2);
  const ParseNode &s0 = state.node(i0), &s1 = state.node(i1), &s2 = state.node(i2);
  const ParseNode &b0 = state.node(j0), &b1 = state.node(j1), &b2 = state.node(j2);
  const ParseNode &s0l = state.node(s0.left[0]), &s0r = state.node(s0.right[0]), &b0l = state.node(b0.left[0]);
  const ParseNode &s1l = state.node(s1.left[0]), &s1r = state.node(s1.right[0]);
  const ParseNode &s0l2 = state.node(s0.left[1]), &s0r2 = state.node(s0.right[1]), &b0l2 = state.node(b0.left[1]);
  const std::uint64_t d0 = i0 == state.outside() ? 9 : distance(i0, j0), d1 = i1 == state.outside() ? 9 : distance(i1, i0);
  std::size_t n = 0;
  std::uint64_t kind = 200;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) {
    out[n++] = feature(kind++, a, b, c, d);
  };
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
  add(s0.marker, s0.tag, s1.tag);
  add(s0.marker, s0.form, s1.form);
  add(s0.marker, s0.tag, s1.form);
  add(s0.marker, s0.tag, s1.tag, d1);
  add(b0.marker, b0.tag, s0.tag);
  add(b0.marker, b0.tag, s0.form);
  add(s1.marker, s0.marker, s1.tag, s0.tag);
  add(s2.form, s0.marker, s0.tag);
  return n;
}

std::size_t label_features(const ParseState& state, Index child, Index parent, ParseFeatures& out) {
  const ParseNode &c = state.node(child), &p = state.node(parent);
  const ParseNode &cl = state.node(c.left[0]), &cr = state.node(c.right[0]), &pl = state.node(p.left[0]),
                  &pr = state.node(p.right[0]);
  const ParseNode& before = state.node(child == 0 ? state.outside() : child - 1);
  const ParseNode &after = state.node(child + 1), &next = state.node(parent + 1 <= state.root() ? parent + 1 : state.outside());
  const std::uint64_t side = child > parent, d = distance(child, parent) << 1 | side;
  std::size_t n = 0;
  std::uint64_t kind = 400;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t x = 0, std::uint64_t y = 0) {
    out[n++] = feature(kind++, a, b, x, y);
  };
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
  return n;
}

}  // namespace greffier
