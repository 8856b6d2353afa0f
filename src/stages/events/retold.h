// Parties that a deed's own clause leaves out and the events around it tell.
#pragma once

#include <vector>

#include "stages/events/reading.h"

namespace greffier::events {

class Retold {
 public:
  Retold(const Reading& r, Document& document) : r_(r), doc_(document) {}

  // Fills the sides of an event that is about to be added from those before it.
  void tell_again(Index head, Event& event) const;

  // After the last event: fills what only later events tell, and what one event tells of another's parties.
  void complete();

  std::vector<Index> heads;  // the head tokens of Document::events, kept by the caller

 private:
  void same_hand(Index head, Event& event) const;
  void again(Index head, Event& event) const;
  bool takes_part(const Event& judging, const Event& deed) const;
  void judge_doers(std::size_t event);
  void hurt_there(std::size_t event);
  void settle_parties();
  Index event_at(Index head, std::size_t near) const;

  const Reading& r_;
  Document& doc_;
};

}  // namespace greffier::events
