// The spellings of the record's closed vocabularies, and the table of event codes.
//
// Modes after the PLOVER manual (openeventdata/PLOVER), CAMEO codes after its table "CAMEO2PLOVER". Tested in
// tests/unit/grammar_test.cpp.
#include "greffier/vocabulary.h"

#include <algorithm>
#include <span>

namespace greffier {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kEntityType[] = {"PER", "ORG", "LOC", "MISC"};
constexpr std::string_view kMentionKind[] = {"name", "nominal", "pronoun"};
constexpr std::string_view kTimeType[] = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::string_view kStatementKind[] = {"direct", "indirect", "mixed"};
constexpr std::string_view kAct[] = {"assert", "deny",  "promise", "demand", "ask",     "accuse",
                                     "threaten", "praise", "regret", "agree", "believe", "decline"};
constexpr std::string_view kHopRole[] = {"origin", "spokes_for", "relay", "channel"};
constexpr std::string_view kEventStatus[] = {"happened", "ongoing", "future", "possible", "denied"};
constexpr std::string_view kDatedBy[] = {"text", "publication"};
constexpr std::string_view kSector[] = {"",    "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB", "CRM",
                                        "CVL", "MED", "BUS", "LAB", "EDU", "HLH", "REL", "IGO", "NGO", "UNK"};
constexpr std::string_view kEventType[] = {"AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
                                           "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

Names names_of(EntityType) { return kEntityType; }
Names names_of(MentionKind) { return kMentionKind; }
Names names_of(TimeType) { return kTimeType; }
Names names_of(StatementKind) { return kStatementKind; }
Names names_of(Act) { return kAct; }
Names names_of(HopRole) { return kHopRole; }
Names names_of(EventStatus) { return kEventStatus; }
Names names_of(DatedBy) { return kDatedBy; }
Names names_of(Sector) { return kSector; }
Names names_of(EventType) { return kEventType; }

using enum EventType;
constexpr EventCode kCodes[] = {
    {agree, "", "057"},
    {consult, "", "040"}, {consult, "meet", "046"}, {consult, "multilateral", "046"}, {consult, "phone", "041"},
    {consult, "third-party", "045"}, {consult, "visit", "042"},
    {support, "", "051"},
    {concede, "", "080"},
    {cooperate, "", "060"},
    {aid, "", "070"}, {aid, "asylum", "075"},
    {retreat, "", "087"}, {retreat, "access", "0861"}, {retreat, "ceasefire", "0871"}, {retreat, "disarm", "0874"},
    {retreat, "release", "0841"}, {retreat, "resign", "0831"}, {retreat, "return", "0842"}, {retreat, "withdraw", "0873"},
    {request, "", "100"}, {request, "assist", "102"}, {request, "change", "103"}, {request, "meet", "107"}, {request, "yield", "105"},
    {accuse, "", "110"}, {accuse, "allege", "112"}, {accuse, "disapprove", "111"}, {accuse, "investigate", "090"},
    {reject, "", "120"}, {reject, "assist", "122"}, {reject, "change", "123"}, {reject, "meet", "125"}, {reject, "veto", "129"},
    {reject, "yield", "124"},
    {threaten, "", "130"}, {threaten, "restrict", "131"}, {threaten, "violence", "138"},
    {protest, "", "140"}, {protest, "boycott", "140"}, {protest, "demo", "141"}, {protest, "hunger", "142"},
    {protest, "obstruct", "144"}, {protest, "riot", "145"}, {protest, "strike", "143"},
    {sanction, "", "160"}, {sanction, "convict", "1733"}, {sanction, "discontinue", "163"}, {sanction, "expel", "161"},
    {sanction, "withdraw", "166"},
    {mobilize, "", "150"}, {mobilize, "militia", "155"}, {mobilize, "police", "151"}, {mobilize, "troops", "152"},
    {mobilize, "weapons", "154"},
    {coerce, "", "170"}, {coerce, "arrest", "173"}, {coerce, "ban", "1722"}, {coerce, "censor", "172"}, {coerce, "curfew", "1723"},
    {coerce, "cyber", "176"}, {coerce, "deport", "174"}, {coerce, "martial-law", "1724"}, {coerce, "misinformation", "170"},
    {coerce, "restrict", "172"}, {coerce, "seize", "171"},
    {assault, "", "180"}, {assault, "abduct", "181"}, {assault, "assassinate", "186"}, {assault, "beat", "182"},
    {assault, "destroy", "180"}, {assault, "execute", "1823"}, {assault, "explosives", "183"}, {assault, "firearms", "193"},
    {assault, "heavy-weapons", "194"}, {assault, "primitive", "180"}, {assault, "sexual", "1821"},
    {assault, "suicide-attack", "1831"}, {assault, "targeted", "180"}, {assault, "torture", "1822"},
};

}  // namespace

#define GREFFIER_SPELLING(ENUM)                                                                   \
  std::string_view spelling(ENUM value) { return names_of(value)[static_cast<std::size_t>(value)]; } \
  template <>                                                                                     \
  std::optional<ENUM> from_spelling<ENUM>(std::string_view text) {                                \
    const Names names = names_of(ENUM{});                                                         \
    const auto at = std::find(names.begin(), names.end(), text);                                  \
    if (at == names.end()) return std::nullopt;                                                   \
    return static_cast<ENUM>(at - names.begin());                                                 \
  }
GREFFIER_SPELLING(EntityType)
GREFFIER_SPELLING(MentionKind)
GREFFIER_SPELLING(TimeType)
GREFFIER_SPELLING(StatementKind)
GREFFIER_SPELLING(Act)
GREFFIER_SPELLING(HopRole)
GREFFIER_SPELLING(EventStatus)
GREFFIER_SPELLING(DatedBy)
GREFFIER_SPELLING(Sector)
GREFFIER_SPELLING(EventType)
#undef GREFFIER_SPELLING

std::span<const EventCode> event_codes() { return kCodes; }

std::optional<std::uint8_t> event_code(EventType type, std::string_view mode) {
  for (std::size_t i = 0; i < std::size(kCodes); ++i)
    if (kCodes[i].type == type && kCodes[i].mode == mode) return static_cast<std::uint8_t>(i);
  return std::nullopt;
}

}  // namespace greffier
