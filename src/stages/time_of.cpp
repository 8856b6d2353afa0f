// Climbs from the deed to the root of its clause; at each word, a time expression that hangs on it governs the deed.
//
// A clause ends upwards at reported content (ccomp), at what describes a noun (acl), at a noun's complement (nmod), at a
// parenthesis and at an infinitive with its preposition ("before leaving"): what stands above has a time of its own. Of
// several expressions at one word a day beats a duration, and the nearest beats the farther. Cost: the height of the tree
// times the expressions of the sentence. Tested in tests/unit/time_of_test.cpp.
#include "stages/time_of.h"

#include <algorithm>
#include <cstdlib>

#include "stages/times/heads.h"
#include "stages/times/spans.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

using times::Expression;
using times::Link;

constexpr int kMaxClimb = 40;
constexpr Index kMaxMark = 8;
constexpr Index kMaxNarration = 16;     // expressions looked back
constexpr Index kMaxParagraph = 6000;  // bytes

// "Before leaving", "after having left", "in order to leave": an infinitive behind a preposition is of another time.
bool marked_infinitive(const Document& d, Index verb) {
  bool infinitive = d.tokens[verb].feats.verb_form == VerbForm::Inf;
  for (Index back = 1; back <= kMaxMark && back <= verb; ++back) {
    const Token& t = d.tokens[verb - back];
    if (t.head != verb) continue;
    if (t.relation.base == Deprel::aux && t.feats.verb_form == VerbForm::Inf) infinitive = true;
    if (t.relation.base == Deprel::mark) return infinitive;
  }
  return false;
}

bool closes_clause(const Document& d, Index t) {
  switch (d.tokens[t].relation.base) {
    case Deprel::ccomp: case Deprel::parataxis: case Deprel::discourse: case Deprel::vocative: case Deprel::acl: return true;
    case Deprel::advcl: return marked_infinitive(d, t);
    case Deprel::conj: {  // "will be passed today, before being signed", but not "decided on Monday to stay and to wait"
      const Index head = d.tokens[t].head;
      return head != kNone && d.tokens[head].feats.verb_form != VerbForm::Inf && marked_infinitive(d, t);
    }
    case Deprel::nmod: return true;  // "the toll of the attack rose on Monday": the attack did not
    default: return false;
  }
}

Index distance(Index a, Index b) { return a > b ? a - b : b - a; }

// The best time of `among` that hangs on `word`.
Index hanging_on(const Document& d, ItemRange among, Index word) {
  Index best = kNone;
  auto rank = [&](Index t) {
    const TimeType type = d.times[t].type;
    const Index kind = type == TimeType::date || type == TimeType::time ? 0 : 1'000'000;
    return kind + distance(d.times[t].tokens.begin, word);
  };
  for (Index t = among.begin; t < among.end; ++t) {
    if (d.times[t].type == TimeType::set || d.times[t].tokens.contains(word)) continue;
    if (times::governor(d, d.times[t].tokens) != word) continue;
    if (best == kNone || rank(t) < rank(best)) best = t;
  }
  return best;
}

bool tells_the_story(const Expression& e) {
  return e.narrative && !e.dateline && e.link == Link::at && e.tense != times::Tense::future;
}

DaySpan of_link(DaySpan days, Link link, Day published) {
  switch (link) {
    case Link::since: return {days.first, published == kNoDay ? kNoDay : std::max(published, days.first)};
    case Link::from: return {days.first, published == kNoDay ? kNoDay : days.last};
    case Link::until: case Link::by: case Link::before: return {kNoDay, days.last};
    case Link::after: return {days.first, published == kNoDay ? kNoDay : std::max(published, days.first)};
    case Link::at: break;
  }
  return days;
}

bool looks_ahead(const Feats& f) { return f.mood == Mood::Cnd || f.tense == Tense::Fut || f.verb_form == VerbForm::Inf; }

// "Should resume on Sunday": the day is that of the deed, which is still to come.
bool verb_to_come(const Document& d, Index verb) {
  if (looks_ahead(d.tokens[verb].feats)) return true;
  for (Index back = 1; back <= kMaxMark && back <= verb; ++back) {
    const Token& t = d.tokens[verb - back];
    if (t.head == verb && (t.relation.base == Deprel::aux || t.relation.base == Deprel::cop) && looks_ahead(t.feats))
      return true;
  }
  return false;
}

}  // namespace

DaySpan whole_span(const Document& d, const Workspace& w, Index time) {
  DaySpan days = d.times[time].days;
  const auto known = [&](Index t) { return t < std::min(d.times.size(), w.times.size()) && d.times[t].days.known(); };
  Index first = time;
  while (first > 0 && known(first) && known(first - 1) && w.times[first].joined != times::Joined::no) --first;
  for (Index t = first; t == first || (known(t) && w.times[t].joined != times::Joined::no); ++t)
    if (known(t)) days = {std::min(days.first, d.times[t].days.first), std::max(days.last, d.times[t].days.last)};
  return days;
}

Index governing_time(const Document& d, const Workspace&, Index token) {
  if (token >= d.tokens.size() || d.times.empty()) return kNone;
  const ItemRange among = times::times_within(d, d.sentences[d.sentence_of(token)].tokens);
  if (among.empty()) return kNone;
  Index at = token;
  for (int step = 0; at != kNone && step < kMaxClimb; ++step, at = d.tokens[at].head) {
    if (const Index found = hanging_on(d, among, at); found != kNone) return found;
    if (closes_clause(d, at)) break;
  }
  return kNone;
}

Index narrated_time(const Document& d, const Workspace& w, Index token, const std::vector<bool>& left_out) {
  const Index sentence = d.sentences[d.sentence_of(token)].tokens.begin;
  const auto before = [](const Time& t, Index first) { return t.tokens.begin < first; };
  auto t = static_cast<Index>(std::lower_bound(d.times.begin(), d.times.end(), sentence, before) - d.times.begin());
  for (Index back = 0; back < kMaxNarration && t-- > 0; ++back) {
    const Index begin = d.times[t].place.end, end = d.tokens[sentence].place.begin;
    if (end - begin > kMaxParagraph || d.text({begin, end}).find("\n\n") != std::string_view::npos) break;
    if (t < w.times.size() && !left_out[t] && tells_the_story(w.times[t]) && d.times[t].days.known() &&
        d.times[t].days.last - d.times[t].days.first <= 1)
      return t;
  }
  return kNone;
}

DaySpan days_by(const Document& d, const Workspace& w, Index time, EventStatus status) {
  const Link link = time < w.times.size() ? w.times[time].link : Link::at;
  const bool told = status != EventStatus::future && status != EventStatus::possible;
  const DaySpan days = of_link(whole_span(d, w, time), link, told ? d.day.last : kNoDay);
  return told ? times::not_after(days, d.day.last) : days;
}

Dating date_deed(const Document& d, const Workspace& w, Index token, EventStatus status) {
  Dating out;
  out.time = governing_time(d, w, token);
  // What is only feared or demanded has a day where the day is its own, not that of the fear.
  const Index governor = out.time == kNone ? kNone : times::governor(d, d.times[out.time].tokens);
  const bool own = governor == kNone || status != EventStatus::possible || governor == token || verb_to_come(d, governor);
  if (own && out.time != kNone && d.times[out.time].days.known()) {
    out.days = days_by(d, w, out.time, status);
    out.dated_by = DatedBy::text;
    return out;
  }
  out.time = kNone;
  if (status != EventStatus::future && status != EventStatus::possible) out.days.last = d.day.last;
  return out;
}

}  // namespace greffier
