// How a rule's `gives` line fills an event: type and mode, where the parties stand, what must be there.
#pragma once

#include <array>
#include <string_view>

#include "greffier/pattern.h"
#include "greffier/vocabulary.h"
#include "pack/vocabulary.h"

namespace greffier::events {

// Where a party stands, seen from the trigger.
enum class Slot : std::uint8_t {
  none,
  subject,  // the doer of a verb, by clause.h; of a noun, the subject of the light verb that carries it
  object,   // the sufferer of a verb
  owner,    // the complement of that sufferer: "denounced the plan OF THE MINISTER"
  of, by, against, to, with,  // complements with a preposition of the list role-…
  between,  // "between A and B": as `with`
  clause,   // whom the clause that the verb takes concerns: "asks that THE COUNTRY give proof", "threatens to strike THE PORT"
  toward,   // where it goes to, a state or a body: "sent soldiers to NIGER"
  for_,     // a complement with a preposition of the list role-for
  before,   // … of the list role-before: "summoned BEFORE THE JUDGE"
  clause_subject  // of a noun: the grammatical subject of its clause: "HE would leave in case of a charge"
};
inline constexpr std::size_t kMaxSlots = 6;
using Slots = std::array<Slot, kMaxSlots>;

struct Needs {
  bool actor = false, target = false, either = false;
  bool doer = false;                             // the verb's subject is a party, not only what else acts with it
  bool affairs = false, conflict = false;        // the text speaks of public affairs, of violence
  bool waived = false;                           // parties may be missing where the text speaks of nothing else
  bool actor_person = false, actor_human = false, actor_official = false, target_person = false;
};

struct Frame {
  EventType type = EventType::assault;
  std::string_view mode;             // empty where `mode_list` gives it
  ListId mode_list = kNoList;        // the mode is the value of the trigger's entry
  Slots actors{}, targets{};
  Needs needs;
  std::array<ListId, 3> unless{kNoList, kNoList, kNoList};
  bool both = false;   // a deed of two sides: all slots are filled, all are actors
  bool state = false;  // present and imperfect tell something that lasts
};

// Reads a rule's `gives`; words that it does not know are left out (tests/unit/event_rules_test.cpp finds them).
Frame frame_of(const Gives& gives, const Vocabulary& vocabulary);

// Whether every key and word of a `gives` line is one that frame_of() reads.
bool sound(const Gives& gives, const Vocabulary& vocabulary);

}  // namespace greffier::events
