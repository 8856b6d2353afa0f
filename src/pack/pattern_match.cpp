// Running a Program over a sentence: candidates by what each token shows, then depth-first search with saved captures.
//
// Bounds, so that any text and any rule end: a search takes at most kBudget instructions and tests; a step looks at no
// more than kMaxLook children or tokens below. Both are far beyond what a sentence of news needs. Tested in
// tests/unit/pattern_test.cpp, against a plain matcher in tests/property/pattern_reference_test.cpp.
#include <algorithm>

#include "base/utf8.h"
#include "pack/pattern_program.h"

namespace greffier {
namespace {

using namespace pattern;

constexpr int kBudget = 4000;
constexpr int kMaxLook = 256;

using Captures = std::array<TokenRange, kMaxCaptures>;

struct Search {
  const Program& p;
  const Document& d;
  const TokenIndex& index;
  TokenRange sentence;
  Captures captures;
  Index end;   // one past the last token of the match
  int budget;

  bool relation_fits(Relation r, std::uint32_t begin, std::uint32_t stop) const {
    for (std::uint32_t i = begin; i < stop; ++i)
      if (p.relations[i].base == r.base && (p.relations[i].subtype == Subtype::none || p.relations[i].subtype == r.subtype))
        return true;
    return false;
  }

  std::uint32_t name_bit(Index i) const {
    const std::uint8_t layers = index.layers[i];
    return (layers & kInName) == 0 ? 0x10u : 1u << ((layers & kNameType) >> 4);
  }

