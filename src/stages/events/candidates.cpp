#include "stages/events/candidates.h"

#include <algorithm>
#include <tuple>

#include "stages/parties.h"

namespace greffier::events {
namespace {

// Of a trigger of several words its verb carries the arguments.
Index head_word(const Reading& r, TokenRange trigger) {
  const Index head = head_of(r.doc, trigger);
  if (r.verb(head)) return head;
  for (Index t = trigger.begin; t < trigger.end; ++t)
    if (r.token(t).upos == Upos::VERB && (r.head(t) == kNone || !trigger.contains(r.head(t)))) return t;
  return head;
}

}  // namespace

void find_candidates(const Reading& r, const Sentence& sentence, std::vector<Match>& matches, std::vector<Candidate>& out) {
  matches.clear();
  out.clear();
  r.pack.event_rules.match(r.doc, r.index, sentence, matches);
  const auto rules = r.pack.event_rules.rules();
  for (const Match& match : matches) {
    const std::size_t slot = rules[match.rule].capture("trigger");
    const TokenRange trigger = slot < kMaxCaptures && !match.captures[slot].empty() ? match.captures[slot] : match.tokens;
    if (!trigger.empty()) out.push_back({trigger, head_word(r, trigger), match.rule});
  }
  std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
    return std::make_tuple(a.trigger.begin, b.trigger.end, a.rule) < std::make_tuple(b.trigger.begin, a.trigger.end, b.rule);
  });
}

}  // namespace greffier::events
