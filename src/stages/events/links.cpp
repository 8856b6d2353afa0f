#include "stages/events/links.h"

#include <algorithm>
#include <vector>

#include "stages/events/clause.h"
#include "stages/parties.h"

namespace greffier::events {
namespace {

struct Content {
  ByteRange place;
  Index statement;
  friend auto operator<=>(const Content&, const Content&) = default;
};

std::vector<Content> contents(const Document& d) {
  std::vector<Content> out;
  for (Index s = 0; s < d.statements.size(); ++s)
    for (Index i = d.statements[s].content.begin; i < d.statements[s].content.end; ++i) out.push_back({d.spans[i], s});
  std::sort(out.begin(), out.end());
  return out;
}

Index place_below(const Reading& r, Index head) {
  for (Index c = r.first_child(head); c != kNone; c = r.next(c)) {
    if (r.rel(c) != Deprel::obl && r.rel(c) != Deprel::nmod) continue;
    if (r.introduced(c, r.lists.role_of) || r.introduced(c, r.lists.role_against) || r.introduced(c, r.lists.role_with))
      continue;
    Index mention = mention_at(r.doc, c);
    if (mention == kNone)  // "in the south of X"
      if (const Index part = r.child(c, {Deprel::nmod}); part != kNone) mention = mention_at(r.doc, part);
    if (mention == kNone || r.doc.mentions[mention].kind != MentionKind::name) continue;
    if (r.doc.entities[r.doc.mentions[mention].entity].type == EntityType::loc) return mention;
  }
  return kNone;
}

}  // namespace

// Events and contents are both in text order, so one sweep with the contents that are open will do.
void link_statements(Document& d) {
  const std::vector<Content> all = contents(d);
  std::vector<Content> open;
  std::size_t next = 0;
  for (Event& event : d.events) {
    while (next < all.size() && all[next].place.begin <= event.trigger.begin) open.push_back(all[next++]);
    std::erase_if(open, [&](const Content& c) { return c.place.end <= event.trigger.begin; });
    const auto begin = static_cast<Index>(d.links.size());
    for (const Content& c : open)
      if (c.place.covers(event.trigger)) d.links.push_back(c.statement);
    std::sort(d.links.begin() + begin, d.links.end());
    event.according_to = {begin, static_cast<Index>(d.links.size())};
  }
}

Index spot_of(const Reading& r, Index trigger) {
  if (const Index spot = place_below(r, trigger); spot != kNone) return spot;
  const Index host = host_verb(r, trigger);
  return host == kNone ? kNone : place_below(r, host);
}

}  // namespace greffier::events
