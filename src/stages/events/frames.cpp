#include "stages/events/frames.h"

#include <algorithm>

#include "base/strings.h"

namespace greffier::events {
namespace {

constexpr std::string_view kSlots[] = {"",   "subject", "object",  "owner",  "of",     "by", "against",
                                       "to", "with",    "between", "clause", "toward", "for", "before", "clause-subject"};
constexpr std::string_view kKeys[] = {"mode", "actor", "target", "needs", "kind", "unless", "both", "aspect", "alone"};
constexpr std::string_view kNeeds[] = {"actor", "doer", "target", "either", "affairs", "conflict"};

bool among(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Slots slots_of(std::string_view text) {
  Slots slots{};
  std::size_t filled = 0;
  for (const std::string_view word : split(text, ',')) {
    const auto at = std::find(std::begin(kSlots) + 1, std::end(kSlots), word);
    if (at != std::end(kSlots) && filled < kMaxSlots) slots[filled++] = static_cast<Slot>(at - std::begin(kSlots));
  }
  return slots;
}

Needs needs_of(const Gives& gives) {
  Needs needs;
  for (const std::string_view word : split(gives.value("needs"), ',')) {
    needs.actor |= word == "actor" || word == "doer";
    needs.doer |= word == "doer";
    needs.target |= word == "target";
    needs.either |= word == "either";
    needs.affairs |= word == "affairs";
    needs.conflict |= word == "conflict";
  }
  needs.waived = gives.value("alone") == "yes";
  const std::vector<std::string_view> kinds = split(gives.value("kind"), ',');
  needs.actor_person = !kinds.empty() && kinds[0] == "person";
  needs.actor_human = !kinds.empty() && kinds[0] == "human";
  needs.actor_official = !kinds.empty() && kinds[0] == "official";
  needs.target_person = kinds.size() > 1 && kinds[1] == "person";
  return needs;
}

bool sound_list(std::string_view text, std::span<const std::string_view> words) {
  const auto parts = split(text, ',');
  return text.empty() || std::all_of(parts.begin(), parts.end(), [&](std::string_view w) { return among(w, words); });
}

bool sound_mode(std::string_view mode, EventType type, const Vocabulary& vocabulary) {
  if (mode.starts_with('@')) return vocabulary.list(mode.substr(1)) != kNoList;
  return event_code(type, mode).has_value();
}

}  // namespace

Frame frame_of(const Gives& gives, const Vocabulary& vocabulary) {
  Frame frame;
  if (gives.words.size() > 1) frame.type = from_spelling<EventType>(gives.words[1]).value_or(EventType::assault);
  frame.mode = gives.value("mode");
  if (frame.mode.starts_with('@')) {
    frame.mode_list = vocabulary.list(frame.mode.substr(1));
    frame.mode = {};
  }
  frame.actors = slots_of(gives.value("actor"));
  frame.targets = slots_of(gives.value("target"));
  frame.needs = needs_of(gives);
  std::size_t lists = 0;
  for (const std::string_view name : split(gives.value("unless"), ','))
    if (!name.empty() && lists < frame.unless.size()) frame.unless[lists++] = vocabulary.list(name);
  frame.both = gives.value("both") == "yes";
  frame.state = gives.value("aspect") == "state";
  return frame;
}

bool sound(const Gives& gives, const Vocabulary& vocabulary) {
  if (gives.words.size() != 2 || gives.words[0] != "event") return false;
  const auto type = from_spelling<EventType>(gives.words[1]);
  if (!type || !sound_mode(gives.value("mode"), *type, vocabulary)) return false;
  for (const auto& [key, value] : gives.values)
    if (!among(key, kKeys)) return false;
  for (const std::string_view name : split(gives.value("unless"), ','))
    if (!name.empty() && vocabulary.list(name) == kNoList) return false;
  return sound_list(gives.value("actor"), kSlots) && sound_list(gives.value("target"), kSlots) &&
         sound_list(gives.value("needs"), kNeeds);
}

}  // namespace greffier::events
