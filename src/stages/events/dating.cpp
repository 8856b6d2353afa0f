// A deed's own time is what its sentence tells (own_time.h). A text that tells one deed in several sentences dates it once;
// so what has no time of its own takes, where it is told as done, the first of these that there is:
//   1. the day of the same noun elsewhere ("the attack", "the attack of 14 July"), the last one before it else the first,
//   2. for deeds of the hand, and those of the word that move the story on, the day that the sentences before it in the
//   paragraph tell of (narrated_time),
//   3. the days of the last dated deed of its type before it, in the plural ("these killings") of all of them; before the
//      first one (the headline) the latest,
//   4. for deeds of the hand, the days of the last dated deed of the hand before it in its paragraph,
//   5. for deeds of the word, any day since the deed or the story that they answer (date_reactions).
// A deed that names somebody or some place for the first time behind the lead is another deed: it inherits nothing, nor
// does its sentence behind it. Passes over all deeds; step 1 is a table by word.
// Tested in tests/unit/event_dating_test.cpp.
#include "stages/events/dating.h"

#include <algorithm>
#include <array>

#include "stages/events/clause.h"
#include "stages/events/deeds.h"
#include "stages/events/only_time.h"
#include "stages/events/own_time.h"
#include "stages/times/heads.h"
#include "stages/times/situate.h"
#include "stages/times/spans.h"
#include "stages/workspace.h"

namespace greffier::events {
namespace {

constexpr std::size_t kTypes = 16;
constexpr std::size_t kNoDeed = SIZE_MAX;

class Dater : Deeds {
 public:
  explicit Dater(const Deeds& deeds)
      : Deeds(deeds), sayings_(times_of_sayings(r)), first_mentions_(first_mentions(doc)), lead_(times::lead_sentence(doc)) {
    off_story_ = beside_ = sayings_;
    for (Index t = 0; t < doc.times.size(); ++t) {
      const Index governor = times::governor(doc, doc.times[t].tokens);
      if (governor != kNone && pluperfect(r, governor)) off_story_[t] = true;
      if (governor != kNone && long_ago(t) && bare_participle(governor)) beside_[t] = off_story_[t] = true;
      if (governor != kNone && deed(r, governor) && !pluperfect(r, governor)) off_story_[t] = false;
    }
  }

  void run() {
    for (std::size_t i = 0; i < size(); ++i) own(i);
    same_nouns();
    narrated();
    backwards();
    forwards();
    date_reactions(*this);
  }

 private:
  bool long_ago(Index time) const {
    const Day last = doc.times[time].days.last;
    return last != kNoDay && doc.day.first != kNoDay && doc.day.first - last > 31;
  }

  // "Born in 1993", "arrested in May": beside the story.
  bool bare_participle(Index verb) const {
    return r.participle(verb) && r.rel(verb) != Deprel::root && r.child(verb, {Deprel::aux}) == kNone;
  }

  // What is dated after the day of publication is to come, and has no end where it begins "from" a day.
  void own(std::size_t i) {
    Event& e = event(i);
    Dating dating = own_time(r, e, heads[i], told(i), sayings_);
    // What has a day of its own in the past is not to come, whatever its verb is read as.
    const bool over = dating.time != kNone && dating.days.last != kNoDay && dating.days.last < doc.day.first;
    const bool will = r.finite(heads[i]) && r.token(heads[i]).feats.tense == Tense::Fut;  // "a law of yesterday will forbid"
    if (over && will) dating.days.last = kNoDay;
    else if (e.status == EventStatus::future && over) e.status = EventStatus::happened;
    const bool tenseless = !r.finite(heads[i]) && r.child(heads[i], {Deprel::aux}) == kNone;
    if (dating.time != kNone && dating.days.first > doc.day.last && told(i) && tenseless) {
      e.status = EventStatus::future;
      const bool open = dating.time < r.workspace.times.size() && r.workspace.times[dating.time].link == times::Link::from;
      if (open) dating.days.last = kNoDay;
    } else if (dating.time != kNone && dating.days.first > doc.day.last && told(i)) {
      dating = {kNone, {kNoDay, doc.day.last}, DatedBy::publication};  // "was summoned for Monday"
    }
    e.time = dating.time;
    e.days = told(i) ? times::not_after(dating.days, doc.day.last) : dating.days;
    e.dated_by = dating.dated_by;
  }

