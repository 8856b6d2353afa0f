// A deed's own time is what governs it (time_of.h). A text that tells one deed in several sentences dates it once; so what
// has no time of its own takes, where it happened,
//   1. the only time expression of its sentence,
//   2. the days of the last dated deed of its type before it; before the first one (the headline) the latest of all,
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
  void own(Event& e, Index head) {
    Dating dating = date_deed(doc_, r_.workspace, head, e.status);
    if (dating.time != kNone && !governed(head, dating.time)) dating = undated(e.status);
    if (dating.time == kNone && told(e)) dating = only_time(dating, e, head);
    if (dating.days.first != kNoDay && dating.days.first > doc_.day.last && e.status == EventStatus::happened) {
      e.status = EventStatus::future;  // what is dated after the day of publication is to come
      const Dating open = date_deed(doc_, r_.workspace, head, e.status);
      if (open.time == dating.time) dating = open;
    }
    e.time = dating.time;
    e.days = dating.days;
    e.dated_by = dating.dated_by;
  }

  // Whether the token lies in the trigger of an event.
  bool deed(Index t) const {
    const ByteRange place = r_.token(t).place;
    const auto after = std::partition_point(doc_.events.begin(), doc_.events.end(), [&](const Event& e) { return e.trigger.begin <= place.begin; });
    return after != doc_.events.begin() && std::prev(after)->trigger.covers(place);
  }

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
        case Deprel::nmod: if (r_.head(t) == kNone || !r_.in(r_.head(t), r_.lists.victim_phrase)) return false; break;
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

  bool above(Index t, Index below) const {
    for (int step = 0; step < kMaxClimb && below != kNone; ++step, below = r_.head(below))
      if (below == t) return true;
    return false;
  }

  // Whether a time that hangs on `governor` may tell the day of the deed: it hangs on a verb that is no deed itself and
  // that no clause parts from the deed.
  bool may_tell(Index governor, Index head) const {
    if (governor == kNone) return true;
    if (!r_.verb(governor) || deed(governor)) return false;
    for (int step = 0; step < kMaxClimb && governor != kNone && !above(governor, head); ++step, governor = r_.head(governor))
      if (r_.rel(governor) == Deprel::acl || r_.rel(governor) == Deprel::ccomp || r_.rel(governor) == Deprel::parataxis) return false;
    return true;
  }

  // The one day that the sentence tells, where it is not that of another deed or of the saying.
  Dating only_time(Dating dating, const Event& e, Index head) const {
    if (r_.rel(head) == Deprel::nmod) return dating;
    const ItemRange among = times::times_within(doc_, doc_.sentences[doc_.sentence_of(head)].tokens);
    Index found = kNone;
    for (Index t = among.begin; t < among.end; ++t) {
      if (!doc_.times[t].days.known()) continue;
      if (found != kNone && doc_.times[found].days != doc_.times[t].days) return dating;
      if (found == kNone) found = t;
    }
    if (found == kNone || doc_.times[found].days.first > doc_.day.last) return dating;
    const Time& time = doc_.times[found];
    if (!e.according_to.empty() && !reported(e, time.place)) return dating;
    if (!may_tell(times::governor(doc_, time.tokens), head)) return dating;
    return {found, time.days, DatedBy::text};
  }

  bool short_story(const Event& e) const { return dated(e) && told(e) && of_the_hand(type_of(e)) && e.days.last - e.days.first <= 2 && e.days.last <= doc_.day.last; }

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

  void inherit(Event& e, const Event* same_type, const Event* hand, const Event* story) const {
    if (!told(e)) return;
    if (of_the_hand(type_of(e))) {
      if (same_type != nullptr) {
        take(e, *same_type);
        e.status = same_type->status;
      } else if (hand != nullptr) {
        take(e, *hand);
      }
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
