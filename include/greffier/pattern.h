// The pattern language of the packs: tests on tokens, sequences, steps along the tree. docs/formats/rules.md is its manual.
//
// A RuleSet is compiled once and is const afterwards. Matching one sentence costs about the number of tokens plus the
// number of rules whose rarest literal occurs in it; it allocates nothing but what `matches` grows to.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "greffier/document.h"

namespace greffier {

inline constexpr std::size_t kMaxCaptures = 12;  // per rule

// The value of a rule's `gives` line: its words in order and its key=value pairs.
struct Gives {
  std::vector<std::string> words;
  std::map<std::string, std::string, std::less<>> values;
  std::string_view value(std::string_view key, std::string_view otherwise = {}) const;
};

struct Example {
  std::string date;  // the article's day, empty for the default
  std::string text;
  std::vector<std::pair<std::string, std::string>> expected;  // empty: the rule must find nothing
  int line = 0;
};

struct RuleInfo {
  std::string name;    // "fr.said.inverted"
  std::string file;
  int line = 0;
  Gives gives;
  std::vector<std::string> captures;  // names, in the order of Match::captures
  std::vector<Example> examples;
  // The slot of a capture, or kMaxCaptures where the rule has none of that name.
  std::size_t capture(std::string_view name) const;
};

struct Match {
  Index rule = kNone;  // index into RuleSet::rules()
  std::uint32_t alternative = 0;  // which of the rule's `match` lines
  TokenRange tokens;   // of the sequence; captures along the tree may lie outside
  std::array<TokenRange, kMaxCaptures> captures{};  // empty where the capture took nothing
};

// What matching asks of a document beside its layers; filled once after parsing (stage `index`), shared by all rule sets.
struct TokenIndex {
  std::vector<std::uint32_t> form;   // symbol of the folded form in the pack's Vocabulary, 0 when it has none
  std::vector<std::uint32_t> lemma;  // likewise the lemma
  std::vector<Index> first_child, next_sibling;  // the tree downwards, children in text order; kNone at the end
  std::vector<std::uint8_t> layers;  // bits of TokenLayer; stages that find names and times add theirs
};
enum TokenLayer : std::uint8_t {
  kInQuote = 1, kInTime = 2, kInHeading = 4, kInName = 8,
  kNameType = 0x30  // two bits: the EntityType of the name, where kInName is set
};

class RuleSet {
 public:
  RuleSet();
  // Appends to `matches` every match in the sentence, in order of (first token, rule); of one rule at one first token,
  // only the first in the pattern's order of preference (first alternative, longest repetition).
  void match(const Document& document, const TokenIndex& index, const Sentence& sentence, std::vector<Match>& matches) const;
  std::span<const RuleInfo> rules() const;
  bool empty() const { return rules().empty(); }

  struct Compiled;
  explicit RuleSet(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}

 private:
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace greffier