  // A noun that names a deed of a day or two gives its day to the same noun without one.
  void same_nouns() {
    std::vector<std::pair<std::pair<std::uint32_t, std::uint8_t>, std::size_t>> nouns;  // (lemma, type), event
    for (std::size_t i = 0; i < size(); ++i)
      if (noun(i) && told(i) && r.index.lemma[heads[i]] != 0)
        nouns.push_back({{r.index.lemma[heads[i]], static_cast<std::uint8_t>(type(i))}, i});
    std::sort(nouns.begin(), nouns.end());
    for (auto begin = nouns.begin(), end = begin; begin != nouns.end(); begin = end) {
      end = std::find_if(begin, nouns.end(), [&](const auto& n) { return n.first != begin->first; });
      const auto first = std::find_if(begin, end, [&](const auto& n) { return exact(n.second); });
      if (first == end) continue;
      std::size_t from = first->second;
      for (auto n = begin; n != end; ++n) {
        if (exact(n->second)) from = n->second;
        else if (!dated(n->second)) date_as(n->second, from);
      }
    }
  }

  // A verb, or a noun that its clause is about: not "the attack" in "during the attack".
  bool told_by(Index head) const {
    const Token& t = r.doc.tokens[head];
    if (t.upos != Upos::NOUN) return true;
    if (t.relation.base == Deprel::obl) return t.relation.subtype == Subtype::arg;
    return t.relation.base == Deprel::nsubj || t.relation.base == Deprel::obj || t.relation.base == Deprel::root;
  }

  void narrated() {
    for (std::size_t i = 0; i < size(); ++i) {
      if (dated(i) || (!told(i) && event(i).status != EventStatus::denied)) continue;
      if (!(of_the_hand(i) || answers(i)) || !told_by(heads[i]) || lasts(i) || r.in(heads[i], r.lists.long_deed)) continue;
      const Index time = narrated_time(r.doc, r.workspace, heads[i], before_the_story(i) ? beside_ : off_story_);
      if (time == kNone || r.doc.times[time].days.first > doc.day.last) continue;
      date(i, r.doc.times[time].days, time);
      if (since_then(i) && doc.day.last != kNoDay) event(i).days.last = doc.day.last;
    }
  }

  // A deed of the word that moves the story on: "refused to leave", as against "condemned it".
  bool answers(std::size_t i) const {
    if (!r.verb(heads[i]) || r.child(heads[i], {Deprel::aux}) == kNone) return false;
    switch (type(i)) {
      case EventType::request:
      case EventType::reject:
      case EventType::concede:
      case EventType::threaten:
      case EventType::agree:
      case EventType::accuse:
        return true;
      default: return false;
    }
  }

  // "Have since been caught": some day since the one told of.
  bool since_then(std::size_t i) const {
    for (Index c = r.first_child(heads[i]); c != kNone && c < heads[i]; c = r.next(c))
      if ((r.rel(c) == Deprel::advmod || r.rel(c) == Deprel::mark) && r.in(c, r.lists.since_then)) return true;
    return false;
  }

  // What stands before the first dated deed of its type takes the latest day of all: the headline tells what is new.
  void backwards() {
    std::array<std::size_t, kTypes> newest;
    newest.fill(kNoDeed);
    for (std::size_t i = 0; i < size(); ++i) {
      std::size_t& best = newest[static_cast<std::size_t>(type(i))];
      if (!brief(i) || event(i).days.last == kNoDay || !(told(i) || begun(i)) || before_the_story(i)) continue;
      if (best == kNoDeed || event(best).days.last < event(i).days.last) best = i;
    }
    std::array<bool, kTypes> begun{};
    for (std::size_t i = 0; i < size(); ++i) {
      const auto t = static_cast<std::size_t>(type(i));
      begun[t] = begun[t] || dated(i);
      if (!begun[t] && told(i) && newest[t] != kNoDeed && !r.in(heads[i], r.lists.long_deed)) date_as(i, newest[t]);
    }
  }

