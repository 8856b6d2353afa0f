// Two steps for what the sentence itself does not date:
//   1. a deed of the word whose phrase holds a dated deed of the hand ("condemns the attack", "the anger at the arrests"),
//   2. one behind the story, where all deeds of the text that are dated to a day fall on two days in a row.
// Background is left alone in step 2.
// Cost: the events of a sentence in pairs, at most kMaxBeside of them. Tested in tests/unit/event_dating_test.cpp.
#include <algorithm>

#include "stages/events/deeds.h"

namespace greffier::events {
namespace {

constexpr std::size_t kMaxBeside = 12;  // events behind one that may stand in its phrase

bool below(const Reading& r, Index t, Index top) {
  for (int step = 0; step < kMaxClimb && t != kNone; ++step, t = r.head(t))
    if (t == top) return true;
  return false;
}

// The dated deed that the phrase of deed `i` holds; the first one in the text.
std::size_t answered(const Deeds& all, std::size_t i) {
  const Index sentence = all.doc.sentence_of(all.heads[i]);
  const std::size_t first = i > kMaxBeside ? i - kMaxBeside : 0;
  for (std::size_t k = first; k < std::min(all.size(), i + kMaxBeside); ++k) {
    if (k == i || !all.of_the_hand(k) || !all.told(k) || !all.exact(k)) continue;
    if (all.doc.sentence_of(all.heads[k]) == sentence && below(all.r, all.heads[k], all.heads[i])) return k;
  }
  return all.size();
}

// The days of the one story of the text; unknown where it tells several.
DaySpan one_story(const Deeds& all) {
  DaySpan story;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Event& e = all.event(i);
    if (!all.begun(i) || e.time == kNone || all.before_the_story(i)) continue;
    const Day last = all.exact(i) ? e.days.last : e.days.first;  // what goes on is of the day on which it began
    if (last > all.doc.day.last) continue;
    story =
        story.known() ? DaySpan{std::min(story.first, e.days.first), std::max(story.last, last)} : DaySpan{e.days.first, last};
  }
  return story.known() && story.last - story.first <= 3 ? story : DaySpan{};
}

// Present participles tell what is so, nouns name what stands ("their demands"), and so does a present within a saying ("we
// demand"): none need be an answer.
bool background(const Deeds& all, std::size_t i) {
  const Reading& r = all.r;
  const Feats& f = r.token(all.heads[i]).feats;
  if (r.rel(all.heads[i]) == Deprel::acl && r.participle(all.heads[i])) return true;
  const Index aux = r.child(all.heads[i], {Deprel::aux});
  if (aux != kNone && r.participle(aux)) return true;  // "having been criticised": it went before
  return !r.verb(all.heads[i]) || (f.tense == Tense::Pres && (r.participle(all.heads[i]) || !all.event(i).according_to.empty()));
}

// Whether an undated deed before `i` has the same type and word: what was told before the story began is the news itself.
bool told_before(const Deeds& all, std::size_t i) {
  for (std::size_t k = i > kMaxBeside ? i - kMaxBeside : 0; k < i; ++k)
    if (!all.dated(k) && !all.heading(k) && all.type(k) == all.type(i) &&
        all.r.index.lemma[all.heads[k]] == all.r.index.lemma[all.heads[i]])
      return true;
  return false;
}

// A headline's deed of the word is the first one of its type below it.
void date_heading(const Deeds& all, std::size_t i) {
  std::size_t k = i + 1;
  while (k < all.size() && (all.heading(k) || all.type(k) != all.type(i))) ++k;
  if (k < all.size() && all.told(k) && all.dated(k)) all.date_as(i, k);
}

// "Condemned the attack, while calling for calm": a participle that goes with a deed of the word has its day.
void date_beside(const Deeds& all, std::size_t i) {
  const Reading& r = all.r;
  const Index head = all.heads[i];
  if (!r.participle(head) || r.token(head).feats.tense != Tense::Pres || r.rel(head) != Deprel::advcl) return;
  const std::size_t first = i > kMaxBeside ? i - kMaxBeside : 0;
  for (std::size_t k = first; k < std::min(all.size(), i + kMaxBeside); ++k)
    if (k != i && all.heads[k] == r.head(head) && all.told(k) && all.dated(k)) return all.date_as(i, k);
}

// Between two deeds of the hand of one day, the later one in its own paragraph, a deed of the word is of that day.
std::size_t amid(const Deeds& all, std::size_t i) {
  std::size_t before = i, after = i;
  if (all.r.participle(all.heads[i]) && all.r.rel(all.heads[i]) == Deprel::advcl) return all.size();  // it goes with a verb
  const auto done = [&](std::size_t k) { return all.of_the_hand(k) && all.told(k); };
  while (before > 0 && i - before < kMaxBeside && !(before < i && done(before))) --before;
  while (after < all.size() && after - i < kMaxBeside && !done(after)) ++after;
  if (before == i || after >= all.size() || !all.exact(before) || !all.exact(after)) return all.size();
  if (!done(before) || !done(after) || all.event(before).days != all.event(after).days) return all.size();
  const Document& d = all.doc;
  const Index begin = d.tokens[all.heads[i]].place.begin, end = d.tokens[all.heads[after]].place.begin;
  return end > begin && d.text({begin, end}).find("\n") == std::string_view::npos ? before : all.size();
}

bool open_word(const Deeds& all, std::size_t i) { return !all.dated(i) && !all.of_the_hand(i) && all.told(i); }

}  // namespace

void date_reactions(const Deeds& all) {
  const DaySpan story = one_story(all);
  const Day now = all.doc.day.last;
  if (now == kNoDay) return;
  bool begun = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    begun = begun || (story.known() && all.begun(i));
    if (!open_word(all, i)) continue;
    if (const std::size_t deed = answered(all, i); deed < all.size()) {
      if (all.event(deed).days.first <= now) all.date(i, {all.event(deed).days.first, now});
    } else if (const std::size_t scene = amid(all, i); scene < all.size() && all.event(i).according_to.empty()) {
      all.date_as(i, scene);
    } else if (begun && story.first < now && !background(all, i) && !told_before(all, i)) {
      all.date(i, {story.first, now});
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    if (open_word(all, i)) date_beside(all, i);
  for (std::size_t i = 0; i < all.size() && all.heading(i); ++i)
    if (open_word(all, i)) date_heading(all, i);
}

}  // namespace greffier::events
