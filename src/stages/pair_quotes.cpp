// Quotation marks paired by a stack of bounded depth, one paragraph at a time; document/quote_marks.cpp tells which opens and
// which closes. What the text never closes ends with its paragraph, unless the next paragraph repeats the opening mark, as
// printers do in a quotation of several paragraphs. Linear in the number of tokens. Tested in tests/golden/quotes.case.
#include "stages/pair_quotes.h"

#include <algorithm>
#include <array>
#include <span>

#include "document/quote_marks.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

constexpr std::size_t kDeepest = 4;

struct Open {
  QuoteKind kind;
  Index quote;
};

class Pairing {
 public:
  explicit Pairing(Document& document) : document_(document) {}

  void read(Index token, QuoteMark mark) {
    if (mark.kind == QuoteKind::none) return;
    if (token == repeated_) return;
    if (mark.opens) open(token, mark.kind);
    else close(token, mark.kind);
  }

  // At the end of a paragraph with token `last`: ends what is open, unless the next paragraph repeats the outermost mark.
  void end_paragraph(Index last, std::span<const QuoteMark> marks) {
    const std::size_t next = last + 1;
    const bool goes_on = depth_ > 0 && next < marks.size() && marks[next].opens && marks[next].kind == stack_[0].kind;
    const Index end = document_.tokens[last].place.end;
    while (depth_ > (goes_on ? 1u : 0u)) finish(stack_[--depth_].quote, {end, end}, false);
    if (goes_on) repeated_ = static_cast<Index>(next);
  }

 private:
  void open(Index token, QuoteKind kind) {
    if (depth_ == kDeepest) return;
    const ByteRange place = document_.tokens[token].place;
    Quote quote;
    quote.outer = {place.begin, place.end};
    quote.inner = {place.end, place.end};
    quote.inside = depth_ > 0 ? stack_[depth_ - 1].quote : kNone;
    stack_[depth_++] = {kind, static_cast<Index>(document_.quotes.size())};
    document_.quotes.push_back(quote);
  }

  static bool fits(QuoteKind opened, QuoteKind closing) {
    return opened == closing ||
           (opened == QuoteKind::low && (closing == QuoteKind::double_curly || closing == QuoteKind::straight)) ||
           (opened == QuoteKind::double_curly && closing == QuoteKind::straight) ||
           (opened == QuoteKind::straight && closing == QuoteKind::double_curly);
  }

  void close(Index token, QuoteKind kind) {
    std::size_t at = depth_;
    while (at > 0 && !fits(stack_[at - 1].kind, kind)) --at;
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
  Index repeated_ = kNone;  // a mark that only repeats an open one
};

}  // namespace

void pair_quotes(const Pack&, Workspace& workspace, Document& document) {
  find_quote_marks(document, workspace.quote_marks);
  Pairing pairing(document);
  for (Index i = 0; i < document.tokens.size(); ++i) {
    pairing.read(i, workspace.quote_marks[i]);
    if (ends_paragraph(document, i)) pairing.end_paragraph(i, workspace.quote_marks);
  }
  for (Quote& quote : document.quotes) quote.tokens = document.tokens_within(quote.inner);
}

}  // namespace greffier
