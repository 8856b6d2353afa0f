// From the text of a pattern to a Program: recursive descent over docs/formats/rules.md's grammar, code made as it reads.
//
// Depth of nesting is bounded, so a hostile file cannot exhaust the stack. Tested in tests/unit/pattern_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "pack/pattern_conditions.h"
#include "pack/pattern_program.h"
#include "pack/pattern_text.h"

namespace greffier::pattern {
namespace {

constexpr int kMaxDepth = 24;
constexpr std::uint32_t kMaxRepeat = 24;

class Compiler {
 public:
  Compiler(std::string_view text, std::string_view where, Vocabulary& vocabulary, std::vector<std::string>& captures,
           Program& program)
      : text_(text, where), conditions_(text_, vocabulary, program), captures_(captures), p_(program) {}

  void run() {
    sequence(0);
    if (!text_.done()) text_.fail(fmt::format("'{}' is not expected here", text_.rest()));
    emit(Op::done);
  }

 private:
  std::uint32_t emit(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    p_.code.push_back({op, a, b});
    return static_cast<std::uint32_t>(p_.code.size() - 1);
  }

  // The slot of the name in front of an element, or kMaxCaptures.
  std::uint8_t capture_slot() {
    const std::string_view name = text_.label();
    if (name.empty()) return kMaxCaptures;
    const auto known = std::find(captures_.begin(), captures_.end(), name);
    if (known != captures_.end()) return static_cast<std::uint8_t>(known - captures_.begin());
    if (captures_.size() == kMaxCaptures) text_.fail(fmt::format("a rule may remember at most {} things", kMaxCaptures));
    captures_.emplace_back(name);
    return static_cast<std::uint8_t>(captures_.size() - 1);
  }

  bool at_element() {
    const char c = text_.peek();
    return c == '\'' || c == '@' || c == '[' || c == '(' || PatternText::name_char(c);
  }

  void sequence(int depth) {
    if (depth > kMaxDepth) text_.fail("brackets are nested too deeply");
    if (!at_element()) text_.fail(fmt::format("a pattern element is missing before '{}'", text_.rest()));
    while (at_element()) element(depth);
  }

  void element(int depth) {
    const auto begin = static_cast<std::uint32_t>(p_.code.size());
    const std::uint8_t capture = capture_slot();
    if (capture < kMaxCaptures) emit(Op::open, capture);
    if (text_.peek() == '(') {
      group(depth);
    } else {
      emit(Op::token, token_test(kMaxCaptures, depth));
    }
    if (capture < kMaxCaptures) emit(Op::close, capture);
    quantifier(begin);
  }

  // ( A | B | C ): each alternative but the last behind a split, each ends with a jump to the end.
  void group(int depth) {
    text_.expect('(');
    std::vector<std::uint32_t> ends;
    for (;;) {
      const std::uint32_t split = emit(Op::split);
      sequence(depth + 1);
      p_.code[split].a = split + 1;
      if (!text_.take('|')) {
        p_.code[split].op = Op::jump;  // the last one: no other way
        break;
      }
      ends.push_back(emit(Op::jump));
      p_.code[split].b = static_cast<std::uint32_t>(p_.code.size());
    }
    text_.expect(')');
    for (std::uint32_t end : ends) p_.code[end].a = static_cast<std::uint32_t>(p_.code.size());
  }

  void quantifier(std::uint32_t begin) {
    std::uint32_t least = 1, most = 1;
    if (text_.here() == '?') {
      text_.skip(), least = 0;
    } else if (text_.here() == '*') {
      text_.skip(), least = 0, most = kMaxRepeat;
    } else if (text_.here() == '+') {
      text_.skip(), most = kMaxRepeat;
    } else if (text_.here() == '{' && PatternText::digit(text_.here(1))) {
      text_.skip();
      least = text_.number();
      most = text_.take(',') ? text_.number() : least;
      text_.expect('}');
      if (most < least || most > kMaxRepeat || most == 0)
        text_.fail(fmt::format("a repetition goes from 0 to {} at the most", kMaxRepeat));
    }
    if (least != 1 || most != 1) repeat(begin, least, most);
  }

