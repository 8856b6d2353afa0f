// The deeds of one text as the dating sees them: where each stands, whether it is told as done, and its day.
#pragma once

#include <vector>

#include "stages/events/reading.h"

namespace greffier::events {

// "Had resigned".
bool pluperfect(const Reading& r, Index verb);

// The events of a document with the heads of their triggers. Dates are changed through `doc`; all else is only read.
struct Deeds {
  const Reading& r;
  const std::vector<Index>& heads;  // of the events' triggers, in the order of the events
  Document& doc;

  std::size_t size() const { return doc.events.size(); }
  Event& event(std::size_t i) const { return doc.events[i]; }
  EventType type(std::size_t i) const { return event_codes()[event(i).code].type; }
  bool noun(std::size_t i) const { return r.doc.tokens[heads[i]].upos == Upos::NOUN; }
  bool heading(std::size_t i) const { return doc.sentences[doc.sentence_of(heads[i])].heading; }

  // Done with hands or feet, as against done with words.
  bool of_the_hand(std::size_t i) const;
  // Told as done: happened, or said to have happened in the conditional of hearsay.
  bool told(std::size_t i) const;
  bool dated(std::size_t i) const { return event(i).dated_by == DatedBy::text && event(i).days.first != kNoDay; }
  // Dated to a day, or to a night.
  bool exact(std::size_t i) const {
    return dated(i) && event(i).days.last != kNoDay && event(i).days.last - event(i).days.first <= 1;
  }
  // Dated to some days.
  bool brief(std::size_t i) const {
    return dated(i) && (event(i).days.last == kNoDay || event(i).days.last - event(i).days.first <= 7);
  }

  // Dated by "the day before", "two days earlier".
  bool the_day_before(std::size_t i) const;

  // What went before the story: a verb in the pluperfect, or a noun that such a verb is about; "the day before".
  bool before_the_story(std::size_t i) const;

  // Told as done, or as going on since a day not long ago: it has a day on which it began.
  bool begun(std::size_t i) const;

  void date(std::size_t i, DaySpan days, Index time = kNone) const;
  void date_as(std::size_t i, std::size_t other) const { date(i, event(other).days, event(other).time); }
};

// Deeds of the word without a day of their own answer other deeds: what they speak of has happened by then, so they lie
// between its day and that of publication. Else those behind the story of the text do, where it tells one story.
void date_reactions(const Deeds& deeds);

}  // namespace greffier::events
