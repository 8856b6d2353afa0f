// Finds the days that the article may be of (times/worlds.h), works every expression out in each, and writes down what
// they agree on: an open value has X where they differ, and days that span all of them.
//
// One day is the common case and costs one pass. Bounded for hostile texts: where days times expressions exceed
// kMaxWork, the day counts as unknown for the values, which stay open.
#include "stages/date_article.h"

#include <algorithm>

#include "stages/times/worlds.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

using times::Resolution;

constexpr std::size_t kMaxWork = 400'000;

DaySpan hull(DaySpan a, DaySpan b) {
  return {a.first == kNoDay || b.first == kNoDay ? kNoDay : std::min(a.first, b.first),
          a.last == kNoDay || b.last == kNoDay ? kNoDay : std::max(a.last, b.last)};
}

std::vector<Resolution> agreed(const Workspace& w, const std::vector<Day>& days) {
  std::vector<Resolution> all, one;
  const bool unknown = days.empty() || days.size() * w.times.size() > kMaxWork;
  times::resolve_all(w.times, unknown ? kNoDay : days[0], all);
  for (std::size_t i = 1; i < days.size() && !unknown; ++i) {
    times::resolve_all(w.times, days[i], one);
    for (std::size_t t = 0; t < all.size(); ++t)
      all[t] = {times::common(all[t].value, one[t].value), hull(all[t].days, one[t].days)};
  }
  return all;
}

}  // namespace

void date_article(const Pack&, Workspace& w, Document& d) {
  times::Worlds worlds = times::possible_days(d, w.times);
  d.day = d.article.published_span;
  if (!worlds.days.empty()) d.day = {worlds.days.front(), worlds.days.back()};
  d.day_reasons = std::move(worlds.reasons);
  const std::vector<Resolution> resolved = agreed(w, worlds.days);
  for (std::size_t i = 0; i < d.times.size() && i < resolved.size(); ++i) {
    d.times[i].value = d.keep(resolved[i].value.view());
    if (d.times[i].type == TimeType::date || d.times[i].type == TimeType::time) d.times[i].days = resolved[i].days;
  }
}

}  // namespace greffier
