#include "stages/times/heads.h"

#include <algorithm>

namespace greffier::times {

Index head_token(const Document& d, TokenRange range) {
  for (Index i = range.begin; i < range.end; ++i)
    if (d.tokens[i].relation.base != Deprel::punct && d.tokens[i].relation.base != Deprel::case_ &&
        (d.tokens[i].head == kNone || !range.contains(d.tokens[i].head)))
      return i;
  return range.begin;
}

Index governor(const Document& d, TokenRange range) { return d.tokens[head_token(d, range)].head; }

ItemRange times_within(const Document& d, TokenRange tokens) {
  const auto before = [](const Time& t, Index token) { return t.tokens.begin < token; };
  const auto first = std::lower_bound(d.times.begin(), d.times.end(), tokens.begin, before);
  const auto last = std::lower_bound(first, d.times.end(), tokens.end, before);
  return {static_cast<Index>(first - d.times.begin()), static_cast<Index>(last - d.times.begin())};
}

}  // namespace greffier::times
