// Events: rules propose triggers, the tree fills the rest.
//
// For each sentence the pack's event rules propose words that may name a deed (candidates). A rule's frame says where the
// parties stand and what must be there for the word to be meant so; the first rule whose demands are met makes the event.
// Its sides come from the tree (sides, slots, clause), its status from tense, mood, negation and governors (status), its
// day from the time that governs it (dating), its place and the statements that hold it from their layers (links).
// The scheme is PLOVER's; the ancestors TABARI and PETRARCH matched patterns of words where this asks the tree.
// Cost: the matching of the rules, then for each candidate work bounded by its sentence, of at most kLongestSentence tokens:
// linear in the text.
// Limits: a party named only in another sentence is not looked for; a word is one deed only.
// Tested in tests/unit/event_*_test.cpp and by the examples of packs/*/events.rules.
#include "stages/find_events.h"

#include <algorithm>
#include <string>

#include "stages/events/candidates.h"
#include "stages/events/dating.h"
#include "stages/events/evidence.h"
#include "stages/events/links.h"
#include "stages/events/sides.h"
#include "stages/events/status.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

using namespace events;

constexpr Index kLongestSentence = 600;  // tokens; a longer one is no prose, and its tree says nothing
constexpr std::size_t kMaxBack = 12;  // events that are looked at for the same deed

class Finder {
 public:
  Finder(const Pack& pack, Workspace& workspace, Document& document)
      : r_(pack, workspace, document), workspace_(workspace), doc_(document), evidence_(r_) {}

  void run() {
    for (const Sentence& sentence : doc_.sentences) {
      if (sentence.tokens.size() > kLongestSentence) continue;
      find_candidates(r_, sentence, workspace_.matches, candidates_);
      for (const Candidate& candidate : candidates_)
        if (!taken(candidate.trigger)) make(candidate);
    }
    fill_headlines();
    link_statements(doc_);
    date_events(r_, heads_, doc_);
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
    if (!fill_sides(r_, c.head, frame, doc_, event)) return;
    if (told_again(frame.type) && event.actors.empty() && event.targets.empty()) again(c.head, event);
    event.status = status_of(r_, c.head, frame.state);
    if (frame.type == EventType::assault) same_hand(c.head, event);
    if (const Index spot = spot_of(r_, c.head); spot != kNone) {
      event.spot = doc_.mentions[spot].entity;
      if (frame.type == EventType::assault) strike_abroad(event, doc_.mentions[spot].place);
    }
    event.origin = doc_.origin_of(rule.name);
    doc_.events.push_back(event);
    heads_.push_back(c.head);
    taken_ = c.trigger.end;
  }

  // Violence told in the passive without a doer is by the hand of the violence told just before, unless that hand suffers it.
  void same_hand(Index head, Event& event) const {
    if (!r_.verb(head) || !event.actors.empty() || event.targets.empty() || doc_.events.empty()) return;
    const Event& before = doc_.events.back();
    if (event_codes()[before.code].type != EventType::assault || before.actors.empty()) return;
    if (doc_.sentence_of(head) - doc_.sentence_of(heads_.back()) > 1) return;
    const Party& doer = doc_.parties[before.actors.begin];
    const Party& sufferer = doc_.parties[event.targets.begin];
    if (doer.place == sufferer.place || doer.sector == sufferer.sector || (doer.entity != kNone && doer.entity == sufferer.entity)) return;
    event.actors = before.actors;
  }

  // Force used in another state than one's own hits that state, where no victim is told.
  void strike_abroad(Event& event, ByteRange place) {
    if (event.actors.empty() || !event.targets.empty()) return;
    const Entity& spot = doc_.entities[event.spot];
    const Country own = doc_.parties[event.actors.begin].country;
    if (own.empty() || spot.country.empty() || own == spot.country) return;
    event.targets = {static_cast<Index>(doc_.parties.size()), static_cast<Index>(doc_.parties.size() + 1)};
    doc_.parties.push_back({place, event.spot, spot.country, Sector::gov});
  }

  static bool told_again(EventType type) { return type == EventType::assault || type == EventType::protest; }

  // A noun with a definite or demonstrative article names the deed told before by the same noun: it has its parties.
  void again(Index head, Event& event) const {
    const Index determiner = r_.child(head, {Deprel::det});
    if (r_.verb(head) || (determiner != kNone && r_.token(determiner).feats.definite == Definite::Ind)) return;
    const std::size_t first = doc_.events.size() > kMaxBack ? doc_.events.size() - kMaxBack : 0;
    for (std::size_t i = doc_.events.size(); i-- > first;) {
      const Event& before = doc_.events[i];
      if (before.code != event.code || r_.index.lemma[heads_[i]] != r_.index.lemma[head]) continue;
      event.actors = before.actors;
      event.targets = before.targets;
      return;
    }
  }

  // A deed without parties in a heading has those of the next deed of its code.
  void fill_headlines() {
    for (std::size_t i = 0; i < doc_.events.size(); ++i) {
      Event& e = doc_.events[i];
      if (!told_again(event_codes()[e.code].type) || !e.actors.empty() || !e.targets.empty() || !doc_.sentences[doc_.sentence_of(heads_[i])].heading) continue;
      for (std::size_t k = i + 1; k < std::min(doc_.events.size(), i + kMaxBack); ++k) {
        const Event& later = doc_.events[k];
        if (later.code != e.code || r_.index.lemma[heads_[k]] != r_.index.lemma[heads_[i]]) continue;
        e.actors = later.actors;
        e.targets = later.targets;
        break;
      }
    }
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
  std::vector<Index> heads_;  // of the events' triggers
  Index taken_ = 0;           // the first token behind the last trigger
};

}  // namespace

void find_events(const Pack& pack, Workspace& workspace, Document& document) {
  if (document.tokens.empty() || pack.event_rules.empty() || !pack.vocabulary) return;
  Finder(pack, workspace, document).run();
}

}  // namespace greffier
