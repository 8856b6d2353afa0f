// From the text of a pattern to a Program: recursive descent over docs/formats/rules.md's grammar, code made as it reads.
//
// Depth of nesting is bounded, so a hostile file cannot exhaust the stack. Tested in tests/unit/pattern_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "base/utf8.h"
#include "greffier/error.h"
#include "pack/pattern_program.h"

namespace greffier::pattern {
namespace {

constexpr int kMaxDepth = 24;
constexpr std::uint32_t kMaxRepeat = 24;

constexpr std::pair<std::string_view, Attribute> kShapes[] = {
    {"figures", Attribute::figures}, {"capital", Attribute::capital}, {"upper", Attribute::upper}, {"lower", Attribute::lower}};
constexpr std::pair<std::string_view, std::uint32_t> kLayers[] = {{"quote", kInQuote}, {"time", kInTime}, {"heading", kInHeading}};

class Compiler {
 public:
  Compiler(std::string_view text, std::string_view where, Vocabulary& vocabulary, std::vector<std::string>& captures, Program& program)
      : text_(text), where_(where), vocabulary_(vocabulary), captures_(captures), p_(program) {}

  void run() {
    sequence(0);
    if (at_ < text_.size()) fail(fmt::format("'{}' is not expected here", text_.substr(at_)));
    emit(Op::done);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { throw Error(ErrorCode::pack, fmt::format("{}: {}", where_, message)); }

  void blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  char peek() {
    blanks();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!take(c)) fail(fmt::format("'{}' is missing before '{}'", c, text_.substr(at_)));
  }
  template <class Accept>
  std::string_view run_of(Accept accept) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && accept(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  static bool name_char(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
  static bool list_char(char c) { return name_char(c) || c == '-' || (c >= '0' && c <= '9'); }

  std::uint32_t emit(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    p_.code.push_back({op, a, b});
    return static_cast<std::uint32_t>(p_.code.size() - 1);
  }

  // NAME: in front of an element; its slot, or kMaxCaptures.
  std::uint8_t capture_name() {
    blanks();
    std::size_t end = at_;
    while (end < text_.size() && name_char(text_[end])) ++end;
    if (end == at_ || end >= text_.size() || text_[end] != ':') return kMaxCaptures;
    const std::string name(text_.substr(at_, end - at_));
    at_ = end + 1;
    const auto known = std::find(captures_.begin(), captures_.end(), name);
    if (known != captures_.end()) return static_cast<std::uint8_t>(known - captures_.begin());
    if (captures_.size() == kMaxCaptures) fail(fmt::format("a rule may remember at most {} things", kMaxCaptures));
    captures_.push_back(name);
    return static_cast<std::uint8_t>(captures_.size() - 1);
  }

  bool at_element() {
    const char c = peek();
    return c == '\'' || c == '@' || c == '[' || c == '(' || name_char(c);
  }

  void sequence(int depth) {
    if (depth > kMaxDepth) fail("brackets are nested too deeply");
    if (!at_element()) fail(fmt::format("a pattern element is missing before '{}'", text_.substr(at_)));
    while (at_element()) element(depth);
  }

  void element(int depth) {
    const auto begin = static_cast<std::uint32_t>(p_.code.size());
    const std::uint8_t capture = capture_name();
    if (capture < kMaxCaptures) emit(Op::open, capture);
    if (peek() == '(') {
      group(depth);
    } else {
      emit(Op::token, token_test(kMaxCaptures, depth));
    }
    if (capture < kMaxCaptures) emit(Op::close, capture);
    quantifier(begin);
  }

  // ( A | B | C ): each alternative but the last behind a split, each ends with a jump to the end.
  void group(int depth) {
    expect('(');
    std::vector<std::uint32_t> ends;
    for (;;) {
      const std::uint32_t split = emit(Op::split);
      sequence(depth + 1);
      p_.code[split].a = split + 1;
      if (!take('|')) {
        p_.code[split].op = Op::jump;  // the last one: no other way
        break;
      }
      ends.push_back(emit(Op::jump));
      p_.code[split].b = static_cast<std::uint32_t>(p_.code.size());
    }
    expect(')');
    for (std::uint32_t end : ends) p_.code[end].a = static_cast<std::uint32_t>(p_.code.size());
  }

  void quantifier(std::uint32_t begin) {
    std::uint32_t least = 1, most = 1;
    if (at_ < text_.size() && text_[at_] == '?') {
      ++at_, least = 0;
    } else if (at_ < text_.size() && text_[at_] == '*') {
      ++at_, least = 0, most = kMaxRepeat;
    } else if (at_ < text_.size() && text_[at_] == '+') {
      ++at_, most = kMaxRepeat;
    } else if (at_ + 1 < text_.size() && text_[at_] == '{' && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
      ++at_;
      least = number();
      most = take(',') ? number() : least;
      expect('}');
      if (most < least || most > kMaxRepeat || most == 0) fail(fmt::format("a repetition goes from 0 to {} at the most", kMaxRepeat));
    }
    if (least != 1 || most != 1) repeat(begin, least, most);
  }

  // Copies the element's code: `least` times plainly, the rest each behind a split that may leave.
  void repeat(std::uint32_t begin, std::uint32_t least, std::uint32_t most) {
    const std::vector<Instruction> body(p_.code.begin() + begin, p_.code.end());
    if (body.size() * most > 4096) fail("this repetition is too large");
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

  std::uint32_t number() {
    blanks();
    const std::string_view digits = run_of([](char c) { return c >= '0' && c <= '9'; });
    return to_number(digits);
  }
  std::uint32_t to_number(std::string_view digits) const {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) fail(fmt::format("'{}' is not a number", digits));
    return value;
  }

  // 'x', @list or […], with its steps.
  std::uint32_t token_test(std::uint8_t capture, int depth) {
    if (depth > kMaxDepth) fail("steps are nested too deeply");
    std::vector<Condition> conditions;
    std::vector<Step> steps;
    const char c = peek();
    if (c == '\'') {
      conditions.push_back({Attribute::form, false, literal_set(), 0});
    } else if (c == '@') {
      ++at_;
      conditions.push_back({Attribute::word, false, new_set({}, run_of(list_char)), 0});
    } else if (take('[')) {
      while (!take(']')) conditions.push_back(condition());
    } else {
      fail(fmt::format("'…', @list or [tests] expected before '{}'", text_.substr(at_)));
    }
    if (step_brace()) {
      expect('{');
      do steps.push_back(step(depth)); while (take(','));
      expect('}');
    }
    Test test;
    test.capture = capture;
    test.conditions_begin = static_cast<std::uint32_t>(p_.conditions.size());
    p_.conditions.insert(p_.conditions.end(), conditions.begin(), conditions.end());
    test.conditions_end = static_cast<std::uint32_t>(p_.conditions.size());
    test.steps_begin = static_cast<std::uint32_t>(p_.steps.size());
    p_.steps.insert(p_.steps.end(), steps.begin(), steps.end());
    test.steps_end = static_cast<std::uint32_t>(p_.steps.size());
    p_.tests.push_back(test);
    return static_cast<std::uint32_t>(p_.tests.size() - 1);
  }

  // A brace with steps, not a repetition like {2,3}.
  bool step_brace() {
    std::size_t i = at_;
    while (i < text_.size() && text_[i] == ' ') ++i;
    if (i >= text_.size() || text_[i] != '{') return false;
    for (++i; i < text_.size() && text_[i] == ' ';) ++i;
    return i < text_.size() && !(text_[i] >= '0' && text_[i] <= '9');
  }

  // '…' with a doubled '' for the apostrophe: 'l''', and ’ may be written plainly.
  std::uint32_t literal_set() {
    expect('\'');
    std::string word;
    for (;; ++at_) {
      if (at_ >= text_.size()) fail("a closing ' is missing");
      if (text_[at_] == '\'' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '\'')) break;
      if (text_[at_] == '\'') ++at_;
      word += text_[at_];
    }
    ++at_;
    return new_set({word}, {});
  }

  std::uint32_t new_set(const std::vector<std::string>& words, std::string_view list_name) {
    SymbolSet set;
    for (const std::string& word : words) set.add(vocabulary_.intern(word));
    if (!list_name.empty()) add_list(set, list_name);
    p_.sets.push_back(std::move(set));
    return static_cast<std::uint32_t>(p_.sets.size() - 1);
  }
  void add_list(SymbolSet& set, std::string_view name) const {
    const ListId list = vocabulary_.list(name);
    if (list == kNoList) fail(fmt::format("no word list is called '{}'{}", name, did_you_mean(name, vocabulary_.list_names())));
    for (Symbol symbol : vocabulary_.symbols(list)) set.add(symbol);
  }

  template <class Rows>
  auto one_of(const Rows& rows, std::string_view name, std::string_view what) const {
    std::vector<std::string_view> names;
    for (const auto& [row, value] : rows) {
      if (row == name) return value;
      names.push_back(row);
    }
    fail(fmt::format("no {} is called '{}'{}", what, name, did_you_mean(name, names)));
  }

  Condition condition() {
    blanks();
    const std::string_view key = run_of([](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    Condition result{Attribute::form, false, 0, 0};
    if (at_ < text_.size() && text_[at_] == '!') ++at_, result.negated = true;
    if (key.empty() || at_ >= text_.size() || text_[at_] != '=') fail(fmt::format("a test like lemma=dire is expected before '{}'", text_.substr(at_)));
    ++at_;
    const std::string_view value = run_of([](char c) { return c != ' ' && c != ']' && c != '\t'; });
    fill(result, key, value);
    return result;
  }

  void fill(Condition& c, std::string_view key, std::string_view value) {
    if (key == "form" || key == "lemma" || key == "word") {
      c.attribute = key == "form" ? Attribute::form : key == "lemma" ? Attribute::lemma : Attribute::word;
      c.a = words(value);
    } else if (key == "upos") {
      c.attribute = Attribute::upos;
      for (std::string_view tag : split(value, '|')) c.a |= 1u << upos(tag);
    } else if (key == "rel") {
      c.attribute = Attribute::relation;
      std::tie(c.a, c.b) = relations(value);
    } else if (key == "name") {
      c.attribute = Attribute::name;
      for (std::string_view type : split(value, '|')) c.a |= name_mask(type);
    } else if (key == "in") {
      c.attribute = Attribute::layer;
      for (std::string_view layer : split(value, '|')) c.a |= one_of(kLayers, layer, "layer");
    } else if (key == "at" && (value == "start" || value == "end")) {
      c.attribute = value == "start" ? Attribute::start : Attribute::end;
    } else if (key == "glued" && value == "yes") {
      c.attribute = Attribute::glued;
    } else if (key == "shape") {
      shape(c, value);
    } else {
      feature(c, key, value);
    }
  }

  std::uint32_t words(std::string_view value) {
    SymbolSet set;
    for (std::string_view word : split(value, '|')) {
      if (word.starts_with('@')) add_list(set, word.substr(1));
      else if (word.empty()) fail("a word is missing in this test");
      else set.add(vocabulary_.intern(word));
    }
    p_.sets.push_back(std::move(set));
    return static_cast<std::uint32_t>(p_.sets.size() - 1);
  }

  std::uint32_t upos(std::string_view tag) const {
    if (const auto found = upos_from(tag)) return static_cast<std::uint32_t>(*found);
    std::vector<std::string_view> all;
    for (std::size_t i = 0; i < kUposCount; ++i) all.push_back(spelling(static_cast<Upos>(i)));
    fail(fmt::format("no part of speech is called '{}'{}", tag, did_you_mean(tag, all)));
  }

  std::pair<std::uint32_t, std::uint32_t> relations(std::string_view value) {
    const auto begin = static_cast<std::uint32_t>(p_.relations.size());
    const std::vector<std::string_view> known(relation_names().begin(), relation_names().end());
    for (std::string_view name : split(value, '|')) {
      const std::string_view base = name.substr(0, name.find(':'));
      const Relation relation = relation_from(name);
      if (std::find(known.begin(), known.end(), base) == known.end() || relation.subtype == Subtype::unknown)
        fail(fmt::format("no relation is called '{}'{}", name, did_you_mean(base, known)));
      p_.relations.push_back(relation);
    }
    return {begin, static_cast<std::uint32_t>(p_.relations.size())};
  }

  std::uint32_t name_mask(std::string_view type) const {
    if (type == "any") return 0xF;
    if (type == "none") return 0x10;
    if (const auto found = from_spelling<EntityType>(type)) return 1u << static_cast<unsigned>(*found);
    fail(fmt::format("'{}' is no type of name; PER, ORG, LOC, MISC, any or none", type));
  }

  void shape(Condition& c, std::string_view value) {
    if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) {
      c.attribute = Attribute::number;
      c.a = to_number(value.substr(0, dots));
      c.b = to_number(value.substr(dots + 2));
    } else if (value.starts_with('0')) {
      c.attribute = Attribute::outline;
      c.a = static_cast<std::uint32_t>(p_.outlines.size());
      p_.outlines.emplace_back(value);
    } else {
      c.attribute = one_of(kShapes, value, "shape");
    }
  }

  void feature(Condition& c, std::string_view key, std::string_view value) const {
    c.attribute = Attribute::feature;
    const auto number_of = feature_number(key);
    if (!number_of) {
      std::vector<std::string_view> known(feature_names().begin(), feature_names().end());
      known.insert(known.end(), {"form", "lemma", "word", "upos", "rel", "name", "in", "at", "shape", "glued"});
      fail(fmt::format("no test is called '{}'{}", key, did_you_mean(key, known)));
    }
    c.a = *number_of;
    for (std::string_view one : split(value, '|')) {
      const auto v = value_number(*number_of, one);
      if (!v) fail(fmt::format("{} has no value '{}'", key, one));
      c.b |= 1u << *v;
    }
  }

  Step step(int depth) {
    Step s{Direction::child};
    if (take('?')) s.optional = true;
    else if (take('!')) s.negated = true;
    const char c = peek();
    ++at_;
    if (c == '>' && at_ < text_.size() && text_[at_] == '>') ++at_, s.direction = Direction::below;
    else if (c == '<') s.direction = Direction::head;
    else if (c == '+') s.direction = Direction::next;
    else if (c == '-') s.direction = Direction::previous;
    else if (c != '>') fail("a step begins with >, <, >>, + or -");
    if (s.direction == Direction::child || s.direction == Direction::head) {
      const std::string_view names = run_of([](char x) { return (x >= 'a' && x <= 'z') || x == ':' || x == '|'; });
      if (!names.empty()) std::tie(s.relations_begin, s.relations_end) = relations(names);
    }
    const std::uint8_t capture = capture_name();
    s.test = token_test(capture, depth + 1);
    return s;
  }

  std::string_view text_, where_;
  std::size_t at_ = 0;
  Vocabulary& vocabulary_;
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
