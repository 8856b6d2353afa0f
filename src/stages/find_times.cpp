// The pack's rules find the expressions (packs/LANG/times.rules), the best of overlapping ones stand, a day and its hour
// are joined, and the sentence around each is asked for tense and preposition. Values come later (date_article).
// Cost: that of matching; a sentence without a match costs nothing more.
#include "stages/find_times.h"

#include "pack/vocabulary.h"
#include "stages/times/select.h"
#include "stages/times/situate.h"
#include "stages/times/slots.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

using times::Expression;
using times::Found;

void read_sentence(const Pack& pack, Workspace& w, Document& d, const Sentence& sentence) {
  w.matches.clear();
  pack.time_rules.match(d, w.index, sentence, w.matches);
  if (w.matches.empty()) return;
  const auto rules = pack.time_rules.rules();
  w.found_times.clear();
  for (Index m = 0; m < w.matches.size(); ++m) {
    const Index rule = w.matches[m].rule;
    w.found_times.push_back({times::extent_of(d, rules[rule], w.matches[m]), m, rule});
  }
  times::keep_best(w.found_times);
  for (const Found& found : w.found_times) {
    auto e = times::read_expression(d, w.index, *pack.vocabulary, rules[found.rule], w.matches[found.match]);
    if (!e) continue;
    e->origin = d.origin_of(rules[found.rule].name);
    w.times.push_back(*e);
  }
}

void give(Workspace& w, Document& d) {
  for (const Expression& e : w.times) {
    d.times.push_back({d.place_of(e.tokens), e.tokens, {}, {}, times::type_of(e), e.origin});
    for (Index i = e.tokens.begin; i < e.tokens.end; ++i) w.index.layers[i] |= kInTime;
  }
}

}  // namespace

void find_times(const Pack& pack, Workspace& w, Document& d) {
  w.times.clear();
  const Index lead = times::lead_sentence(d);
  for (Index s = 0; s < d.sentences.size(); ++s) {
    const std::size_t from = w.times.size();
    read_sentence(pack, w, d, d.sentences[s]);
    times::join_neighbours(d, w.index, *pack.vocabulary, from, w.times);
    times::situate(d, w.index, *pack.vocabulary, s == lead, from, w.times);
  }
  give(w, d);
}

}  // namespace greffier
