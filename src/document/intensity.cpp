// How cooperative (10) or hostile (-10) a deed is, in tenths: the "PLOVER conflict–cooperation scores" of the PLOVER manual
// (openeventdata/PLOVER, draft of 2021, section "Numeric conflict/cooperation scores"), one for each type and one for the
// modes that it scores apart. Two readings of ours: the manual prints ACCUSE as 3 beside modes of -2 to -3.5, which is -3;
// a mode that it does not score has its type's. Tested in tests/unit/event_codes_test.cpp.
#include <algorithm>

#include "greffier/vocabulary.h"

namespace greffier {
namespace {

using enum EventType;

struct Score {
  EventType type;
  std::string_view mode;  // empty: the type itself
  int tenths;
};

constexpr Score kScores[] = {
    {agree, "", 25},
    {consult, "", 25},
    {consult, "visit", 40},
    {consult, "third-party", 10},
    {consult, "multilateral", 40},
    {consult, "phone", 15},
    {support, "", 50},
    {concede, "", 45},
    {cooperate, "", 95},
    {aid, "", 100},
    {retreat, "", 65},
    {retreat, "withdraw", 80},
    {retreat, "disarm", 100},
    {retreat, "ceasefire", 75},
    {retreat, "resign", 45},
    {request, "", 0},
    {request, "assist", 5},
    {request, "change", -10},
    {request, "yield", -10},
    {accuse, "", -30},
    {accuse, "disapprove", -20},
    {accuse, "investigate", -35},
    {accuse, "allege", -35},
    {reject, "", -20},
    {reject, "assist", -15},
    {threaten, "", -35},
    {threaten, "restrict", -30},
    {threaten, "territory", -40},
    {protest, "", -50},
    {protest, "riot", -70},
    {protest, "hunger", -45},
    {protest, "boycott", -45},
    {protest, "obstruct", -45},
    {sanction, "", -60},
    {sanction, "expel", -55},
    {mobilize, "", -55},
    {mobilize, "troops", -65},
    {mobilize, "weapons", -65},
    {mobilize, "militia", -60},
    {coerce, "", -70},
    {coerce, "censor", -65},
    {coerce, "curfew", -65},
    {coerce, "martial-law", -75},
    {coerce, "misinformation", -65},
    {assault, "", -90},
    {assault, "abduct", -85},
    {assault, "beat", -75},
    {assault, "torture", -85},
    {assault, "sexual", -85},
    {assault, "targeted", -95},
    {assault, "destroy", -85},
    {assault, "primitive", -80},
    {assault, "suicide-attack", -95},
    {assault, "aerial", -95},
    {assault, "drone", -95},
    {assault, "heavy-weapons", -95},
    {assault, "crowd-control", -75},
    {assault, "unconventional", -100},
};

}  // namespace

int intensity(const EventCode& code) {
  const auto scored = [&](std::string_view mode) {
    return std::find_if(std::begin(kScores), std::end(kScores),
                        [&](const Score& s) { return s.type == code.type && s.mode == mode; });
  };
  auto at = scored(code.mode);
  if (at == std::end(kScores)) at = scored({});
  return at == std::end(kScores) ? 0 : at->tenths;
}

}  // namespace greffier
