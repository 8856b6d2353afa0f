// The spellings of the record's closed vocabularies, and the table of event codes.
//
// Modes after the PLOVER manual (openeventdata/PLOVER, draft 0.8 of 2021); to each type and mode the CAMEO code that PLOVER's
// own table CAMEO2PLOVER-2021 maps to it, the most general one where there are several. The table has no CAMEO code for some
// modes; they bear the nearest: resigning 0831 (acceding to a change of leadership), a court's conviction 116, cyber attacks
// 176 and militias 155 as CAMEO itself numbers them. Tested in tests/unit/event_codes_test.cpp.
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
constexpr std::string_view kSourceType[] = {"", "official", "spokesperson", "person", "institution", "media", "document",
                                            "partly_anonymous", "anonymous"};
constexpr std::string_view kEventStatus[] = {"happened", "ongoing", "future", "possible", "denied"};
constexpr std::string_view kDatedBy[] = {"text", "publication"};
constexpr std::string_view kSector[] = {"",    "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB", "CRM",
                                        "CVL", "MED", "BUS", "LAB", "EDU", "HLH", "REL", "IGO", "NGO", "UNK"};
constexpr std::string_view kEventType[] = {"AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
                                           "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
                                           "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};

Names names_of(EntityType) { return kEntityType; }
Names names_of(MentionKind) { return kMentionKind; }
Names names_of(TimeType) { return kTimeType; }
Names names_of(StatementKind) { return kStatementKind; }
Names names_of(Act) { return kAct; }
Names names_of(HopRole) { return kHopRole; }
Names names_of(SourceType) { return kSourceType; }
Names names_of(EventStatus) { return kEventStatus; }
Names names_of(DatedBy) { return kDatedBy; }
Names names_of(Sector) { return kSector; }
Names names_of(EventType) { return kEventType; }

using enum EventType;
constexpr EventCode kCodes[] = {
    {agree, "", "030"},
    {consult, "", "040"},
    {consult, "meet", "044"},
    {consult, "multilateral", "046"},
    {consult, "phone", "041"},
    {consult, "third-party", "045"},
    {consult, "visit", "042"},
    {support, "", "051"},
    {concede, "", "080"},
    {cooperate, "", "060"},
    {aid, "", "070"},
    {aid, "asylum", "075"},
    {retreat, "", "087"},
    {retreat, "access", "086"},
    {retreat, "ceasefire", "0871"},
    {retreat, "disarm", "0873"},
    {retreat, "release", "0841"},
    {retreat, "resign", "0831"},
    {retreat, "return", "0842"},
    {retreat, "withdraw", "0874"},
    {request, "", "100"},
    {request, "assist", "103"},
    {request, "change", "104"},
    {request, "meet", "106"},
    {request, "yield", "105"},
    {accuse, "", "110"},
    {accuse, "allege", "112"},
    {accuse, "disapprove", "111"},
    {accuse, "investigate", "090"},
    {reject, "", "120"},
    {reject, "assist", "122"},
    {reject, "change", "123"},
    {reject, "meet", "125"},
    {reject, "veto", "129"},
    {reject, "yield", "124"},
    {threaten, "", "130"},
    {threaten, "arrest", "132"},
    {threaten, "expel", "136"},
    {threaten, "relations", "1313"},
    {threaten, "restrict", "1312"},
    {threaten, "territory", "1382"},
    {threaten, "violence", "138"},
    {protest, "", "140"},
    {protest, "boycott", "143"},
    {protest, "demo", "141"},
    {protest, "hunger", "142"},
    {protest, "obstruct", "144"},
    {protest, "riot", "145"},
    {protest, "strike", "143"},
    {protest, "vandalize", "145"},
    {sanction, "", "160"},
    {sanction, "convict", "116"},
    {sanction, "discontinue", "162"},
    {sanction, "expel", "166"},
    {sanction, "withdraw", "161"},
    {mobilize, "", "150"},
    {mobilize, "militia", "155"},
    {mobilize, "police", "153"},
    {mobilize, "troops", "154"},
    {mobilize, "weapons", "152"},
    {coerce, "", "170"},
    {coerce, "arrest", "173"},
    {coerce, "ban", "1722"},
    {coerce, "censor", "1721"},
    {coerce, "curfew", "1723"},
    {coerce, "cyber", "176"},
    {coerce, "deport", "174"},
    {coerce, "martial-law", "1724"},
    {coerce, "misinformation", "170"},
    {coerce, "restrict", "172"},
    {coerce, "seize", "171"},
    {coerce, "withhold", "172"},
    {assault, "", "180"},
    {assault, "abduct", "181"},
    {assault, "aerial", "195"},
    {assault, "assassinate", "186"},
    {assault, "beat", "182"},
    {assault, "cleansing", "203"},
    {assault, "crowd-control", "175"},
    {assault, "destroy", "1712"},
    {assault, "drone", "195"},
    {assault, "execute", "186"},
    {assault, "explosives", "183"},
    {assault, "firearms", "193"},
    {assault, "heavy-weapons", "194"},
    {assault, "massacre", "202"},
    {assault, "primitive", "182"},
    {assault, "sexual", "1821"},
    {assault, "suicide-attack", "1831"},
    {assault, "targeted", "186"},
    {assault, "torture", "1822"},
    {assault, "unconventional", "204"},
};

}  // namespace

// NOLINTBEGIN(bugprone-macro-parentheses): the argument is a type
#define GREFFIER_SPELLING(ENUM)                                                                   \
  std::string_view spelling(ENUM value) { return names_of(value)[static_cast<std::size_t>(value)]; } \
  template <>                                                                                     \
  std::optional<ENUM> from_spelling<ENUM>(std::string_view text) {                                \
    const Names names = names_of(ENUM{});                                                         \
    const auto at = std::find(names.begin(), names.end(), text);                                  \
    if (at == names.end()) return std::nullopt;                                                   \
    return static_cast<ENUM>(at - names.begin());                                                 \
  }
// NOLINTEND(bugprone-macro-parentheses)
GREFFIER_SPELLING(EntityType)
GREFFIER_SPELLING(MentionKind)
GREFFIER_SPELLING(TimeType)
GREFFIER_SPELLING(StatementKind)
GREFFIER_SPELLING(Act)
GREFFIER_SPELLING(HopRole)
GREFFIER_SPELLING(SourceType)
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
