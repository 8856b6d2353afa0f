#include "learn/sentence_features.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

enum Shape : std::uint64_t { kNothing, kLower, kCapital, kUpper, kFigure, kInitial, kMark };

std::uint64_t shape_of(std::string_view form) {
  const utf8::Decoded first = utf8::decode(form, 0);
  if (utf8::is_digit(first.point)) return kFigure;
  if (utf8::is_lower(first.point)) return kLower;
  if (!utf8::is_upper(first.point)) return kMark + 1 + (first.point & 0xFFFF);
  const std::string_view rest = form.substr(first.length);
  if (rest.empty() || rest == ".") return kInitial;
  return utf8::is_upper(utf8::decode(rest, 0).point) ? kUpper : kCapital;
}

// 0 1 2 3 4 5-6 7-9 10-14 15-24 25-
std::uint64_t bucket(Index length) {
  constexpr Index kBounds[] = {1, 2, 3, 4, 6, 9, 14, 24, 40};
  std::uint64_t i = 0;
  for (Index bound : kBounds) i += length > bound;
  return i;
}

}  // namespace

SentenceFeatures::Seen SentenceFeatures::look(std::size_t token) {
  if (token >= d_.tokens.size()) return {};
  Remembered& slot = remembered_[token % remembered_.size()];
  if (slot.token != token) slot = {token, look_afresh(token)};
  return slot.seen;
}

SentenceFeatures::Seen SentenceFeatures::look_afresh(std::size_t token) {
  const std::string_view form = d_.form(d_.tokens[token]);
  buffer_.clear();
  utf8::fold(form.substr(0, 64), buffer_);
  const Lexicon::Classes classes = lexicon_.classes(buffer_);
  constexpr std::uint32_t kOther = 1u << static_cast<unsigned>(Upos::NOUN) | 1u << static_cast<unsigned>(Upos::ADJ) |
                                   1u << static_cast<unsigned>(Upos::PROPN) | 1u << static_cast<unsigned>(Upos::ADP);
  const bool verb = (classes.bits & kFinite) != 0;
  return {hash(buffer_), shape_of(form), classes.tags, verb, verb && (classes.bits & kOther) == 0};
}

void SentenceFeatures::begin(Index token) {
  begin_ = token;
  has_verb_ = false, all_capitals_ = true, depth_ = 0;
}

void SentenceFeatures::pass(Index token) {
  const Seen seen = look(token);
  has_verb_ = has_verb_ || seen.finite;
  all_capitals_ = all_capitals_ && seen.shape != kLower && seen.shape != kCapital;
  const std::string_view form = d_.form(d_.tokens[token]);
  depth_ = std::max(0, depth_ + (form == "(") - (form == ")"));
}

void SentenceFeatures::collect(Index token, Gap gap, std::vector<Feature>& features) {
  const Index mark = marks_.mark_before(token);
  const bool marked = gap == Gap::mark;
  const std::size_t before = marked ? std::size_t{mark} - 1 : token;  // wraps to no token at the start of the text
  const Seen p1 = look(before), p2 = look(before - 1), m = marked ? look(mark) : Seen{};
  const Seen n1 = look(token + 1), n2 = look(token + 2), n3 = look(token + 3);
  const std::uint64_t g = static_cast<std::uint64_t>(gap), length = bucket(token + 1 - begin_);
  const std::uint64_t closing = marked ? token - mark : 0, glued = !d_.tokens[token].space_after;
  const std::uint64_t verb = has_verb_, soon = n1.finite + 2 * n2.finite + 4 * n3.finite;
  features.clear();
  const auto add = [&features](std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0,
                               std::uint64_t d = 0) { features.push_back(feature(0x5e00 + kind, a, b, c, d)); };
  add(0, g), add(1, g, m.form, closing, glued), add(2, g, n1.form), add(3, g, m.form, n1.shape, p1.shape);
  add(4, g, n1.tags, n1.shape), add(5, g, n1.shape, n2.shape, n3.shape), add(6, g, n1.shape, n2.tags), add(7, g, p1.form);
  add(8, g, p1.tags, p1.shape), add(9, m.form, p1.shape, n1.shape, closing), add(10, p1.form, n1.form),
      add(11, g, p1.tags, n1.tags, n1.shape);
  add(12, g, length, verb, all_capitals_), add(13, g, verb, n1.tags, n1.shape),
      add(14, g, static_cast<std::uint64_t>(depth_), n1.shape);
  add(15, g, p1.shape, p2.shape, n1.shape), add(16, g, p2.form), add(17, g, length, n1.form), add(18, g, soon, n1.tags, verb);
  add(19, g, n2.form, n1.shape), add(20, g, p1.shape, n1.shape, n2.shape), add(21, g, all_capitals_, n1.shape, n2.shape);
  add(22, g, length, p1.tags, n1.shape), add(23, g, n1.form, n2.shape, p1.shape), add(24, g, n1.tags, n2.tags, p1.shape);
}

}  // namespace greffier
