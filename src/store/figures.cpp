// A figure counts what stands right behind it ("12 morts"), what happens to the people behind it ("12 policiers ont été
// blessés"), or what stands right before it ("l'arrestation de 40 personnes"); marks end the search, another figure too.
// What a percentage, an hour, an age or an ordinal counts is nothing here: no counted thing and no person follows.
// Cost: linear. Limits: figures of several words apart ("vingt et un"), and readings that need the tree. Tested in
// tests/unit/figures_test.cpp.
#include "store/figures.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace greffier {

struct Counting::Word {
  std::size_t begin = 0, end = 0;
  Symbol symbol = 0;
  std::int64_t value = -1;  // of a number, else -1
  int tenths = 0;           // "1,5 million"
  bool digits = false, counts = true;
  bool stop = false;  // a mark stands before it
};

namespace {

constexpr std::size_t kNear = 2;    // the counted thing or the people: at most so many words behind the figure
constexpr std::size_t kFar = 6;     // what happens to them
constexpr std::size_t kBefore = 4;  // "l'arrestation d'au moins 40 personnes"
constexpr std::int64_t kMost = 1'000'000'000'000;

bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// The length of a mark of thousands before exactly three figures; 0 for none.
std::size_t thousands_mark(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto [point, length] = utf8::decode(text, at);
  const std::size_t next = at + length;
  const bool three = digit_at(text, next) && digit_at(text, next + 1) && digit_at(text, next + 2) && !digit_at(text, next + 3);
  return three && (point == '.' || (utf8::is_space(point) && point != '\n')) ? length : 0;
}

bool in_word(char32_t point) { return utf8::is_letter(point) || utf8::is_digit(point) || utf8::is_mark(point); }

// A hyphen between letters is part of the word.
bool hyphen_within(std::string_view text, std::size_t at) {
  return text[at] == '-' && at + 1 < text.size() && utf8::is_letter(utf8::decode(text, at + 1).point);
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (in_word(utf8::decode(text, at).point) || hyphen_within(text, at)))
    at += utf8::decode(text, at).length;
  return at;
}

// "%" behind a number, or a letter that makes it another thing ("14h", "3e").
bool counts_nothing(std::string_view text, std::size_t at) {
  if (at < text.size() && utf8::is_letter(utf8::decode(text, at).point)) return true;
  while (at < text.size() && utf8::is_space(utf8::decode(text, at).point)) at += utf8::decode(text, at).length;
  return at < text.size() && text[at] == '%';
}

}  // namespace

Counting::Counting(std::shared_ptr<const Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)),
      number_(vocabulary_->list("number")),
      one_(vocabulary_->list("counted-one")),
      many_(vocabulary_->list("counted-many")),
      before_(vocabulary_->list("counted-before")),
      person_(vocabulary_->list("counted-person")),
      near_(vocabulary_->list("count-near")),
      negation_(vocabulary_->list("content-negation")) {}

std::string_view Counting::in(ListId list, Symbol symbol) const {
  return list == kNoList || symbol == 0 ? std::string_view() : vocabulary_->value(symbol, list);
}

Counting::Word Counting::number(std::string_view text, std::size_t at, std::size_t stop) const {
  Word out;
  out.begin = at, out.value = 0, out.digits = true;
  for (std::size_t mark = 0; digit_at(text, at) || (mark = thousands_mark(text, at)) > 0; at += digit_at(text, at) ? 1 : mark)
    if (digit_at(text, at)) out.value = std::min(kMost, out.value * 10 + (text[at] - '0'));
  if (at < text.size() && (text[at] == ',' || text[at] == '.') && digit_at(text, at + 1)) {
    out.tenths = text[at + 1] - '0', out.counts = false;
    for (++at; digit_at(text, at);) ++at;
  }
  out.end = at;
  if (counts_nothing(text, at)) out.counts = false, out.end = std::max(at, stop);
  return out;
}

