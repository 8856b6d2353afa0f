// What a pattern is compiled to: token tests in tables, sequences as a small backtracking program.
//
// The program is that of a backtracking regular expression (Thompson's instructions, run depth first), over tokens in
// place of characters. A test is a run of conditions and a run of steps. Everything refers to everything by index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "greffier/grammar.h"
#include "greffier/pattern.h"
#include "pack/vocabulary.h"

namespace greffier::pattern {

// A set of symbols as bits.
struct SymbolSet {
  std::vector<std::uint64_t> bits;
  void add(Symbol symbol) {
    if (symbol / 64 >= bits.size()) bits.resize(symbol / 64 + 1);
    bits[symbol / 64] |= 1ULL << symbol % 64;
  }
  bool has(Symbol symbol) const { return symbol / 64 < bits.size() && (bits[symbol / 64] >> symbol % 64 & 1) != 0; }
};

enum class Attribute : std::uint8_t {
  form,
  lemma,
  word,
  upos,
  relation,
  feature,
  name,
  layer,
  number,
  figures,
  capital,
  upper,
  lower,
  start,
  end,
  glued,
  outline
};

struct Condition {
  Attribute attribute;
  bool negated = false;
  std::uint32_t a = 0;  // set index; bit mask; feature number; lower bound; first relation
  std::uint32_t b = 0;  // mask of a feature's values; upper bound; end of relations
};

enum class Direction : std::uint8_t { child, head, below, next, previous, described };

struct Step {
  Direction direction;
  bool optional = false;
  bool negated = false;
  std::uint32_t relations_begin = 0, relations_end = 0;  // empty: any relation
  std::uint32_t test = 0;
};

struct Test {
  std::uint32_t conditions_begin = 0, conditions_end = 0;
  std::uint32_t steps_begin = 0, steps_end = 0;
  std::uint8_t capture = kMaxCaptures;
};

enum class Op : std::uint8_t { token, split, jump, open, close, done };

struct Instruction {
  Op op;
  std::uint32_t a = 0;  // test; preferred target; target; capture
  std::uint32_t b = 0;  // other target of a split
};

// Where the look-up of an alternative begins: at a token with one of these symbols, `offset` tokens into the sequence.
struct Candidate {
  std::uint32_t alternative;
  std::uint32_t offset;
};

struct Alternative {
  std::uint32_t rule;
  std::uint32_t number;  // among the rule's `match` lines
  std::uint32_t entry;   // instruction
};

struct Program {
  std::vector<SymbolSet> sets;
  std::vector<Relation> relations;
  std::vector<std::string> outlines;
  std::vector<Condition> conditions;
  std::vector<Step> steps;
  std::vector<Test> tests;
  std::vector<Instruction> code;
  std::vector<Alternative> alternatives;
  // Candidates by what the anchor token shows.
  std::vector<std::vector<Candidate>> by_form, by_lemma;  // by symbol
  std::vector<std::vector<Candidate>> by_upos;            // by part of speech
  std::vector<Candidate> by_figure;                       // tokens that begin with a figure
  std::vector<Candidate> anywhere;
};

// Compiles one `match` line into `program` and `captures`; adds its alternative and its anchor. Throws Error{pack}
// whose message begins with `where`.
void compile(std::string_view text, std::string_view where, std::uint32_t rule, std::uint32_t number, Vocabulary& vocabulary,
             std::vector<std::string>& captures, Program& program);

// Chooses the anchor of the alternative that begins at `entry` and files it in the program's candidates.
void add_anchor(std::uint32_t alternative, const Vocabulary& vocabulary, Program& program);

}  // namespace greffier::pattern

namespace greffier {

struct RuleSet::Compiled {
  std::vector<RuleInfo> rules;
  pattern::Program program;
};

}  // namespace greffier
