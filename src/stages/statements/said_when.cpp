#include "stages/statements/said_when.h"

#include <algorithm>

#include "stages/time_of.h"
#include "stages/times/heads.h"
#include "stages/workspace.h"

namespace greffier::statements {
namespace {

bool names_a_day(const Document& d, Index time) {
  return d.times[time].type == TimeType::date || d.times[time].type == TimeType::time;
}

// What lasts since a day was not said on it, but where the saying itself goes on since then.
bool since(const Document& d, const Workspace& w, Index time, Index cue) {
  return time < w.times.size() && w.times[time].link == times::Link::since && times::governor(d, d.times[time].tokens) != cue;
}

const Hop* origin_of(const Document& d, const Statement& s) {
  for (Index h = s.chain.begin; h < s.chain.end; ++h)
    if (d.hops[h].role == HopRole::origin) return &d.hops[h];
  return nullptr;
}

// Whether the cue, in a compound past, says that more is said: by its verb, or by an adverb beside it.
bool adds(const Scene& s, Index cue, ListId added) {
  if (s.token(cue).feats.verb_form != VerbForm::Part) return false;
  if (s.listed(cue, added)) return true;
  for (Index c = s.index.first_child[cue]; c != kNone; c = s.index.next_sibling[c])
    if (s.token(c).relation.base == Deprel::advmod && s.listed(c, added)) return true;
  return false;
}

bool same_paragraph(const Document& d, Index from, Index to) {
  return from <= to && d.text({from, to}).find("\n\n") == std::string_view::npos;
}

}  // namespace

Index said_when(const Scene& s, const Workspace& w, const Draft& draft) {
  if (draft.cue_head == kNone) return kNone;
  if (!verbal(s.token(draft.cue_head)) && !nominal(s.token(draft.cue_head))) return kNone;
  const Index time = governing_time(s.document, w, draft.cue_head);
  if (time == kNone || !names_a_day(s.document, time) || since(s.document, w, time, draft.cue_head)) return kNone;
  const TokenRange tokens = s.document.times[time].tokens;
  const bool told = std::any_of(draft.content.begin(), draft.content.end(), [&](TokenRange cut) { return cut.covers(tokens); });
  return told && time < w.times.size() && w.times[time].quoted ? kNone : time;
}

void share_times(const Scene& s, const std::vector<Index>& cue_heads, Document& d) {
  const ListId added = s.pack.vocabulary->list("cue-added");
  if (added == kNoList) return;
  for (std::size_t i = 1; i < d.statements.size(); ++i) {
    Statement& here = d.statements[i];
    const Statement& before = d.statements[i - 1];
    if (here.time != kNone || before.time == kNone || cue_heads[i] == kNone || !adds(s, cue_heads[i], added)) continue;
    const Hop* speaker = origin_of(d, here);
    const Hop* same = origin_of(d, before);
    if (speaker == nullptr || same == nullptr || speaker->entity == kNone || speaker->entity != same->entity) continue;
    if (same_paragraph(d, before.cue.end, here.cue.begin)) here.time = before.time;
  }
}

}  // namespace greffier::statements
