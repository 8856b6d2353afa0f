#include "stages/entities/tree.h"

namespace greffier::entities {

Index child(const Document& d, const TokenIndex& index, Index head, Deprel relation, Deprel other) {
  for (Index c = index.first_child[head]; c != kNone; c = index.next_sibling[c])
    if (is(d.tokens[c], relation) || (other != Deprel::none && is(d.tokens[c], other))) return c;
  return kNone;
}

bool apposed(const Document& d, const TokenIndex& index, Index token) {
  const Relation relation = d.tokens[token].relation;
  if (relation.base == Deprel::appos || relation.base == Deprel::flat || relation.subtype == Subtype::appos) return true;
  return (relation.base == Deprel::nmod || relation.base == Deprel::parataxis) &&
         child(d, index, token, Deprel::case_) == kNone;
}

bool definite(const Document& d, const TokenIndex& index, Index noun) {
  for (Index c = index.first_child[noun]; c != kNone && c < noun; c = index.next_sibling[c]) {
    const Token& token = d.tokens[c];
    if (!is(token, Deprel::det)) continue;
    if (token.feats.definite == Definite::Def || token.feats.pron_type == PronType::Dem || token.feats.poss) return true;
  }
  return possessed(d, index, noun);
}

bool possessed(const Document& d, const TokenIndex& index, Index noun) {
  for (Index c = index.first_child[noun]; c != kNone && c < noun; c = index.next_sibling[c])
    if (d.tokens[c].feats.poss || d.tokens[c].relation.subtype == Subtype::poss) return true;
  return false;
}

bool subject(const Token& token) { return is(token, Deprel::nsubj) || is(token, Deprel::csubj); }

TokenRange without_contraction(const Document& d, TokenRange range) {
  while (!range.empty() && d.tokens[range.begin].multi == MultiWord::later) ++range.begin;
  return range;
}

}  // namespace greffier::entities
