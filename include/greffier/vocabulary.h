// The closed vocabularies of the record: PLOVER, TIMEX3 and the project's own words, each with its spelling.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace greffier {

enum class EntityType : std::uint8_t { per, org, loc, misc };
enum class MentionKind : std::uint8_t { name, nominal, pronoun };
enum class TimeType : std::uint8_t { date, time, duration, set };  // TIMEX3
enum class StatementKind : std::uint8_t { direct, indirect, mixed };
enum class Act : std::uint8_t {
  assert_, deny, promise, demand, ask, accuse, threaten, praise, regret, agree, believe, decline
};
enum class HopRole : std::uint8_t { origin, spokes_for, relay, channel };
// What kind of source a hop of a chain is. A partly anonymous one is described but not named ("a police source").
enum class SourceType : std::uint8_t {
  none, official, spokesperson, person, institution, media, document, partly_anonymous, anonymous
};
enum class EventStatus : std::uint8_t { happened, ongoing, future, possible, denied };
enum class DatedBy : std::uint8_t { text, publication };

// Who acts, by trade: CAMEO's and PLOVER's sectors as the record lists them.
enum class Sector : std::uint8_t {
  none, gov, mil, cop, spy, jud, leg, pty, opp, reb, crm, cvl, med, bus, lab, edu, hlh, rel, igo, ngo, unk
};

// PLOVER's sixteen event types.
enum class EventType : std::uint8_t {
  agree, consult, support, concede, cooperate, aid, retreat, request,
  accuse, reject, threaten, protest, sanction, mobilize, coerce, assault
};

// One row of the table of event codes: a PLOVER type, a mode of it (empty: none) and the CAMEO code that fits both.
struct EventCode {
  EventType type;
  std::string_view mode;
  std::string_view cameo;
};
// The whole table, sorted by type and mode. An Event refers to its row by index.
std::span<const EventCode> event_codes();
// How cooperative or hostile such a deed is, in tenths of PLOVER's scale: -100 to 100.
int intensity(const EventCode& code);
// The row of a type and mode, or nothing.
std::optional<std::uint8_t> event_code(EventType type, std::string_view mode);

// The spelling that the record uses, e.g. "GOV", "spokes_for"; empty for a `none`.
std::string_view spelling(EntityType);
std::string_view spelling(MentionKind);
std::string_view spelling(TimeType);
std::string_view spelling(StatementKind);
std::string_view spelling(Act);
std::string_view spelling(HopRole);
std::string_view spelling(SourceType);
std::string_view spelling(EventStatus);
std::string_view spelling(DatedBy);
std::string_view spelling(Sector);
std::string_view spelling(EventType);

// The enumerator so spelt, or nothing.
template <class Enum>
std::optional<Enum> from_spelling(std::string_view text);

// A country as ISO 3166-1 alpha-2 (or "EU" as the code for the Union's adjectives); empty where unknown.
struct Country {
  std::array<char, 2> code{};

  constexpr Country() = default;
  constexpr explicit Country(std::string_view text) {
    if (text.size() == 2) code = {text[0], text[1]};
  }
  constexpr bool empty() const { return code[0] == 0; }
  constexpr std::string_view view() const { return {code.data(), empty() ? std::size_t{0} : std::size_t{2}}; }
  friend constexpr auto operator<=>(const Country&, const Country&) = default;
};

}  // namespace greffier