  struct Thread {
    std::size_t last = kNoDeed;     // dated deed told as done
    std::size_t to_come = kNoDeed;  // dated deed of the future
    DaySpan all;                 // of the deeds told so far
    Index broken = kNone;        // the sentence in which another deed has been named

    void cover(DaySpan days) {
      if (!days.known()) return;
      all = all.known() ? DaySpan{std::min(all.first, days.first), std::max(all.last, days.last)} : days;
    }
  };

  void forwards() {
    std::array<Thread, kTypes> threads;
    std::size_t hand = kNoDeed;
    for (std::size_t i = 0; i < size(); ++i) {
      Thread& thread = threads[static_cast<std::size_t>(type(i))];
      if (!dated(i)) inherit(i, thread, hand);
      if (!brief(i) || before_the_story(i) || (!told(i) && event(i).status != EventStatus::future)) continue;
      (told(i) ? thread.last : thread.to_come) = i;
      if (!of_the_hand(i) || !told(i)) continue;
      hand = i;
      thread.cover(event(i).days);
    }
  }

  bool same_word(std::size_t a, std::size_t b) const { return r.index.lemma[heads[a]] == r.index.lemma[heads[b]]; }

  void inherit(std::size_t i, Thread& thread, std::size_t hand) const {
    Event& e = event(i);
    const bool again = thread.to_come != kNoDeed && same_word(i, thread.to_come);
    const bool latest = thread.last == kNoDeed || (thread.to_come != kNoDeed && thread.to_come > thread.last);
    const bool ahead = again && event(thread.to_come).days.first >= doc.day.last;
    if (again && (e.status == EventStatus::future || (ahead && told(i) && noun(i) && latest))) {
      e.status = EventStatus::future;
      return date_as(i, thread.to_come);
    }
    if (!told(i) && !(of_the_hand(i) && e.status == EventStatus::denied)) return;
    const std::size_t before = thread.last;
    if (before != kNoDeed && r.verb(heads[i]) && before_the_story(i) && !before_the_story(before)) return;
    if (!of_the_hand(i)) {
      if (before != kNoDeed && same_word(i, before)) date_as(i, before);
      return;
    }
    if (const std::size_t host = during(i); host != kNoDeed) return date_as(i, host);
    const Index sentence = doc.sentence_of(heads[i]);
    const bool called =
        before != kNoDeed && doc.sentence_of(heads[before]) == sentence && indefinite(i);  // "the killings are a revenge"
    if (!called && another(i)) thread.broken = sentence;
    if (thread.broken == sentence || lasts(i) || r.in(heads[i], r.lists.long_deed)) return;
    if (before != kNoDeed) {
      date_as(i, before);
      if (many(i) && thread.all.known()) e.days = thread.all, e.time = kNone;
    } else if (hand != kNoDeed && goes_on(hand, i)) {
      date_as(i, hand);
    }
  }

  // The dated deed in the course of which a noun stands: "had been killed on 8 June in an attack".
  std::size_t during(std::size_t i) const {
    const Index host = noun(i) ? host_verb(r, heads[i]) : kNone;
    if (host == kNone || !r.introduced(heads[i], r.lists.during)) return kNoDeed;
    for (std::size_t k = i; k-- > 0 && doc.sentence_of(heads[k]) == doc.sentence_of(heads[i]);)
      if (heads[k] == host && dated(k) && told(k) && of_the_hand(k)) return k;
    return kNoDeed;
  }