  bool number_fits(Index i, std::uint32_t least, std::uint32_t most) const {
    const std::string_view form = d.form(d.tokens[i]);
    if (form.empty() || form.size() > 9) return false;
    std::uint32_t value = 0;
    for (char c : form) {
      if (c < '0' || c > '9') return false;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return least <= value && value <= most;
  }

  // A run of zeros in the outline takes one to as many figures; all else stands as it is.
  bool outline_fits(Index i, std::string_view outline) const {
    const std::string_view form = d.form(d.tokens[i]);
    std::size_t at = 0;
    for (std::size_t o = 0; o < outline.size();) {
      if (outline[o] != '0') {
        if (at >= form.size() || form[at++] != outline[o++]) return false;
        continue;
      }
      std::size_t most = 0, taken = 0;
      while (o < outline.size() && outline[o] == '0') ++o, ++most;
      while (at < form.size() && form[at] >= '0' && form[at] <= '9' && taken < most) ++at, ++taken;
      if (taken == 0) return false;
    }
    return at == form.size();
  }

  bool letters_fit(Index i, Attribute shape) const {
    const std::string_view form = d.form(d.tokens[i]);
    if (shape == Attribute::capital) return utf8::is_upper(utf8::decode(form, 0).point);
    bool any = false;
    for (std::size_t at = 0; at < form.size();) {
      const auto [point, length] = utf8::decode(form, at);
      if (shape == Attribute::figures ? !utf8::is_digit(point)
          : shape == Attribute::upper ? utf8::is_lower(point)
                                      : utf8::is_upper(point))
        return false;
      any = any || shape == Attribute::figures || utf8::is_letter(point);
      at += length;
    }
    return any;
  }

  bool raw(const Condition& c, Index i) const {
    const Token& t = d.tokens[i];
    switch (c.attribute) {
      case Attribute::form: return p.sets[c.a].has(index.form[i]);
      case Attribute::lemma: return p.sets[c.a].has(index.lemma[i]);
      case Attribute::word: return p.sets[c.a].has(index.form[i]) || p.sets[c.a].has(index.lemma[i]);
      case Attribute::upos: return (c.a >> static_cast<unsigned>(t.upos) & 1) != 0;
      case Attribute::relation: return relation_fits(t.relation, c.a, c.b);
      case Attribute::feature: return (c.b >> feature_value(t.feats, static_cast<std::uint8_t>(c.a)) & 1) != 0;
      case Attribute::name: return (c.a & name_bit(i)) != 0;
      case Attribute::layer: return (c.a & index.layers[i]) != 0;
      case Attribute::number: return number_fits(i, c.a, c.b);
      case Attribute::outline: return outline_fits(i, p.outlines[c.a]);
      case Attribute::start: return i == sentence.begin;
      case Attribute::end: return i + 1 == sentence.end;
      case Attribute::glued: return !t.space_after;
      case Attribute::figures:
      case Attribute::capital:
      case Attribute::upper:
      case Attribute::lower:
        return letters_fit(i, c.attribute);
    }
    return false;
  }

  // Conditions and steps of a test at token i; fills captures of the steps that held, restores them where one fails.
  bool holds(std::uint32_t test_index, Index i) {
    if (--budget < 0) return false;
    const Test& test = p.tests[test_index];
    for (std::uint32_t c = test.conditions_begin; c < test.conditions_end; ++c)
      if (raw(p.conditions[c], i) == p.conditions[c].negated) return false;
    if (test.steps_begin < test.steps_end) {
      const Captures saved = captures;
      for (std::uint32_t s = test.steps_begin; s < test.steps_end; ++s)
        if (!step_holds(p.steps[s], i)) {
          captures = saved;
          return false;
        }
    }
    if (test.capture < kMaxCaptures) captures[test.capture] = {i, i + 1};
    return true;
  }

  bool step_holds(const Step& step, Index i) {
    if (step.negated) {
      const Captures saved = captures;
      const bool found = goes(step, i);
      captures = saved;
      return !found;
    }
    return goes(step, i) || step.optional;
  }

  bool fits(const Step& step, Index relation_of, Index at) {
    const bool any = step.relations_begin == step.relations_end;
    return (any || relation_fits(d.tokens[relation_of].relation, step.relations_begin, step.relations_end)) &&
           holds(step.test, at);
  }

  bool goes(const Step& step, Index i) {
    switch (step.direction) {
      case Direction::head: return d.tokens[i].head != kNone && fits(step, i, d.tokens[i].head);
      case Direction::next: return i + 1 < sentence.end && holds(step.test, i + 1);
      case Direction::previous: return i > sentence.begin && holds(step.test, i - 1);
      case Direction::below: return below(step, i);
      case Direction::child: return child(step, i);
      case Direction::described: return child(step, i) || described(step, i);
    }
    return false;
  }

  bool child(const Step& step, Index i) {
    int look = kMaxLook;
    for (Index c = index.first_child[i]; c != kNone && --look >= 0; c = index.next_sibling[c])
      if (fits(step, c, c)) return true;
    return false;
  }

  // The noun that a participle or a relative clause describes: "the truce signed", "the law that they passed".
  bool described(const Step& step, Index i) {
    const Token& t = d.tokens[i];
    return t.relation.base == Deprel::acl && t.feats.verb_form != VerbForm::Inf && t.head != kNone && holds(step.test, t.head);
  }

  // Depth first, in text order among siblings, without a stack: up again by the heads.
  bool below(const Step& step, Index top) {
    int look = kMaxLook;
    for (Index at = index.first_child[top]; at != kNone && at != top && --look >= 0;) {
      if (holds(step.test, at)) return true;
      if (index.first_child[at] != kNone) {
        at = index.first_child[at];
        continue;
      }
      while (at != top && index.next_sibling[at] == kNone) at = d.tokens[at].head;
      if (at != top) at = index.next_sibling[at];
    }
    return false;
  }

  bool run(std::uint32_t pc, Index at) {
    for (;;) {
      if (--budget < 0) return false;
      const Instruction& in = p.code[pc];
      switch (in.op) {
        case Op::token:
          if (at >= sentence.end || !holds(in.a, at)) return false;
          ++at, ++pc;
          break;
        case Op::open: captures[in.a].begin = at, captures[in.a].end = kNone, ++pc; break;
        case Op::close: captures[in.a].end = at, ++pc; break;
        case Op::jump: pc = in.a; break;
        case Op::split: {
          const Captures saved = captures;
          if (run(in.a, at)) return true;
          captures = saved;
          pc = in.b;
          break;
        }
        case Op::done: end = at; return true;
      }
    }
  }
};

void try_candidates(const std::vector<Candidate>& candidates, Index token, Search& search, std::vector<Match>& matches) {
  for (const Candidate& c : candidates) {
    if (token < search.sentence.begin + c.offset) continue;
    const Index start = token - c.offset;
    const Alternative& alternative = search.p.alternatives[c.alternative];
    search.captures = {};
    search.budget = kBudget;
    if (!search.run(alternative.entry, start) || search.end == start) continue;
    Match match;
    match.rule = alternative.rule;
    match.alternative = alternative.number;
    match.tokens = {start, search.end};
    match.captures = search.captures;
    matches.push_back(match);
  }
}

const std::vector<Candidate>& row(const std::vector<std::vector<Candidate>>& table, std::size_t key) {
  static const std::vector<Candidate> none;
  return key < table.size() ? table[key] : none;
}

bool begins_with_figure(const Document& d, Index i) {
  const std::string_view form = d.form(d.tokens[i]);
  return !form.empty() && form[0] >= '0' && form[0] <= '9';
}

}  // namespace

void RuleSet::match(const Document& document, const TokenIndex& index, const Sentence& sentence,
                    std::vector<Match>& matches) const {
  const Program& p = compiled_->program;
  Search search{p, document, index, sentence.tokens, {}, 0, 0};
  const auto first = static_cast<std::ptrdiff_t>(matches.size());
  for (Index i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (index.form[i] != 0) try_candidates(row(p.by_form, index.form[i]), i, search, matches);
    if (index.lemma[i] != 0) try_candidates(row(p.by_lemma, index.lemma[i]), i, search, matches);
    try_candidates(row(p.by_upos, static_cast<std::size_t>(document.tokens[i].upos)), i, search, matches);
    if (begins_with_figure(document, i)) try_candidates(p.by_figure, i, search, matches);
    try_candidates(p.anywhere, i, search, matches);
  }
  const auto rank = [](const Match& m) { return std::tuple(m.tokens.begin, m.rule, m.alternative); };
  const auto same = [](const Match& a, const Match& b) { return a.tokens.begin == b.tokens.begin && a.rule == b.rule; };
  std::sort(matches.begin() + first, matches.end(), [&](const Match& a, const Match& b) { return rank(a) < rank(b); });
  matches.erase(std::unique(matches.begin() + first, matches.end(), same), matches.end());
}

RuleSet::RuleSet() : compiled_(std::make_shared<const Compiled>()) {}

std::span<const RuleInfo> RuleSet::rules() const { return compiled_->rules; }

}  // namespace greffier
