// Where to begin looking for a pattern: at the token of the sequence whose words are the rarest.
//
// While the pattern starts with single tokens, each is a possible anchor at a known offset; the first place where it
// branches may be the last one, with the union of what its branches begin with. Rarity is guessed from the words' lengths
// (short words are frequent words). So a text pays for a rule only where one of its rare words occurs.
#include <algorithm>
#include <cmath>
#include <optional>

#include "pack/pattern_program.h"

namespace greffier::pattern {
namespace {

// What a token must show to begin here: symbols of forms and lemmas, parts of speech, or a figure at its beginning.
struct Anchor {
  std::vector<Symbol> forms, lemmas;
  std::uint32_t upos = 0;
  bool figure = false;
  bool anything = false;
  double cost = 0;  // the guessed share of tokens that show it

  void merge(const Anchor& other) {
    forms.insert(forms.end(), other.forms.begin(), other.forms.end());
    lemmas.insert(lemmas.end(), other.lemmas.begin(), other.lemmas.end());
    upos |= other.upos;
    figure = figure || other.figure;
    anything = anything || other.anything;
    cost += other.cost;
  }
};

std::vector<Symbol> symbols_of(const SymbolSet& set) {
  std::vector<Symbol> out;
  for (Symbol s = 1; s < set.bits.size() * 64; ++s)
    if (set.has(s)) out.push_back(s);
  return out;
}

double share(const std::vector<Symbol>& symbols, const Vocabulary& vocabulary) {
  double sum = 0;
  for (Symbol s : symbols)
    sum += 0.05 * std::pow(0.5, static_cast<double>(std::min<std::size_t>(vocabulary.text(s).size(), 12)) - 1);
  return sum;
}

bool begins_with_figure(const Condition& c, const Program& p) {
  const bool outline = c.attribute == Attribute::outline && p.outlines[c.a].starts_with('0');
  return outline || c.attribute == Attribute::number || c.attribute == Attribute::figures;
}

Anchor anchor_of(const Condition& c, const Program& p, const Vocabulary& vocabulary) {
  Anchor anchor;
  if (!c.negated && begins_with_figure(c, p)) {
    anchor.figure = true;
    anchor.cost = 0.03;
    return anchor;
  }
  const bool words = c.attribute == Attribute::form || c.attribute == Attribute::lemma || c.attribute == Attribute::word;
  if (c.negated || (!words && c.attribute != Attribute::upos)) {
    anchor.anything = true;
    anchor.cost = 1;
    return anchor;
  }
  if (c.attribute == Attribute::upos) {
    anchor.upos = c.a;
    anchor.cost = 0.5;
    return anchor;
  }
  const std::vector<Symbol> symbols = symbols_of(p.sets[c.a]);
  if (c.attribute != Attribute::lemma) anchor.forms = symbols;
  if (c.attribute != Attribute::form) anchor.lemmas = symbols;
  anchor.cost = std::min(0.4, share(symbols, vocabulary));
  return anchor;
}

Anchor anchor_of_test(const Test& test, const Program& p, const Vocabulary& vocabulary) {
  Anchor best;
  best.anything = true;
  best.cost = 1;
  for (std::uint32_t i = test.conditions_begin; i < test.conditions_end; ++i) {
    Anchor one = anchor_of(p.conditions[i], p, vocabulary);
    if (one.cost < best.cost) best = std::move(one);
  }
  return best;
}

// The union of what the sequence can begin with at instruction `pc`.
Anchor first_of(std::uint32_t pc, const Program& p, const Vocabulary& vocabulary, std::vector<std::uint32_t>& seen) {
  for (;; ++pc) {
    if (std::find(seen.begin(), seen.end(), pc) != seen.end()) return {};
    seen.push_back(pc);
    const Instruction& in = p.code[pc];
    if (in.op == Op::token) return anchor_of_test(p.tests[in.a], p, vocabulary);
    if (in.op == Op::done) {
      Anchor anything;
      anything.anything = true;
      anything.cost = 1;
      return anything;
    }
    if (in.op == Op::jump) pc = in.a - 1;
    if (in.op == Op::split) {
      Anchor both = first_of(in.a, p, vocabulary, seen);
      both.merge(first_of(in.b, p, vocabulary, seen));
      return both;
    }
  }
}

template <class Table>
void file(Table& table, std::size_t key, Candidate candidate) {
  if (key >= table.size()) table.resize(key + 1);
  auto& list = table[key];
  const auto same = [&](const Candidate& c) { return c.alternative == candidate.alternative && c.offset == candidate.offset; };
  if (std::none_of(list.begin(), list.end(), same)) list.push_back(candidate);
}

}  // namespace

void add_anchor(std::uint32_t alternative, const Vocabulary& vocabulary, Program& p) {
  Anchor best;
  std::uint32_t best_offset = 0;
  std::uint32_t offset = 0;
  std::vector<std::uint32_t> seen;
  for (std::uint32_t pc = p.alternatives[alternative].entry;; ++pc) {
    const Op op = p.code[pc].op;
    if (op == Op::open || op == Op::close) continue;
    if (op == Op::done && offset > 0) break;
    seen.clear();
    Anchor here = first_of(pc, p, vocabulary, seen);
    if (offset == 0 || here.cost < best.cost) best = std::move(here), best_offset = offset;
    if (op != Op::token) break;
    ++offset;
  }
  const Candidate candidate{alternative, best_offset};
  if (best.anything) {
    p.anywhere.push_back(candidate);
    return;
  }
  for (Symbol s : best.forms) file(p.by_form, s, candidate);
  for (Symbol s : best.lemmas) file(p.by_lemma, s, candidate);
  if (best.figure) p.by_figure.push_back(candidate);
  for (std::size_t tag = 0; tag < kUposCount; ++tag)
    if (best.upos >> tag & 1) file(p.by_upos, tag, candidate);
}

}  // namespace greffier::pattern
