// One pass over the code points. Each has a set of inks; brackets are put before and after some. Of statements that
// begin at one place the longer opens first; of those that end at one place the one that began last closes first.
// Tested in tests/unit/page_test.cpp.
#include "output/marked_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "output/columns.h"

namespace greffier {
namespace {

struct Bracket {
  Span span;
  std::string id;
};

std::vector<Bracket> brackets_of(const Record& record) {
  std::vector<Bracket> brackets;
  for (const Record::Statement& s : record.statements)
    for (const Span& span : s.content) brackets.push_back({span, s.id});
  std::ranges::stable_sort(brackets, [](const Bracket& a, const Bracket& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  });
  return brackets;
}

class Marker {
 public:
  explicit Marker(const Record& record)
      : record_(record),
        inks_(record.text.size() + 1, kPlain),
        closing_(record.text.size() + 1, 0),
        brackets_(brackets_of(record)) {
    for (const Record::Statement& s : record.statements) ink(s);
    for (const Record::Entity& e : record.entities)
      for (const Record::Mention& m : e.mentions)
        if (m.kind == "name") ink(m.span, kName);
    for (const Record::Time& t : record.times) ink(t.span, kTime);
    for (const Record::Event& e : record.events) ink(e.trigger, kDeed);
    for (const Bracket& b : brackets_) ++closing_[b.span.end];
  }

  Line runs() {
    std::size_t point = 0;
    for (std::size_t at = 0; at < record_.text.size(); ++point) {
      const auto next = utf8::decode(record_.text, at);
      close(point);
      open(point);
      at += next.length;
      put(next.point == ' ' && holds_together(at) ? 0xA0 : next.point, inks_[point]);
    }
    close(point);
    return std::move(line_);
  }

 private:
  // Whether a line must not end at the blank before byte `at`: a mark that is set apart by one would begin the next line.
  bool holds_together(std::size_t at) const {
    constexpr std::u32string_view kMarks = U"»!?:;";
    const bool opened = at >= 3 && utf8::decode_before(record_.text, at - 1).point == U'«';
    return opened || (at < record_.text.size() && kMarks.find(utf8::decode(record_.text, at).point) != kMarks.npos);
  }

  void ink(const Span& span, std::uint8_t bits) {
    for (std::uint32_t i = span.start; i < span.end && i < inks_.size(); ++i) inks_[i] |= bits;
  }
  void ink(const Record::Statement& s) {
    for (const Span& span : s.content) ink(span, kSaid);
    if (s.cue) ink(*s.cue, kCue);
  }

  void append(std::string_view text, std::uint8_t bits) {
    if (line_.empty() || line_.back().ink != bits) line_.push_back({{}, bits});
    line_.back().text += text;
  }
  void open(std::size_t point) {
    for (; next_ < brackets_.size() && brackets_[next_].span.start == point; ++next_)
      append("[" + brackets_[next_].id + "\u00A0", kFaint);
  }
  void close(std::size_t point) { append(std::string(closing_[point], ']'), kFaint); }

  void put(char32_t point, std::uint8_t bits) {
    if (point == '\r') return;
    if (point == '\n' || point == 0x2028 || point == 0x2029) return append("\n", bits);
    if (point == '\t') return append(" ", bits);
    std::string text;
    utf8::append(text, harmless(point));
    append(text, bits);
  }

  const Record& record_;
  std::vector<std::uint8_t> inks_;      // per code point
  std::vector<std::uint32_t> closing_;  // brackets that close before a code point
  std::vector<Bracket> brackets_;
  std::size_t next_ = 0;
  Line line_;
};

}  // namespace

Line marked_text(const Record& record) { return Marker(record).runs(); }

}  // namespace greffier
