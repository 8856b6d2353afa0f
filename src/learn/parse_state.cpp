// Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root at the end of the buffer (Ballesteros and
// Nivre 2013). Each move is constant time. Tested in tests/unit/parser_test.cpp.
#include "learn/parse_state.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

Feature morph_of(const ParseWord& word) {
  const Feats& f = word.feats;
  return feature(
      900, static_cast<std::uint64_t>(word.upos),
      static_cast<std::uint64_t>(f.gender) | static_cast<std::uint64_t>(f.number) << 2 |
          static_cast<std::uint64_t>(f.person) << 4 | static_cast<std::uint64_t>(f.verb_form) << 6,
      static_cast<std::uint64_t>(f.mood) | static_cast<std::uint64_t>(f.tense) << 4 | static_cast<std::uint64_t>(f.voice) << 8,
      static_cast<std::uint64_t>(f.pron_type) | static_cast<std::uint64_t>(f.reflex) << 5 |
          static_cast<std::uint64_t>(f.poss) << 6);
}

}  // namespace

Feature lexical_part(std::string_view form, std::string_view lemma, Upos upos, std::string& buffer) {
  buffer.clear();
  utf8::fold(upos == Upos::PRON || lemma.empty() ? form : lemma, buffer);
  for (char& c : buffer)
    if (c >= '0' && c <= '9') c = '0';
  return hash(buffer);
}

void ParseState::start(std::span<const ParseWord> words) {
  size_ = static_cast<Index>(words.size());
  next_ = 0;
  stack_.clear();
  nodes_.assign(words.size() + 2, ParseNode());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    ParseNode& node = nodes_[i];
    node.left[0] = node.left[1] = node.right[0] = node.right[1] = outside();
    node.form = node.morph = node.both = i - size_ + 1;  // of the root and of "no word"
    node.tag = 30 + (i - size_);
    if (i >= size_) continue;
    node.form = words[i].form;
    node.tag = static_cast<std::uint64_t>(words[i].upos);
    node.morph = morph_of(words[i]);
    node.both = feature(901, words[i].lemma, node.tag);
  }
}

bool ParseState::allowed(Move move) const {
  const bool only_root_left = next_ == root();
  if (move == Move::shift) return !only_root_left;
  if (move == Move::right) return stack_.size() >= 2;
  return only_root_left ? stack_.size() == 1 : !stack_.empty();
}

std::optional<Move> ParseState::forced() const {
  if (stack_.empty()) return Move::shift;
  if (next_ == root()) return stack_.size() == 1 ? Move::left : Move::right;
  return std::nullopt;
}

void ParseState::apply(Move move, std::size_t label) {
  if (move == Move::shift) {
    stack_.push_back(next_++);
    return;
  }
  attach(child(move), parent(move), label);
  stack_.pop_back();
}

void ParseState::attach(Index child, Index parent, std::size_t label) {
  ParseNode &c = nodes_[child], &p = nodes_[parent];
  c.head = parent;
  c.label = static_cast<std::uint8_t>(label + 1);
  const bool after = child > parent;
  Index* sides = after ? p.right : p.left;
  sides[1] = sides[0];
  sides[0] = child;
  p.valency[after] = static_cast<std::uint8_t>(std::min(p.valency[after] + 1, 7));
  p.labels[after] |= 1ULL << (label % 64);
  if (c.tag == static_cast<std::uint64_t>(Upos::ADP) || c.tag == static_cast<std::uint64_t>(Upos::SCONJ)) p.marker = c.form;
}

}  // namespace greffier