std::vector<Counting::Word> Counting::words(std::string_view text) const {
  std::vector<Word> out;
  bool stop = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = utf8::decode(text, at);
    if (!in_word(point)) {
      stop = stop || !(utf8::is_space(point) || point == '\'' || point == U'’' || point == '-') || point == '\n';
      at += length;
      continue;
    }
    const std::size_t end = word_end(text, at);
    Word word = utf8::is_digit(point) ? number(text, at, end) : Word{.begin = at, .end = end};
    if (!word.digits) {
      word.symbol = vocabulary_->find(utf8::folded(text.substr(at, end - at)));
      const std::string_view value = in(number_, word.symbol);
      if (!value.empty()) std::from_chars(value.data(), value.data() + value.size(), word.value);
    }
    word.stop = stop, stop = false, at = word.end;
    if (out.empty() || !merge(out.back(), word)) out.push_back(word);
  }
  return out;
}

// "1,5 million", "deux mille": a greater number multiplies, a smaller one is added.
bool Counting::merge(Word& number, const Word& next) const {
  if (number.value < 0 || next.value <= 0 || next.stop || next.digits) return false;
  if (next.value > number.value) {
    number.value = std::min(kMost, number.value * next.value + number.tenths * next.value / 10);
    number.counts = true;
  } else if (number.digits) {
    return false;
  } else {
    number.value += next.value;
  }
  number.end = next.end, number.tenths = 0;
  return true;
}

std::string_view Counting::kind_after(const std::vector<Word>& words, std::size_t at) const {
  const ListId list = words[at].value == 1 ? one_ : many_;
  std::string_view head;
  bool people = false;
  for (std::size_t i = at + 1; i < words.size() && i <= at + kFar && !words[i].stop && words[i].value < 2; ++i) {
    const std::string_view kind = in(list, words[i].symbol);
    const bool person = person_ != kNoList && vocabulary_->in_list(words[i].symbol, person_);
    if (!kind.empty() && !person) return people || i <= at + kNear ? kind : head;
    if (person && i <= at + kNear && !people) people = true, head = kind.empty() ? "persons" : kind;
    if (!people && i > at + kNear) break;
  }
  return head;
}

std::string_view Counting::kind_before(const std::vector<Word>& words, std::size_t at, bool people) const {
  for (std::size_t i = at; i > 0 && at - i < kBefore && !words[i].stop; --i) {
    const Word& word = words[i - 1];
    if (word.value >= 0) break;
    if (const std::string_view kind = in(before_, word.symbol); !kind.empty()) return kind;
    if (!people && !(near_ != kNoList && word.symbol != 0 && vocabulary_->in_list(word.symbol, near_))) break;  // "le 14 juin"
  }
  return {};
}

bool Counting::near(const std::vector<Word>& words, std::size_t at) const {
  for (std::size_t i = at; near_ != kNoList && i > 0 && at - i < 3 && !words[i].stop; --i)
    if (vocabulary_->in_list(words[i - 1].symbol, near_)) return true;
  return false;
}

std::vector<Figure> Counting::figures(std::string_view text) const {
  std::vector<Figure> out;
  const std::vector<Word> all = words(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].value < 1 || !all[i].counts) continue;
    std::string_view kind = kind_after(all, i);
    if (kind.empty() || kind == "persons" || kind == "gathered")
      if (const std::string_view before = kind_before(all, i, !kind.empty()); !before.empty()) kind = before;
    if (all[i].value == 1 && (kind.empty() || kind == "persons" || kind == "gathered")) continue;
    if (kind.empty() && !all[i].digits) continue;
    out.push_back({std::string(kind), all[i].value, near(all, i), all[i].begin, all[i].end});
  }
  return out;
}

bool Counting::negated(std::string_view content) const {
  bool odd = false;
  for (const Word& word : words(content))
    odd ^= negation_ != kNoList && word.symbol != 0 && vocabulary_->in_list(word.symbol, negation_);
  return odd;
}

}  // namespace greffier
