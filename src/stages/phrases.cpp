#include "stages/phrases.h"

#include <algorithm>

namespace greffier {
namespace {

bool left_edge_goes(Deprel rel) {
  return rel == Deprel::case_ || rel == Deprel::cc || rel == Deprel::mark || rel == Deprel::punct || rel == Deprel::advmod;
}

bool leaves_phrase(const Token& t) {
  switch (t.relation.base) {
    case Deprel::conj: case Deprel::cop: case Deprel::nsubj: case Deprel::csubj: case Deprel::aux: case Deprel::parataxis:
    case Deprel::advcl: case Deprel::expl: case Deprel::discourse: case Deprel::dislocated: case Deprel::orphan:
      return true;
    case Deprel::acl:
      return t.relation.subtype == Subtype::relcl;
    default:
      return false;
  }
}

// A parenthesis, or a modifier behind a comma: it tells more of what is named already. An apposition names it.
bool set_off(const Document& d, TokenRange sub, Deprel relation) {
  if (sub.empty()) return false;
  const std::string_view first = d.form(d.tokens[sub.begin]);
  if (first == "(" || first == "[") return true;
  return first == "," && relation != Deprel::appos && relation != Deprel::flat;
}

}  // namespace

// Trees are projective, so the edges lie at the ends of the chains of outermost children.
TokenRange subtree(const Document&, const TokenIndex& index, Index token) {
  Index left = token;
  while (index.first_child[left] < left) left = index.first_child[left];
  Index right = token;
  for (Index c = index.first_child[token]; c != kNone; c = index.first_child[right]) {
    while (index.next_sibling[c] != kNone) c = index.next_sibling[c];
    if (c < right) break;
    right = c;
  }
  return {left, right + 1};
}

TokenRange noun_phrase(const Document& d, const TokenIndex& index, Index head) {
  TokenRange range{head, head + 1};
  for (Index c = index.first_child[head]; c != kNone; c = index.next_sibling[c]) {
    const Token& child = d.tokens[c];
    if (leaves_phrase(child)) {
      if (c > head) break;
      continue;
    }
    if (c < head && left_edge_goes(child.relation.base)) continue;
    const TokenRange sub = subtree(d, index, c);
    if (c > head && set_off(d, sub, child.relation.base)) break;
    range.begin = std::min(range.begin, sub.begin);
    range.end = std::max(range.end, sub.end);
  }
  return trimmed(d, range);
}

TokenRange trimmed(const Document& d, TokenRange range) {
  while (!range.empty() && d.tokens[range.begin].upos == Upos::PUNCT) ++range.begin;
  while (!range.empty() && d.tokens[range.end - 1].upos == Upos::PUNCT) --range.end;
  return range;
}

}  // namespace greffier
