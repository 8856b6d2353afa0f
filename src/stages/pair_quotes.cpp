// Quotation marks paired by a stack of bounded depth, one paragraph at a time: curly marks and guillemets by their shape,
// straight ones by what stands beside them (a mark with white space before and none behind opens; the other way round it
// closes; else it closes where one is open). A mark that opens inside a pair of its own kind at the start of a paragraph is
// the printers' repetition and opens nothing. What the text never closes ends with its paragraph. Linear in the number of
// tokens. Tested in tests/golden/quotes.case.
#include "stages/pair_quotes.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

constexpr std::size_t kDeepest = 4;

enum class Mark : unsigned char { none, guillemet, double_curly, single_curly, straight, low };
enum class Side : unsigned char { opens, closes, either };
struct Seen {
  Mark mark = Mark::none;
  Side side = Side::either;
};

Seen look_at(std::string_view form) {
  if (form.size() > 3 || form.empty()) return {};
  switch (utf8::decode(form, 0).point) {
    case 0xAB: return {Mark::guillemet, Side::opens};
    case 0xBB: return {Mark::guillemet, Side::closes};
    case 0x201C: return {Mark::double_curly, Side::opens};
    case 0x201D: return {Mark::double_curly, Side::closes};
    case 0x201E: return {Mark::low, Side::opens};
    case 0x2018: return {Mark::single_curly, Side::opens};
    case 0x2019: return {Mark::single_curly, Side::closes};
    case 0x2039: return {Mark::single_curly, Side::opens};
    case 0x203A: return {Mark::single_curly, Side::closes};
    case '"': return {Mark::straight, Side::either};
    default: return {};
  }
}

struct Open {
  Mark mark;
  Index quote;
};

class Pairing {
 public:
  explicit Pairing(Document& document) : document_(document) {}

  void read(Index token) {
    const Token& t = document_.tokens[token];
    if (t.multi != MultiWord::none) return;
    Seen seen = look_at(document_.form(t));
    if (seen.mark == Mark::none) return;
    if (seen.side == Side::either) seen.side = side_of_straight(token);
    if (seen.side == Side::opens) open(token, seen.mark);
    else close(token, seen.mark);
  }

  // Ends all that is open at the end of a paragraph, whose last byte is before `end`.
  void end_paragraph(Index end) {
    while (depth_ > 0) finish(stack_[--depth_].quote, {end, end}, false);
  }

 private:
  Side side_of_straight(Index token) const {
    const ByteRange place = document_.tokens[token].place;
    const bool space_before = place.begin == 0 || utf8::is_space(utf8::decode_before(document_.text(), place.begin).point);
    const bool space_behind = document_.tokens[token].space_after;
    const bool is_open = std::any_of(stack_.begin(), stack_.begin() + depth_, [](const Open& o) { return o.mark == Mark::straight; });
    if (space_before == space_behind) return is_open ? Side::closes : Side::opens;
    return space_before ? Side::opens : Side::closes;
  }

  void open(Index token, Mark mark) {
    if (depth_ == kDeepest) return;
    const ByteRange place = document_.tokens[token].place;
    Quote quote;
    quote.outer = {place.begin, place.end};
    quote.inner = {place.end, place.end};
    quote.inside = depth_ > 0 ? stack_[depth_ - 1].quote : kNone;
    stack_[depth_++] = {mark, static_cast<Index>(document_.quotes.size())};
    document_.quotes.push_back(quote);
  }

  static bool fits(Mark opened, Mark closing) {
    return opened == closing || (opened == Mark::low && (closing == Mark::double_curly || closing == Mark::straight)) ||
           (opened == Mark::double_curly && closing == Mark::straight) || (opened == Mark::straight && closing == Mark::double_curly);
  }

  void close(Index token, Mark mark) {
    std::size_t at = depth_;
    while (at > 0 && !fits(stack_[at - 1].mark, mark)) --at;
    if (at == 0) return;
    const ByteRange place = document_.tokens[token].place;
    while (depth_ > at) finish(stack_[--depth_].quote, {place.begin, place.begin}, false);
    finish(stack_[--depth_].quote, place, true);
  }

  void finish(Index quote, ByteRange mark, bool closed) {
    Quote& q = document_.quotes[quote];
    q.inner.end = std::max(q.inner.begin, mark.begin);
    q.outer.end = std::max(q.inner.end, mark.end);
    q.closed = closed;
  }

  Document& document_;
  std::array<Open, kDeepest> stack_{};
  std::size_t depth_ = 0;
};

bool paragraph_ends(const Document& d, Index token) {
  if (token + 1 == d.tokens.size()) return true;
  const Index from = d.tokens[token].place.end, to = d.tokens[token + 1].place.begin;
  return from < to && d.text().substr(from, to - from).find('\n') != std::string_view::npos;
}

}  // namespace

void pair_quotes(const Pack&, Workspace&, Document& document) {
  Pairing pairing(document);
  for (Index i = 0; i < document.tokens.size(); ++i) {
    pairing.read(i);
    if (paragraph_ends(document, i)) pairing.end_paragraph(document.tokens[i].place.end);
  }
  for (Quote& quote : document.quotes) quote.tokens = document.tokens_within(quote.inner);
}

}  // namespace greffier
