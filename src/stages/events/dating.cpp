// A deed's own time is what its sentence tells (own_time.h). A text that tells one deed in several sentences dates it once;
// so what has no time of its own takes, where it happened,
//   1. the day of the same noun elsewhere ("the attack", "the attack of 14 July"), the last one before it else the first,
//   2. for deeds of the hand, the day that the sentences before it in the paragraph tell of (narrated_time),
//   3. the days of the last dated deed of its type before it; before the first one (the headline) the latest of all,
//   4. for deeds of the hand, the days of the last dated deed of the hand before it.
//   5. for deeds of the word behind it, any day from the story's to that of publication, where the text tells one story:
//      all its deeds that are dated to a day or two fall within three days.
// Passes over all deeds; step 1 is a table by word.
// Tested in tests/unit/event_dating_test.cpp.
#include "stages/events/dating.h"

#include <algorithm>
#include <array>

#include "stages/events/own_time.h"
#include "stages/times/spans.h"
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
    same_nouns();
    narrated();
    backwards();
    forwards();
  }

 private:
  // What is dated after the day of publication is to come, and has no end where it begins "from" a day.
  void own(Event& e, Index head) {
    Dating dating = own_time(r_, e, head);
    if (dating.time != kNone && dating.days.first > doc_.day.last && told(e) && !r_.finite(head) && r_.child(head, {Deprel::aux}) == kNone) {
      e.status = EventStatus::future;
      const bool open = dating.time < r_.workspace.times.size() && r_.workspace.times[dating.time].link == times::Link::since;
      if (open) dating.days.last = kNoDay;
    }
    e.time = dating.time;
    e.days = told(e) ? times::not_after(dating.days, doc_.day.last) : dating.days;
    e.dated_by = dating.dated_by;
  }

  // The days of the one story of the text; unknown where it tells several.
  DaySpan one_story() const {
    DaySpan all;
    for (const Event& e : doc_.events) {
      if (!told(e) || !exact(e) || e.time == kNone || e.days.last > doc_.day.last) continue;
      all = all.known() ? DaySpan{std::min(all.first, e.days.first), std::max(all.last, e.days.last)} : e.days;
    }
    return all.known() && all.last - all.first <= 2 ? all : DaySpan{};
  }

  bool is_noun(std::size_t i) const { return r_.doc.tokens[heads_[i]].upos == Upos::NOUN; }

  // A noun that names a deed of a day or two gives its day to the same noun without one.
  void same_nouns() {
    std::vector<std::pair<std::pair<std::uint32_t, std::uint8_t>, std::size_t>> nouns;  // (lemma, type), event
    for (std::size_t i = 0; i < doc_.events.size(); ++i)
      if (is_noun(i) && told(doc_.events[i]) && r_.index.lemma[heads_[i]] != 0)
        nouns.push_back({{r_.index.lemma[heads_[i]], static_cast<std::uint8_t>(type_of(doc_.events[i]))}, i});
    std::sort(nouns.begin(), nouns.end());
    for (std::size_t begin = 0, end = 0; begin < nouns.size(); begin = end) {
      while (end < nouns.size() && nouns[end].first == nouns[begin].first) ++end;
      const auto own = [&](const auto& n) { return exact(doc_.events[n.second]); };
      const auto first = std::find_if(nouns.begin() + static_cast<std::ptrdiff_t>(begin), nouns.begin() + static_cast<std::ptrdiff_t>(end), own);
      if (first == nouns.begin() + static_cast<std::ptrdiff_t>(end)) continue;
      Event from = doc_.events[first->second];
      for (std::size_t k = begin; k < end; ++k) {
        Event& e = doc_.events[nouns[k].second];
        if (exact(e)) from = e;
        else if (!dated(e)) take(e, from);
      }
    }
  }

  static bool exact(const Event& e) { return dated(e) && e.days.last != kNoDay && e.days.last - e.days.first <= 1; }

  // A verb, or a noun that its clause is about: not "the attack" in "during the attack".
  bool told_by(Index head) const {
    const Token& t = r_.doc.tokens[head];
    if (t.upos != Upos::NOUN) return true;
    return t.relation.base == Deprel::nsubj || t.relation.base == Deprel::obj || t.relation.base == Deprel::root;
  }

  void narrated() {
    for (std::size_t i = 0; i < doc_.events.size(); ++i) {
      Event& e = doc_.events[i];
      if (dated(e) || !told(e) || !of_the_hand(type_of(e)) || !told_by(heads_[i])) continue;
      const Index time = narrated_time(r_.doc, r_.workspace, heads_[i]);
      if (time == kNone || r_.doc.times[time].days.first > doc_.day.last) continue;
      e.time = time;
      e.days = r_.doc.times[time].days;
      e.dated_by = DatedBy::text;
    }
  }

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
    const DaySpan story = one_story();
    bool begun = false;
    for (Event& e : doc_.events) {
      const auto type = static_cast<std::size_t>(type_of(e));
      if (!dated(e)) inherit(e, last[type], hand, begun ? story : DaySpan{});
      begun = begun || (story.known() && exact(e));
      if (!short_span(e) || (!told(e) && e.status != EventStatus::future)) continue;
      last[type] = &e;
      if (of_the_hand(type_of(e)) && told(e)) hand = &e;
    }
  }

  bool same_word(const Event& a, const Event& b) const {
    const auto word = [&](const Event& e) { return r_.index.lemma[heads_[static_cast<std::size_t>(&e - doc_.events.data())]]; };
    return word(a) == word(b);
  }

  void inherit(Event& e, const Event* same_type, const Event* hand, DaySpan story) const {
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
    } else if (story.known() && story.last < doc_.day.last) {
      e.days = {story.first, doc_.day.last};
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
