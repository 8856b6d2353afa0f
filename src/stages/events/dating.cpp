// A deed's own time is what its sentence tells (own_time.h). A text that tells one deed in several sentences dates it once;
// so what has no time of its own takes, where it happened,
//   1. the days of the last dated deed of its type before it; before the first one (the headline) the latest of all,
//   2. for deeds of the hand, the days of the last dated deed of the hand before it;
//   3. for deeds of the word, any day from the story's day to that of publication: they answer to it.
// The story's day is that of the first deed that the text dates to a day or two. Three passes, linear.
// Tested in tests/unit/event_dating_test.cpp.
#include "stages/events/dating.h"

#include <algorithm>
#include <array>

#include "stages/events/own_time.h"
#include "stages/workspace.h"

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
bool dated(const Event& e) { return e.dated_by == DatedBy::text && e.days.first != kNoDay; }
bool told(const Event& e) { return e.status == EventStatus::happened; }

// A day or a few, not a month or a year.
bool short_span(const Event& e) { return dated(e) && (e.days.last == kNoDay || e.days.last - e.days.first <= 7); }

void take(Event& e, const Event& from) {
  e.time = from.time;
  e.days = from.days;
  e.dated_by = DatedBy::text;
}

class Dater {
 public:
  Dater(const Reading& r, const std::vector<Index>& heads, Document& d) : r_(r), heads_(heads), doc_(d) {}

  void run() {
    for (std::size_t i = 0; i < doc_.events.size(); ++i) own(doc_.events[i], heads_[i]);
    backwards();
    forwards();
  }

 private:
  // What is dated after the day of publication is to come, and has no end where it begins "from" a day.
  void own(Event& e, Index head) {
    Dating dating = own_time(r_, e, head);
    if (dating.time != kNone && dating.days.first > doc_.day.last && told(e)) {
      e.status = EventStatus::future;
      const bool open = dating.time < r_.workspace.times.size() && r_.workspace.times[dating.time].link == times::Link::since;
      if (open) dating.days.last = kNoDay;
    }
    e.time = dating.time;
    e.days = dating.days;
    e.dated_by = dating.dated_by;
  }

  bool short_story(const Event& e) const { return dated(e) && told(e) && e.time != kNone && e.days.last - e.days.first <= 2 && e.days.last <= doc_.day.last; }

  // What stands before the first dated deed of its type takes the latest day of all: the headline tells what is new.
  void backwards() {
    std::array<const Event*, kTypes> newest{};
    for (const Event& e : doc_.events) {
      const Event*& best = newest[static_cast<std::size_t>(type_of(e))];
      if (short_span(e) && e.days.last != kNoDay && told(e) && (best == nullptr || best->days.last < e.days.last)) best = &e;
    }
    std::array<bool, kTypes> begun{};
    for (Event& e : doc_.events) {
      const auto type = static_cast<std::size_t>(type_of(e));
      begun[type] = begun[type] || dated(e);
      if (!begun[type] && told(e) && newest[type] != nullptr) take(e, *newest[type]);
    }
  }

  void forwards() {
    std::array<const Event*, kTypes> last{};
    const Event* hand = nullptr;
    const Event* story = nullptr;
    for (Event& e : doc_.events) {
      const auto type = static_cast<std::size_t>(type_of(e));
      if (!dated(e)) inherit(e, last[type], hand, story);
      if (!short_span(e) || (!told(e) && e.status != EventStatus::future)) continue;
      last[type] = &e;
      if (of_the_hand(type_of(e)) && told(e)) hand = &e;
      if (story == nullptr && short_story(e)) story = &e;
    }
  }

  bool same_word(const Event& a, const Event& b) const {
    const auto word = [&](const Event& e) { return r_.index.lemma[heads_[static_cast<std::size_t>(&e - doc_.events.data())]]; };
    return word(a) == word(b);
  }

  void inherit(Event& e, const Event* same_type, const Event* hand, const Event* story) const {
    const bool to_come = e.status == EventStatus::future && same_type != nullptr && same_type->status == EventStatus::future;
    if (to_come && same_word(e, *same_type)) return take(e, *same_type);
    if (!told(e)) return;
    if (of_the_hand(type_of(e))) {
      if (same_type != nullptr) {
        take(e, *same_type);
        e.status = same_type->status;
      } else if (hand != nullptr) {
        take(e, *hand);
      }
    } else if (same_type != nullptr && same_word(e, *same_type)) {
      take(e, *same_type);
    } else if (story != nullptr && story->days.last < doc_.day.last) {
      e.days = {story->days.first, doc_.day.last};
      e.dated_by = DatedBy::text;
    }
  }

  const Reading& r_;
  const std::vector<Index>& heads_;
  Document& doc_;
};

}  // namespace

void date_events(const Reading& r, const std::vector<Index>& heads, Document& d) { Dater(r, heads, d).run(); }

}  // namespace greffier::events