  bool indefinite(std::size_t i) const {
    const Index determiner = r.child(heads[i], {Deprel::det});
    return determiner != kNone && r.token(determiner).feats.definite == Definite::Ind;
  }

  // "This attack".
  bool points_back(std::size_t i) const {
    const Index determiner = r.child(heads[i], {Deprel::det});
    return noun(i) && determiner != kNone && r.token(determiner).feats.pron_type == PronType::Dem;
  }

  // "These killings": a plural that points back.
  bool many(std::size_t i) const { return points_back(i) && r.token(heads[i]).feats.number == Number::Plur; }

  // Whether deed `b` goes on with the telling of `a`: a verb in a compound past, or a noun of the same sentence. What
  // somebody says, or may have happened, goes on with nothing.
  bool goes_on(std::size_t a, std::size_t b) const {
    if (!event(b).according_to.empty() || event(b).status == EventStatus::possible) return false;
    if (noun(b)) return doc.sentence_of(heads[a]) == doc.sentence_of(heads[b]);
    return r.verb(heads[b]) && r.child(heads[b], {Deprel::aux}) != kNone;
  }

  // The present and the imperfect tell what lasts, except in headlines; and so does "since", with a length of time.
  bool lasts(std::size_t i) const {
    const Feats& f = r.token(heads[i]).feats;
    if (for_some_time(i)) return true;
    return r.finite(heads[i]) && f.mood == Mood::Ind && (f.tense == Tense::Pres || f.tense == Tense::Imp) && !heading(i);
  }

  bool for_some_time(std::size_t i) const {
    const ItemRange among = times::times_within(doc, doc.sentences[doc.sentence_of(heads[i])].tokens);
    const Index host = noun(i) ? host_verb(r, heads[i]) : heads[i];
    for (Index t = among.begin; t < among.end && t < r.workspace.times.size(); ++t)
      if (doc.times[t].type == TimeType::duration && r.workspace.times[t].link == times::Link::since && host != kNone &&
          times::governor(doc, doc.times[t].tokens) == host)
        return true;
    return false;
  }

  // A noun whose phrase holds a name that the text has not told before, behind the first paragraph.
  bool another(std::size_t i) const {
    if (!noun(i) || heading(i) || points_back(i)) return false;
    const Index head = heads[i];
    const auto& mentions = doc.mentions;
    auto m = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& x) { return x.tokens.begin <= head; });
    for (int step = 0; step < 4 && m != mentions.end(); ++step, ++m)
      if (m->kind == MentionKind::name && new_name(*m) && within(m->tokens.begin, head)) return true;
    return false;
  }

  bool within(Index t, Index top) const {
    for (int step = 0; step < kMaxClimb && t != kNone; ++step, t = r.head(t)) {
      if (t == top) return true;
      if (r.verb(t) && r.finite(t)) return false;
    }
    return false;
  }

  bool new_name(const Mention& m) const {
    if (m.entity == kNone || doc.mentions[first_mentions_[m.entity]].place.begin != m.place.begin) return false;
    return lead_ != kNone && doc.sentence_of(m.tokens.begin) > lead_;
  }

  static std::vector<Index> first_mentions(const Document& d) {
    std::vector<Index> first(d.entities.size(), kNone);
    for (Index m = 0; m < d.mentions.size(); ++m)
      if (d.mentions[m].entity != kNone && first[d.mentions[m].entity] == kNone) first[d.mentions[m].entity] = m;
    return first;
  }

  std::vector<bool> sayings_;          // of Document::times: the day of a saying
  std::vector<bool> beside_;           // likewise, or of long ago and beside the story
  std::vector<bool> off_story_;        // likewise, or of what went before the story
  std::vector<Index> first_mentions_;  // of Document::entities
  Index lead_;                         // the first sentence that tells
};

}  // namespace

void date_events(const Reading& r, const std::vector<Index>& heads, Document& d) { Dater(Deeds{r, heads, d}).run(); }

}  // namespace greffier::events
