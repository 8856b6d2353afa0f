// From blocks to rules: names, gives, examples; the patterns are compiled by pattern_compiler.cpp.
#include "pack/rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/blocks.h"
#include "base/strings.h"
#include "greffier/error.h"
#include "pack/pattern_program.h"

namespace greffier {
namespace {

constexpr std::string_view kKeys[] = {"rule", "match", "gives", "example", "not"};

std::string where(std::string_view file, int line) { return fmt::format("{}:{}", file, line); }

[[noreturn]] void fail(std::string_view file, int line, const std::string& message) {
  throw Error(ErrorCode::pack, where(file, line) + ": " + message);
}

Gives parse_gives(std::string_view text) {
  Gives gives;
  for (std::string_view word : split_words(text)) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) gives.words.emplace_back(word);
    else gives.values.emplace(word.substr(0, equals), word.substr(equals + 1));
  }
  return gives;
}

// key «value» key «value» …
std::vector<std::pair<std::string, std::string>> parse_expected(std::string_view text, std::string_view file, int line) {
  constexpr std::string_view open = "«", close = "»";
  std::vector<std::pair<std::string, std::string>> out;
  for (text = trim(text); !text.empty(); text = trim(text)) {
    const std::size_t begin = text.find(open);
    // Quotations may hold guillemets themselves: the closing mark is the last one before the next key or the end.
    int depth = 0;
    std::size_t end = begin;
    for (; end < text.size(); ++end) {
      if (text.substr(end).starts_with(open)) ++depth;
      if (text.substr(end).starts_with(close) && --depth == 0) break;
    }
    if (begin == std::string_view::npos || end >= text.size()) fail(file, line, "expected: key «value» …");
    out.emplace_back(trim(text.substr(0, begin)), text.substr(begin + open.size(), end - begin - open.size()));
    text.remove_prefix(end + close.size());
  }
  return out;
}

Example parse_example(const BlockLine& line, std::string_view file) {
  Example example;
  example.line = line.line;
  std::string_view text = line.value;
  if (text.starts_with('(')) {
    const std::size_t end = std::min(text.find(')'), text.size() - 1);
    example.date = text.substr(1, end - 1);
    text = trim(text.substr(end + 1));
  }
  if (line.key == "example") {
    const std::size_t arrow = text.find("=>");
    if (arrow == std::string_view::npos) fail(file, line.line, "an example needs => and what it finds");
    example.expected = parse_expected(text.substr(arrow + 2), file, line.line);
    if (example.expected.empty()) fail(file, line.line, "an example needs => and what it finds");
    text = text.substr(0, arrow);
  }
  example.text = trim(text);
  if (example.text.empty()) fail(file, line.line, "the example has no text");
  return example;
}

struct Compiling {
  std::string_view file, lang;
  Vocabulary& vocabulary;
  RuleSet::Compiled& out;
};

void add_rule(const Block& block, Compiling& c) {
  RuleInfo rule;
  rule.file = c.file;
  rule.line = block[0].line;
  if (block[0].key != "rule" || block[0].value.empty()) fail(c.file, rule.line, "a block begins with: rule NAME");
  rule.name = fmt::format("{}.{}", c.lang, block[0].value);
  const auto number = static_cast<std::uint32_t>(c.out.rules.size());
  std::uint32_t alternatives = 0;
  for (const BlockLine& line : block) {
    if (line.key == "match") {
      pattern::compile(line.value, where(c.file, line.line), number, alternatives++, c.vocabulary, rule.captures,
                       c.out.program);
    } else if (line.key == "gives") {
      rule.gives = parse_gives(line.value);
    } else if (line.key == "example" || line.key == "not") {
      rule.examples.push_back(parse_example(line, c.file));
    } else if (line.key != "rule") {
      fail(c.file, line.line,
           fmt::format("no line is called '{}'{}", line.key, did_you_mean(line.key, {std::begin(kKeys), std::end(kKeys)})));
    }
  }
  if (alternatives == 0) fail(c.file, rule.line, "the rule has no `match` line");
  if (rule.gives.words.empty()) fail(c.file, rule.line, "the rule has no `gives` line");
  if (std::none_of(rule.examples.begin(), rule.examples.end(), [](const Example& e) { return !e.expected.empty(); }))
    fail(c.file, rule.line, "the rule has no running example");
  for (const RuleInfo& other : c.out.rules)
    if (other.name == rule.name)
      fail(c.file, rule.line, fmt::format("'{}' is already the name of the rule at line {}", block[0].value, other.line));
  c.out.rules.push_back(std::move(rule));
}

}  // namespace

std::string_view Gives::value(std::string_view key, std::string_view otherwise) const {
  const auto at = values.find(key);
  return at == values.end() ? otherwise : std::string_view(at->second);
}

std::size_t RuleInfo::capture(std::string_view wanted) const {
  const auto at = std::find(captures.begin(), captures.end(), wanted);
  return at == captures.end() ? kMaxCaptures : static_cast<std::size_t>(at - captures.begin());
}

RuleSet compile_rules(std::string_view text, std::string_view file, std::string_view lang, Vocabulary& vocabulary) {
  auto compiled = std::make_shared<RuleSet::Compiled>();
  Compiling compiling{file, lang, vocabulary, *compiled};
  for (const Block& block : parse_blocks(text, file)) add_rule(block, compiling);
  return RuleSet(std::move(compiled));
}

}  // namespace greffier
