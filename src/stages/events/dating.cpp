// A deed's own time is what governs it (time_of.h). A text that tells one deed in several sentences dates it once; so what
// has no time of its own takes, where it happened,
//   1. the only time expression of its sentence,
//   2. the days of the last dated deed of its type before it, or of the first one behind it (the headline),
//   3. for deeds of the hand, the days of the last dated deed of the hand before it;
//   4. for deeds of the word, any day from the story's day to that of publication: they answer to it.
// The story's day is that of the first deed of the hand that the text dates to a day or two. Three passes, linear.
// Tested in tests/unit/event_dating_test.cpp.
#include "stages/events/dating.h"

#include <algorithm>
#include <array>

#include "stages/events/clause.h"
#include "stages/time_of.h"
#include "stages/times/heads.h"

namespace greffier::events {
namespace {

constexpr std::size_t kTypes = 16;

bool of_the_hand(EventType type) {
  switch (type) {
    case EventType::assault: case EventType::coerce: case EventType::mobilize: case EventType::protest: case EventType::retreat:
    case EventType::aid: case EventType::consult: return true;
    default: return false;
  }
}

EventType type_of(const Event& e) { return event_codes()[e.code].type; }
bool dated(const Event& e) { return e.dated_by == DatedBy::text && e.days.known(); }
bool told(const Event& e) { return e.status == EventStatus::happened; }
bool same_time(const Event& a, const Event& b) { return (a.status == EventStatus::future) == (b.status == EventStatus::future); }

// A day or a few, not a month or a year.
bool short_span(const Event& e) { return dated(e) && e.days.last - e.days.first <= 7; }

void take(Event& e, const Event& from) {
  e.time = from.time;
  e.days = from.days;
  e.dated_by = DatedBy::text;
}

class Dater {
 public:
  Dater(const Reading& r, const std::vector<Index>& heads, Document& d) : r_(r), heads_(heads), deeds_(heads), doc_(d) {
    std::sort(deeds_.begin(), deeds_.end());
  }

  void run() {
    for (std::size_t i = 0; i < doc_.events.size(); ++i) own(doc_.events[i], heads_[i]);
    backwards();
    forwards();
  }

 private:
  void own(Event& e, Index head) {
    Dating dating = date_deed(doc_, r_.workspace, head, e.status);
    if (dating.time != kNone && !governed(head, dating.time)) dating = undated(e.status);
    if (dating.time == kNone && told(e)) dating = only_time(dating, e, head);
    e.time = dating.time;
    e.days = dating.days;
    e.dated_by = dating.dated_by;
  }

  bool deed(Index t) const { return std::binary_search(deeds_.begin(), deeds_.end(), t); }

  Dating undated(EventStatus status) const {
    Dating dating;
    if (status != EventStatus::future && status != EventStatus::possible) dating.days.last = doc_.day.last;
    return dating;
  }

  // Whether the word that the time hangs on tells of the very deed: the deed's word, the verb that it is an argument of,
  // or a verb above it in the same clause. A verb that is a deed itself keeps its time.
  bool governed(Index head, Index time) const {
    const Index governor = times::governor(doc_, doc_.times[time].tokens);
    Index t = head;
    for (int step = 0; step < kMaxClimb && t != kNone; ++step, t = r_.head(t)) {
      if (t == governor) return t == head || !deed(t) || r_.verb(head);
      switch (r_.rel(t)) {
        case Deprel::obj: case Deprel::nsubj: case Deprel::obl: case Deprel::xcomp: case Deprel::conj: break;
        case Deprel::advcl: if (r_.finite(t)) return false; break;
        default: return false;
      }
    }
    return false;
  }

  bool reported(const Event& e, ByteRange place) const {
    for (Index i = e.according_to.begin; i < e.according_to.end; ++i) {
      const Statement& s = doc_.statements[doc_.links[i]];
      for (Index c = s.content.begin; c < s.content.end; ++c)
        if (doc_.spans[c].covers(place)) return true;
    }
    return false;
  }

  // The one date of the sentence, where there is only one, and not that of the saying.
  Dating only_time(Dating dating, const Event& e, Index head) const {
    const TokenRange sentence = doc_.sentences[doc_.sentence_of(head)].tokens;
    auto t = std::partition_point(doc_.times.begin(), doc_.times.end(), [&](const Time& time) { return time.tokens.begin < sentence.begin; });
    Index found = kNone;
    for (; t != doc_.times.end() && t->tokens.begin < sentence.end; ++t) {
      if (!t->days.known()) continue;
      if (found != kNone) return dating;
      found = static_cast<Index>(t - doc_.times.begin());
    }
    if (found == kNone || doc_.times[found].days.first > doc_.day.last) return dating;
    const Time& time = doc_.times[found];
    if (!e.according_to.empty() && !reported(e, time.place)) return dating;
    const Index governor = times::governor(doc_, time.tokens);
    if (governor != kNone && deed(governor)) return dating;
    return {found, time.days, DatedBy::text};
  }

  bool short_story(const Event& e) const { return dated(e) && told(e) && of_the_hand(type_of(e)) && e.days.last - e.days.first <= 2 && e.days.last <= doc_.day.last; }

  // What stands before the first dated deed of its type: the headline.
  void backwards() {
    std::array<const Event*, kTypes> next{};
    for (auto e = doc_.events.rbegin(); e != doc_.events.rend(); ++e) {
      const auto type = static_cast<std::size_t>(type_of(*e));
      if (short_span(*e)) next[type] = &*e;
      else if (next[type] != nullptr && told(*e) && told(*next[type]) && first_of_type(*e)) pending_.push_back({&*e, next[type]});
    }
    for (const auto& [event, from] : pending_) take(*event, *from);
  }

  bool first_of_type(const Event& event) const {
    for (const Event& e : doc_.events) {
      if (&e == &event) return true;
      if (type_of(e) == type_of(event) && dated(e)) return false;
    }
    return true;
  }

  void forwards() {
    std::array<const Event*, kTypes> last{};
    const Event* hand = nullptr;
    const Event* story = nullptr;
    for (Event& e : doc_.events) {
      const auto type = static_cast<std::size_t>(type_of(e));
      if (!dated(e)) inherit(e, last[type], hand, story);
      if (!short_span(e)) continue;
      last[type] = &e;
      if (of_the_hand(type_of(e)) && told(e)) hand = &e;
      if (story == nullptr && short_story(e)) story = &e;
    }
  }

  void inherit(Event& e, const Event* same_type, const Event* hand, const Event* story) const {
    if (e.status != EventStatus::happened && e.status != EventStatus::future) return;
    if (of_the_hand(type_of(e))) {
      if (same_type != nullptr && same_time(e, *same_type)) take(e, *same_type);
      else if (told(e) && hand != nullptr) take(e, *hand);
    } else if (told(e) && story != nullptr) {
      e.days = {story->days.first, std::max(story->days.first, doc_.day.last)};
      e.dated_by = DatedBy::text;
    }
  }

  const Reading& r_;
  const std::vector<Index>& heads_;
  std::vector<Index> deeds_;  // the same, sorted
  Document& doc_;
  std::vector<std::pair<Event*, const Event*>> pending_;
};

}  // namespace

void date_events(const Reading& r, const std::vector<Index>& heads, Document& d) { Dater(r, heads, d).run(); }

}  // namespace greffier::events