  // Copies the element's code: `least` times plainly, the rest each behind a split that may leave.
  void repeat(std::uint32_t begin, std::uint32_t least, std::uint32_t most) {
    const std::vector<Instruction> body(p_.code.begin() + begin, p_.code.end());
    if (body.size() * most > 4096) text_.fail("this repetition is too large");
    p_.code.resize(begin);
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = 0; i < most; ++i) {
      if (i >= least) splits.push_back(emit(Op::split, static_cast<std::uint32_t>(p_.code.size()) + 1));
      const auto shift = static_cast<std::uint32_t>(p_.code.size()) - begin;
      for (Instruction instruction : body) {
        if (instruction.op == Op::split || instruction.op == Op::jump) instruction.a += shift;
        if (instruction.op == Op::split) instruction.b += shift;
        p_.code.push_back(instruction);
      }
    }
    for (std::uint32_t split : splits) p_.code[split].b = static_cast<std::uint32_t>(p_.code.size());
  }

  // 'x', @list or […], with its steps.
  std::uint32_t token_test(std::uint8_t capture, int depth) {
    if (depth > kMaxDepth) text_.fail("steps are nested too deeply");
    const std::vector<Condition> conditions = token_conditions();
    std::vector<Step> steps;
    if (step_brace()) {
      text_.expect('{');
      do steps.push_back(step(depth)); while (text_.take(','));
      text_.expect('}');
    }
    Test test;
    test.capture = capture;
    std::tie(test.conditions_begin, test.conditions_end) = append(conditions, p_.conditions);
    std::tie(test.steps_begin, test.steps_end) = append(steps, p_.steps);
    p_.tests.push_back(test);
    return static_cast<std::uint32_t>(p_.tests.size() - 1);
  }

  std::vector<Condition> token_conditions() {
    const char c = text_.peek();
    if (c == '\'') return {conditions_.literal()};
    if (c == '@') return {conditions_.list()};
    if (!text_.take('[')) text_.fail(fmt::format("'…', @list or [tests] expected before '{}'", text_.rest()));
    std::vector<Condition> all;
    while (!text_.take(']')) all.push_back(conditions_.attribute());
    return all;
  }

  template <class Item>
  static std::pair<std::uint32_t, std::uint32_t> append(const std::vector<Item>& items, std::vector<Item>& table) {
    const auto begin = static_cast<std::uint32_t>(table.size());
    table.insert(table.end(), items.begin(), items.end());
    return {begin, static_cast<std::uint32_t>(table.size())};
  }

  // A brace with steps, not a repetition like {2,3}.
  bool step_brace() {
    std::size_t ahead = 0;
    while (text_.here(ahead) == ' ') ++ahead;
    if (text_.here(ahead) != '{') return false;
    while (text_.here(++ahead) == ' ') {}
    return text_.here(ahead) != '\0' && !PatternText::digit(text_.here(ahead));
  }

  Step step(int depth) {
    Step s{Direction::child};
    if (text_.take('?')) s.optional = true;
    else if (text_.take('!')) s.negated = true;
    const char c = text_.peek();
    text_.skip();
    if (c == '>' && text_.here() == '>') text_.skip(), s.direction = Direction::below;
    else if (c == '<') s.direction = Direction::head;
    else if (c == '^') s.direction = Direction::described;
    else if (c == '+') s.direction = Direction::next;
    else if (c == '-') s.direction = Direction::previous;
    else if (c != '>') text_.fail("a step begins with >, <, >>, ^, + or -");
    if (s.direction == Direction::child || s.direction == Direction::head || s.direction == Direction::described) {
      const std::string_view names = text_.run_of([](char x) { return (x >= 'a' && x <= 'z') || x == ':' || x == '|'; });
      if (!names.empty()) std::tie(s.relations_begin, s.relations_end) = conditions_.relations(names);
    }
    const std::uint8_t capture = capture_slot();
    s.test = token_test(capture, depth + 1);
    return s;
  }

  PatternText text_;
  ConditionReader conditions_;
  std::vector<std::string>& captures_;
  Program& p_;
};

}  // namespace

void compile(std::string_view text, std::string_view where, std::uint32_t rule, std::uint32_t number, Vocabulary& vocabulary,
             std::vector<std::string>& captures, Program& program) {
  const auto entry = static_cast<std::uint32_t>(program.code.size());
  Compiler(text, where, vocabulary, captures, program).run();
  program.alternatives.push_back({rule, number, entry});
  add_anchor(static_cast<std::uint32_t>(program.alternatives.size() - 1), vocabulary, program);
}

}  // namespace greffier::pattern
