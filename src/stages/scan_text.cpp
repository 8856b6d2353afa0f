// Surface tokens by a hand-written automaton: a word runs over letters, figures and marks, and at each joint (apostrophe,
// hyphen, full stop, slash, bracket) a small question with bounded look-ahead tells whether it goes on. The customs follow
// the treebanks of Universal Dependencies as far as they can be said without words; the words are in the pack's
// token-*.txt lists. Cost: linear, since every look-ahead is bounded (kFar). Tested in tests/golden/tokens.case and, for the
// law that tokens and gaps rebuild the text, in tests/unit/tokenise_test.cpp.
#include "stages/scan_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "stages/text_shapes.h"

namespace greffier {
namespace {

constexpr std::size_t kFar = 80;  // bytes that a look-ahead may read

bool address_byte(char c) {
  constexpr std::string_view kMarks = ".-_~:/?#@!$&*+,;=%";
  return static_cast<unsigned char>(c) >= 0x80 || utf8::is_letter(static_cast<unsigned char>(c)) || (c >= '0' && c <= '9') ||
         kMarks.find(c) != std::string_view::npos;
}

}  // namespace

char32_t TextScanner::point(std::size_t at) const {
  if (at >= text_.size()) return 0;
  const auto byte = static_cast<unsigned char>(text_[at]);
  return byte < 0x80 ? byte : utf8::decode(text_, at).point;
}

std::size_t TextScanner::after(std::size_t at) const {
  if (at >= text_.size()) return text_.size();
  return static_cast<unsigned char>(text_[at]) < 0x80 ? at + 1 : at + utf8::decode(text_, at).length;
}

std::string_view TextScanner::folded(std::size_t begin, std::size_t end) {
  buffer_.clear();
  if (end - begin <= kFar) utf8::fold(text_.substr(begin, end - begin), buffer_);
  return buffer_;
}

std::size_t TextScanner::after_letters(std::size_t at) const {
  while (at < text_.size() && wordly(point(at))) at = after(at);
  return at;
}

ByteRange TextScanner::next() {
  while (at_ < text_.size() && utf8::is_space(point(at_))) at_ = after(at_), free_ = true, after_figure_ = false;
  if (at_ >= text_.size()) return {};
  const std::size_t begin = at_;
  const std::size_t end = std::max(read_token(begin), after(begin));
  free_ = opening(point(begin));
  after_figure_ = utf8::is_digit(point(begin)) || (sign(point(begin)) && utf8::is_digit(point(begin + 1)));
  at_ = end;
  return {static_cast<Index>(begin), static_cast<Index>(end)};
}

std::size_t TextScanner::read_token(std::size_t at) {
  const char32_t p = point(at);
  const char32_t next = point(after(at));
  if (at < clitics_until_ && hyphen(p)) return clitics_end(clitics_until_, at);
  if (utf8::is_digit(p)) return read_number(at);
  if (wordly(p)) {
    if (after_figure_)
      if (const std::size_t end = glued_unit(at)) return end;
    return read_word(at);
  }
  if (free_ && sign(p) && utf8::is_digit(next)) return read_number(after(at));
  if (free_ && (p == '#' || p == '@') && wordly(next)) return after_letters(after(at));
  return read_mark(at);
}

// "h" of "20h30": a unit from the list, followed by no letter.
std::size_t TextScanner::glued_unit(std::size_t begin) {
  std::size_t end = begin;
  while (end < text_.size() && end - begin < kFar && utf8::is_letter(point(end))) end = after(end);
  return lists_.unit(folded(begin, end)) ? end : 0;
}

// The end of an elided word with its apostrophe, which ends at `apostrophe_end`; 0 where the word goes on behind it.
std::size_t TextScanner::elision_end(std::size_t begin, std::size_t end) {
  if (!lists_.elided(folded(begin, end))) return 0;
  const std::size_t split = after(end);
  std::size_t whole = split;
  while (whole < text_.size() && whole - begin < kFar &&
         (wordly(point(whole)) || (hyphen(point(whole)) && wordly(point(after(whole))))))
    whole = after(whole);
  return lists_.unsplit(folded(begin, whole)) ? 0 : split;
}

// Asked at the hyphen behind a possible host [begin, hyphen): the end of the first clitic where all that follows up to the
// end of the word is clitics and the host is one that takes them; else 0. Within a chain, `begin` is its end.
std::size_t TextScanner::clitics_end(std::size_t begin, std::size_t start) {
  std::size_t first = 0, at = start;
  TokenLists::Clitic kind = TokenLists::Clitic::no;
  while (hyphen(point(at)) && at - start < kFar) {
    std::size_t end = 0;
    std::size_t part = at;
    for (int parts = 0; parts < 2 && hyphen(point(part)); ++parts) {  // "-t-il" before "-t"
      part = after_letters(after(part));
      if (apostrophe(point(part))) part = after_letters(after(part));
      if (part - at > kFar) return 0;
      if (const auto found = lists_.clitic(folded(at, part)); found != TokenLists::Clitic::no) end = part, kind = found;
    }
    if (end == 0) return 0;
    if (first == 0) first = end;
    at = end;
  }
  if (first == 0) return 0;
  if (clitics_until_ > start) return first;
  if (lists_.lexicon().find(folded(begin, at)) != 0) return 0;
  const std::uint32_t bits = lists_.lexicon().classes(folded(begin, start)).bits;
  const std::uint32_t needed =
      kind == TokenLists::Clitic::of_noun ? 1u << static_cast<unsigned>(Upos::NOUN) : std::uint32_t{kFinite};
  if (!(bits & needed)) return 0;
  clitics_until_ = at;
  return first;
}

// "traité(e)", "VOIE(S)": the end of such a bracket at `at`, else 0.
std::size_t TextScanner::bracketed_ending(std::size_t at) const {
  std::size_t end = at + 1;
  for (int letters = 0; utf8::is_letter(point(end)); ++letters, end = after(end))
    if (letters == 3) return 0;
  return end > at + 1 && point(end) == ')' ? end + 1 : 0;
}

// Whether the word at `at` is one that opens sentences rather than a family name behind an initial.
bool TextScanner::starts_sentence(std::size_t at) {
  std::size_t end = at;
  while (end < text_.size() && end - at < kFar && utf8::is_letter(point(end))) end = after(end);
  constexpr std::uint32_t kSmallWords = 1u << static_cast<unsigned>(Upos::DET) | 1u << static_cast<unsigned>(Upos::PRON) |
                                        1u << static_cast<unsigned>(Upos::ADP) | 1u << static_cast<unsigned>(Upos::SCONJ) |
                                        1u << static_cast<unsigned>(Upos::CCONJ);
  return (lists_.lexicon().classes(folded(at, end)).bits & kSmallWords) != 0;
}

// At a full stop behind the letters [part, dot) of the word from `begin`: the end of the abbreviation so far, or 0.
std::size_t TextScanner::abbreviation_end(std::size_t begin, std::size_t part, std::size_t dot) {
  const std::size_t end = dot + 1;
  const bool one_letter = after(part) == dot && utf8::is_letter(point(part));
  if (one_letter && wordly(point(end)) && !wordly(point(after(end)))) return end;  // "U.S.", "c.-"
  if (one_letter && hyphen(point(end)) && utf8::is_letter(point(after(end)))) return end;
  const bool in_chain = part > begin && (text_[part - 1] == '.' || (part > begin + 1 && text_[part - 2] == '.'));
  if (one_letter && in_chain) return end;
  std::size_t follows = end;
  while (follows - end < 4 && utf8::is_space(point(follows)) && point(follows) != '\n') follows = after(follows);
  const bool before_capital = utf8::is_upper(point(follows));
  switch (lists_.abbreviation(folded(begin, dot))) {
    case TokenLists::Abbreviation::always: return end;
    case TokenLists::Abbreviation::before_capital: if (before_capital) return end; break;
    case TokenLists::Abbreviation::before_figure: if (utf8::is_digit(point(follows))) return end; break;
    case TokenLists::Abbreviation::no: break;
  }
  if (one_letter && utf8::is_upper(point(part)) && before_capital && !starts_sentence(follows)) return end;
  return 0;
}

// Whether the run around a full stop or an @ within a word is the address of a site or a mailbox.
bool TextScanner::address_follows(std::size_t begin, std::size_t dot) {
  if (dot - begin > kFar) return false;
  std::size_t end = dot, last = dot;
  while (end < text_.size() && end - dot < kFar &&
         (wordly(point(end)) || point(end) == '.' || point(end) == '-' || point(end) == '@')) {
    if (point(end) == '@') return wordly(point(after(end)));
    if (point(end) == '.' && wordly(point(after(end)))) last = end;
    end = after(end);
  }
  std::size_t label = last + 1;
  while (label < text_.size() && label - last < kFar && wordly(point(label))) label = after(label);
  const std::string_view ending = text_.substr(last + 1, label - last - 1);
  return !ending.empty() && !utf8::is_upper(point(last + 1)) && lists_.domain(folded(last + 1, label));
}

// The rest of an address, without the punctuation that closes the sentence around it.
std::size_t TextScanner::read_address(std::size_t begin, std::size_t seen) {
  std::size_t end = seen;
  while (end < text_.size() && address_byte(text_[end])) {
    const char32_t p = point(end);
    if (utf8::is_space(p) || p == 0xAB || p == 0xBB || (p >= 0x2018 && p <= 0x201F) || p == 0x2026) break;
    end = after(end);
  }
  while (end > begin + 1 && std::string_view(".,;:!?").find(text_[end - 1]) != std::string_view::npos) --end;
  return end;
}

// Whether a part of a word is a sign rather than a word, such as "IIb": capitals, then small letters.
bool TextScanner::mixed_capitals(std::size_t begin, std::size_t end) const {
  if (end - begin > kFar) return false;
  int capitals = 0, small = 0;
  for (std::size_t at = begin; at < end; at = after(at))
    capitals += utf8::is_upper(point(at)), small += utf8::is_lower(point(at));
  return capitals >= 2 && small >= 1;
}

std::size_t TextScanner::read_word(std::size_t begin) {
  if (text_.substr(begin, 4) == "http" && text_.substr(begin, 8).find("://") != std::string_view::npos)
    return read_address(begin, begin);
  if (text_.substr(begin, 4) == "www.") return read_address(begin, begin);
  std::size_t part = begin;  // where the letters since the last joint begin
  for (std::size_t at = after_letters(begin);;) {
    const char32_t p = point(at);
    const bool goes_on = wordly(point(after(at)));
    if (apostrophe(p)) {
      if (const std::size_t end = elision_end(begin, at)) return end;
      if (!goes_on) return at;
    } else if (hyphen(p)) {
      if (!goes_on || clitics_end(begin, at) != 0) return at;
    } else if (p == '.') {
      if (goes_on && address_follows(begin, at)) return read_address(begin, at);
      const std::size_t end = abbreviation_end(begin, part, at);
      if (end == 0) return at;
      const bool chain = after(part) == at &&
                         (hyphen(point(end)) ? wordly(point(after(end))) : wordly(point(end)) && !wordly(point(after(end))));
      if (!chain) return end;
      if (hyphen(point(end))) at = end;
    } else if (p == '@' && goes_on && address_follows(begin, at)) {
      return read_address(begin, at);
    } else if (p == '(') {
      const std::size_t end = bracketed_ending(at);
      return end != 0 ? end : at;
    } else if (p == '/') {
      if (!utf8::is_upper(point(after(at))) || !mixed_capitals(part, at)) return at;
    } else if (p == '&') {
      if (!goes_on || !utf8::is_upper(point(after(at)))) return at;
    } else if (p == 0xB0 && lists_.abbreviation(folded(begin, after(at))) != TokenLists::Abbreviation::no) {
      return after(at);
    } else {
      return at;
    }
    part = after(at);
    at = after_letters(part);
  }
}

// Groups of three behind a figure of one to three: "40 000", "1 234 567".
std::size_t TextScanner::thousands_end(std::size_t begin, std::size_t at) const {
  if (at - begin > 3 || text_[begin] == '0') return at;
  const auto three = [this](std::size_t from) {
    return utf8::is_digit(point(from)) && utf8::is_digit(point(from + 1)) && utf8::is_digit(point(from + 2)) &&
           !wordly(point(from + 3));
  };
  while (narrow_space(point(at)) && three(after(at))) at = after(at) + 3;
  return at;
}

std::size_t TextScanner::read_number(std::size_t begin) {
  std::size_t at = begin;
  const auto digits = [this](std::size_t from) {
    while (utf8::is_digit(point(from))) ++from;
    return from;
  };
  at = thousands_end(begin, digits(begin));
  for (;;) {
    const char32_t p = point(at);
    const bool joint = p == '.' || p == ',' || p == '/' || p == ':' || hyphen(p) || p == '\'';
    if (!joint || !utf8::is_digit(point(after(at)))) break;
    at = digits(after(at));
  }
  if (!wordly(point(at))) return at;
  if (glued_unit(at) != 0) return at;
  const std::size_t end = after_letters(at);
  if (end - at <= kFar && lists_.ordinal(folded(at, end))) return end;
  return read_word(begin);
}

std::size_t TextScanner::read_mark(std::size_t begin) {
  const char32_t p = point(begin);
  std::size_t at = after(begin);
  if (p == '.' || p == 0x2026) {
    while (point(at) == '.' || point(at) == 0x2026) at = after(at);
  } else if (p == '-') {
    while (point(at) == '-') ++at;
  } else if (p == '+' && point(at) == '/' && point(at + 1) == '-') {
    at += 2;
  } else if (p == 0xB0 && utf8::is_upper(point(at)) && !wordly(point(after(at)))) {
    at = after(at);  // a degree with its scale
  } else if (flag_letter(p) && flag_letter(point(at))) {
    at = after(at);
  } else if (emoji(p)) {
    for (;;) {
      if (emoji_tail(point(at))) at = after(at);
      else if (point(at) == 0x200D && emoji(point(after(at)))) at = after(after(at));
      else break;
    }
  }
  while (at < text_.size() && (utf8::is_mark(point(at)) || joiner(point(at)))) at = after(at);
  return at;
}

}  // namespace greffier
