// Events: rules propose triggers, the tree fills the rest.
//
// For each sentence the pack's event rules propose words that may name a deed (candidates). A rule's frame says where the
// parties stand and what must be there for the word to be meant so; the first rule whose demands are met makes the event.
// Its sides come from the tree (sides, slots, clause), its status from tense, mood, negation and governors (status), its
// day from the time that governs it (dating), its place and the statements that hold it from their layers (links).
// The scheme is PLOVER's; the ancestors TABARI and PETRARCH matched patterns of words where this asks the tree.
// Cost: the matching of the rules, then for each candidate work bounded by its sentence, of at most kLongestSentence tokens:
// linear in the text.
// Parties told only beside the deed's own clause come from the events around it (retold).
// Limits: a word is one deed only.
// Tested in tests/unit/event_*_test.cpp and by the examples of packs/*/events.rules.
#include "stages/find_events.h"

#include <algorithm>
#include <string>

#include "stages/events/candidates.h"
#include "stages/events/dating.h"
#include "stages/events/evidence.h"
#include "stages/events/links.h"
#include "stages/events/party.h"
#include "stages/events/retold.h"
#include "stages/events/sides.h"
#include "stages/events/status.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

using namespace events;

constexpr Index kLongestSentence = 600;  // tokens; a longer one is no prose, and its tree says nothing

class Finder {
 public:
  Finder(const Pack& pack, Workspace& workspace, Document& document)
      : r_(pack, workspace, document), workspace_(workspace), doc_(document), evidence_(r_), retold_(r_, document) {}

  void run() {
    for (const Sentence& sentence : doc_.sentences) {
      if (sentence.tokens.size() > kLongestSentence) continue;
      find_candidates(r_, sentence, workspace_.matches, candidates_);
      for (const Candidate& candidate : candidates_)
        if (!taken(candidate.trigger)) make(candidate);
    }
    retold_.complete();
    link_statements(doc_);
    date_events(r_, retold_.heads, doc_);
  }

 private:
  bool taken(TokenRange trigger) const { return !doc_.events.empty() && trigger.begin < taken_; }

  void make(const Candidate& c) {
    const RuleInfo& rule = r_.pack.event_rules.rules()[c.rule];
    const Frame frame = frame_of(rule.gives, r_.vocabulary);
    if (!evidence_.allows(frame)) return;
    Event event;
    event.trigger = doc_.place_of(c.trigger);
    event.code = code_of(frame, c.head);
    if (!fill_sides(r_, c.head, frame, evidence_, doc_, event)) return;
    retold_.tell_again(c.head, event);
    event.status = status_of(r_, c.head, frame.type, frame.state);
    if (const Index spot = spot_of(r_, c.head); spot != kNone) {
      event.spot = doc_.mentions[spot].entity;
      if (frame.type == EventType::assault) strike_abroad(event, doc_.mentions[spot].place);
    }
    event.origin = doc_.origin_of(rule.name);
    doc_.events.push_back(event);
    retold_.heads.push_back(c.head);
    taken_ = c.trigger.end;
  }

  // Force used in another state than one's own hits that state, where no victim is told.
  void strike_abroad(Event& event, ByteRange place) {
    if (event.actors.empty() || !event.targets.empty()) return;
    const Entity& spot = doc_.entities[event.spot];
    const Country own = doc_.parties[event.actors.begin].country;
    if (own.empty() || spot.country.empty() || own == spot.country) return;
    event.targets = {static_cast<Index>(doc_.parties.size()), static_cast<Index>(doc_.parties.size() + 1)};
    doc_.parties.push_back({place, event.spot, spot.country, mere_place(r_, event.spot, false) ? Sector::none : Sector::gov});
  }

  std::uint8_t code_of(const Frame& frame, Index head) const {
    const std::string_view mode = frame.mode_list == kNoList ? frame.mode : r_.value(head, frame.mode_list);
    if (const auto code = event_code(frame.type, mode)) return *code;
    return event_code(frame.type, {}).value_or(0);
  }

  Reading r_;
  Workspace& workspace_;
  Document& doc_;
  Evidence evidence_;
  std::vector<Candidate> candidates_;
  Retold retold_;
  Index taken_ = 0;           // the first token behind the last trigger
};

}  // namespace

void find_events(const Pack& pack, Workspace& workspace, Document& document) {
  if (document.tokens.empty() || pack.event_rules.empty() || !pack.vocabulary) return;
  Finder(pack, workspace, document).run();
}

}  // namespace greffier
