// Who has been spoken of so far, and who comes to mind first: salience after Lappin and Leass (1994).
//
// Each mention adds to its entity's weight by its place in the sentence (a subject more than an object); at each new
// sentence all weights are halved. Exact small integers, so the same everywhere.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "greffier/document.h"

namespace greffier::entities {

class Discourse {
 public:
  void begin(std::size_t entities);
  void grow(std::size_t entities) { who_.resize(entities); }
  void next_sentence();
  void mention(Index entity, Index token, unsigned weight, bool subject = false);
  // The entity with the greatest weight among those that `fits` accepts; of equals the one mentioned last. kNone for none.
  template <class Fits>
  Index most_salient(Fits fits) const;
  const std::vector<Index>& recent() const { return recent_; }
  // The sentences that have passed since an entity was last mentioned; large where it never was.
  unsigned age(Index entity) const { return now_ - who_[entity].sentence; }
  Index last_token(Index entity) const { return who_[entity].token; }
  bool mentioned(Index entity) const { return who_[entity].token != kNone; }
  // Whether it was a subject where it was mentioned last.
  bool was_subject(Index entity) const { return who_[entity].subject; }

 private:
  struct Who {
    std::uint32_t weight = 0;
    unsigned sentence = 0;
    Index token = kNone;
    bool subject = false;
  };
  static constexpr std::size_t kMost = 48;  // entities that come to mind; those mentioned longest ago are forgotten
  std::uint32_t weight_now(const Who& who) const;

  std::vector<Who> who_;
  std::vector<Index> recent_;  // the last mentioned at the end
  unsigned now_ = 0;
};

inline void Discourse::begin(std::size_t entities) {
  who_.assign(entities, {});
  recent_.clear();
  now_ = 0;
}

inline void Discourse::next_sentence() { ++now_; }

inline std::uint32_t Discourse::weight_now(const Who& who) const {
  const unsigned passed = now_ - who.sentence;
  return passed < 32 ? who.weight >> passed : 0;
}

inline void Discourse::mention(Index entity, Index token, unsigned weight, bool subject) {
  Who& who = who_[entity];
  who.weight = weight_now(who) + weight;
  who.sentence = now_;
  who.token = token;
  who.subject = subject;
  if (const auto at = std::find(recent_.begin(), recent_.end(), entity); at != recent_.end()) recent_.erase(at);
  else if (recent_.size() == kMost) recent_.erase(recent_.begin());
  recent_.push_back(entity);
}

template <class Fits>
Index Discourse::most_salient(Fits fits) const {
  Index best = kNone;
  for (const Index e : recent_) {
    if (weight_now(who_[e]) == 0 || !fits(e)) continue;
    const bool better = best == kNone || weight_now(who_[e]) > weight_now(who_[best]) ||
                        (weight_now(who_[e]) == weight_now(who_[best]) && who_[e].token > who_[best].token);
    if (better) best = e;
  }
  return best;
}

}  // namespace greffier::entities
