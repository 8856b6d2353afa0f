#include "stages/statements/media.h"

#include "base/utf8.h"
#include "pack/knowledge.h"
#include "stages/statements/hop_phrase.h"

namespace greffier::statements {
namespace {

constexpr Index kReach = 12;  // words between a preposition and the medium

}  // namespace

bool medium(const Scene& s, Index i) {
  const Token& t = s.token(i);
  if (s.value(i, s.lists.medium) == "name" && utf8::is_upper(utf8::decode(s.text(i), 0).point)) return true;
  if (t.upos != Upos::NOUN && t.upos != Upos::PROPN && t.upos != Upos::X) return false;
  if (s.listed(i, s.lists.medium) && s.value(i, s.lists.medium) != "name") return true;
  const Index e = hop_entity(s, {i, i + 1}, i);
  return e != kNone && s.document.entities[e].sector == Sector::med;
}

bool begins_person(const Scene& s, Index i) {
  return i > 0 && s.value(i - 1, s.lists.medium) == "name" && s.token(i).upos == Upos::PROPN && s.pack.knowledge != nullptr &&
         !medium(s, i) && s.pack.knowledge->first_name(fingerprint(s.document.form(s.token(i)))).has_value();
}

TokenRange medium_phrase(const Scene& s, Index head) {
  TokenRange range = hop_phrase(s, head, false);
  const bool name = s.token(head).upos == Upos::PROPN || (s.index.layers[head] & kInName) != 0;
  for (Index i = head + 1; i < range.end; ++i) {
    if (!begins_person(s, i) && !(name && s.token(i).upos == Upos::DET)) continue;
    range.end = i;
    break;
  }
  while (name && range.begin > 0 && range.begin <= head && s.token(range.begin - 1).upos == Upos::PROPN) --range.begin;
  while (range.end > head + 1 && s.token(range.end - 1).upos == Upos::ADP) --range.end;
  return range;
}

// What carries words ("in the columns of", "in an interview with") may stand between.
Index medium_behind(const Scene& s, Index at, Index end) {
  bool carried = true;  // whether a further preposition may follow
  for (Index k = at + 1; k < end && k < at + kReach; ++k) {
    if (s.punct(k)) return kNone;
    if (medium(s, k)) {
      const Index head = s.token(at).head;
      return head != kNone && head > at && head <= k && medium(s, head) ? head : k;
    }
    const Upos tag = s.token(k).upos;
    if (verbal(s.token(k)) || (tag == Upos::ADP && !carried)) return kNone;
    if (s.listed(k, s.lists.carrier))
      carried = true;
    else if (tag != Upos::DET && tag != Upos::ADP && tag != Upos::ADJ)
      carried = false;
  }
  return kNone;
}

}  // namespace greffier::statements
