// The passage is the paragraph, as far as kAround code points on either side. Tested in tests/unit/excerpt_test.cpp.
#include "output/excerpt.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/utf8.h"
#include "output/exports.h"

namespace greffier {
namespace {

constexpr std::uint32_t kAround = 400;

class Excerpt {
 public:
  Excerpt(const Record& record, Span place, std::string_view n) : r_(record), place_(place), n_(n) {}

  Record cut() {
    Record out;
    out.id = r_.id, out.source = r_.source, out.lang = r_.lang, out.title = r_.title, out.url = r_.url;
    out.published = r_.published, out.earliest = r_.earliest, out.latest = r_.latest;
    window();
    out.text = quoted(r_, {begin_, end_});
    for (const Record::Event& e : r_.events)
      if (e.id == n_) event(e, out);
    for (const Record::Statement& s : r_.statements)
      if (s.id == n_ || wanted_.contains(s.id)) statement(s, out);
    for (const Record::Time& t : r_.times)
      if ((t.id == n_ || wanted_.contains(t.id)) && inside(t.span)) out.times.push_back(t), shift(out.times.back().span);
    for (const Record::Entity& e : r_.entities)
      if (wanted_.contains(e.id)) entity(e, out);
    return out;
  }

 private:
  // The paragraph around the place, cut at blanks where it is long.
  void window() {
    std::u32string points;
    for (std::size_t at = 0; at < r_.text.size();) {
      const auto [point, length] = utf8::decode(r_.text, at);
      points.push_back(point);
      at += length;
    }
    const auto size = static_cast<std::uint32_t>(points.size());
    begin_ = std::min(place_.start, size), end_ = std::min(std::max(place_.end, begin_), size);
    while (begin_ > 0 && points[begin_ - 1] != U'\n' &&
           (place_.start - begin_ < kAround || !utf8::is_space(points[begin_ - 1])))
      --begin_;
    while (end_ < size && points[end_] != U'\n' && (end_ - place_.end < kAround || !utf8::is_space(points[end_]))) ++end_;
  }

  bool inside(Span span) const { return begin_ <= span.start && span.end <= end_; }
  void shift(Span& span) const { span.start -= begin_, span.end -= begin_; }

  template <class Items, class PlaceOf>
  void keep_inside(Items& items, PlaceOf place_of) const {
    std::erase_if(items, [&](auto& item) { return !inside(place_of(item)); });
    for (auto& item : items) shift(place_of(item));
  }

  void event(Record::Event e, Record& out) {
    if (!inside(e.trigger)) return;
    shift(e.trigger);
    for (auto* side : {&e.actors, &e.targets}) {
      for (const Record::Party& p : *side) wanted_.insert(p.entity);
      keep_inside(*side, [](Record::Party& p) -> Span& { return p.span; });
    }
    wanted_.insert(e.time);
    wanted_.insert(e.according_to.begin(), e.according_to.end());
    out.events.push_back(std::move(e));
  }

  void statement(Record::Statement s, Record& out) {
    keep_inside(s.content, [](Span& span) -> Span& { return span; });
    if (s.content.empty()) return;
    for (const Record::Hop& h : s.chain) wanted_.insert(h.entity);
    keep_inside(s.chain, [](Record::Hop& h) -> Span& { return h.span; });
    if (s.cue && !inside(*s.cue)) s.cue.reset();
    if (s.cue) shift(*s.cue);
    wanted_.insert(s.time);
    out.statements.push_back(std::move(s));
  }

  void entity(Record::Entity e, Record& out) const {
    keep_inside(e.mentions, [](Record::Mention& m) -> Span& { return m.span; });
    if (!e.mentions.empty()) out.entities.push_back(std::move(e));
  }

  const Record& r_;
  const Span place_;
  const std::string_view n_;
  std::set<std::string, std::less<>> wanted_;
  std::uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

Record excerpt(const Record& record, Span place, std::string_view n) { return Excerpt(record, place, n).cut(); }

}  // namespace greffier
