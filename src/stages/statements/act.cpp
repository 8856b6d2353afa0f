#include "stages/statements/act.h"

#include <algorithm>

#include "stages/statements/cue.h"

namespace greffier::statements {
namespace {

constexpr int kMaxClimb = 8;
constexpr Index kLead = 4;  // marks, prepositions and adverbs before the word that tells the act

// Whether the saying is told in the past; a participle or infinitive takes the tense of the verb above.
bool past(const Scene& s, Index cue) {
  if (cue != kNone && s.token(cue).upos == Upos::ADP) return false;
  for (int n = 0; n < kMaxClimb && cue != kNone; ++n, cue = s.token(cue).head) {
    if (!verbal(s.token(cue))) continue;
    const Index f = finite_of(s, cue);
    if (!finite(s.token(f))) continue;
    const Tense tense = s.token(f).feats.tense;
    return f != cue || tense == Tense::Past || tense == Tense::Imp;
  }
  return false;
}

// "would have killed": an auxiliary in the conditional with a participle. In the plain conditional ("would kill") it may be the
// future seen from the past, which a cue in the past asks for.
bool conditional(const Scene& s, Index i, bool after_past) {
  const Token& t = s.token(i);
  if (t.feats.mood != Mood::Cnd) return false;
  const bool perfect = t.relation.base == Deprel::aux && t.relation.subtype != Subtype::pass && t.head != kNone;
  if (perfect) return !s.listed(t.head, s.pack.vocabulary->list("modal"));
  return !after_past && !s.listed(i, s.pack.vocabulary->list("modal"));
}

bool condition_stated(const Scene& s, TokenRange cut) {
  for (Index i = cut.begin; i < cut.end; ++i)
    if (s.token(i).upos == Upos::SCONJ && s.token(i).relation.base == Deprel::mark && s.token(i).head != kNone &&
        s.token(s.token(i).head).relation.base == Deprel::advcl && s.listed(i, s.pack.vocabulary->list("conditional")))
      return true;
  return false;
}

}  // namespace

Act act_of(const Scene& s, std::string_view given, Index cue, Index content) {
  while (given.starts_with('@')) {
    const std::size_t bar = given.find('|');
    const ListId list = s.pack.vocabulary->list(given.substr(1, bar == given.npos ? bar : bar - 1));
    std::string_view act = cue == kNone ? std::string_view() : s.value(cue, list);
    for (Index i = content;
         act.empty() && content != kNone && i < std::min<Index>(content + kLead, static_cast<Index>(s.document.tokens.size()));
         ++i) {
      act = s.value(i, list);
      if (!s.punct(i) && s.token(i).upos != Upos::ADP && s.token(i).upos != Upos::ADV) break;
    }
    given = act.empty() && bar != given.npos ? given.substr(bar + 1) : act;
  }
  return from_spelling<Act>(given).value_or(Act::assert_);
}

bool hearsay(const Scene& s, const Draft& draft) {
  if (draft.kind == StatementKind::direct) return false;
  const bool after_past = past(s, draft.cue_head);
  for (TokenRange cut : draft.content) {
    if (condition_stated(s, cut)) return false;
    for (Index i = cut.begin; i < cut.end; ++i)
      if (s.quote_around(i, draft.cue_head) == kNone && conditional(s, i, after_past)) return true;
  }
  return false;
}

}  // namespace greffier::statements
