// A Document as lines of text: one item a line, the layer's letter first, texts in « », so that a diff reads well.
#include <fmt/format.h>

#include <iterator>

#include "greffier/document.h"

namespace greffier {
namespace {

using Out = std::back_insert_iterator<std::string>;

std::string days(DaySpan span) {
  if (span.first == kNoDay && span.last == kNoDay) return "-";
  return iso_date(span.first) + ".." + iso_date(span.last);
}

void dump_tokens(const Document& d, Out out) {
  for (const Sentence& s : d.sentences) {
    fmt::format_to(out, "sentence{} «{}»\n", s.heading ? " heading" : "", d.text(s.place));
    for (Index i = s.tokens.begin; i < s.tokens.end; ++i) {
      const Token& t = d.tokens[i];
      const Index head = t.head == kNone ? 0 : t.head - s.tokens.begin + 1;
      fmt::format_to(out, "  {} {} {} {} {} {} {}\n", i - s.tokens.begin + 1, d.form(t), d.lemma(t), spelling(t.upos),
                     spelling(t.feats), head, spelling(t.relation));
    }
  }
}

void dump_names(const Document& d, Out out) {
  for (const Mention& m : d.mentions) {
    fmt::format_to(out, "mention {} {} «{}»", spelling(m.kind), spelling(m.type), d.text(m.place));
    if (m.entity != kNone) {
      const Entity& e = d.entities[m.entity];
      fmt::format_to(out, " = e{} {} «{}» {} {} {}", m.entity + 1, spelling(e.type), d.pooled(e.name),
                     e.country.empty() ? "-" : e.country.view(), e.sector == Sector::none ? "-" : spelling(e.sector),
                     d.pooled(e.kb));
    }
    fmt::format_to(out, "\n");
  }
}

void dump_times(const Document& d, Out out) {
  for (const Time& t : d.times)
    fmt::format_to(out, "time {} «{}» {} {} {}\n", spelling(t.type), d.text(t.place), d.pooled(t.value), days(t.days),
                   d.origins[t.origin]);
}

void dump_statements(const Document& d, Out out) {
  for (Index i = 0; i < d.statements.size(); ++i) {
    const Statement& s = d.statements[i];
    fmt::format_to(out, "statement s{} {} {}{}{} {}\n", i + 1, spelling(s.kind), spelling(s.act), s.negative ? " negative" : "",
                   s.hearsay ? " hearsay" : "", d.origins[s.origin]);
    if (!s.cue.empty()) fmt::format_to(out, "  cue «{}» {}\n", d.text(s.cue), d.pooled(s.cue_lemma));
    for (Index k = s.content.begin; k < s.content.end; ++k) fmt::format_to(out, "  content «{}»\n", d.text(d.spans[k]));
    for (Index k = s.chain.begin; k < s.chain.end; ++k) {
      const Hop& h = d.hops[k];
      fmt::format_to(out, "  {} «{}»", spelling(h.role), d.text(h.place));
      if (h.entity != kNone) fmt::format_to(out, " = e{}", h.entity + 1);
      if (h.type != SourceType::none) fmt::format_to(out, " ({})", spelling(h.type));
      fmt::format_to(out, "\n");
    }
    if (s.inside != kNone) fmt::format_to(out, "  inside s{}\n", s.inside + 1);
    if (s.time != kNone) fmt::format_to(out, "  time «{}»\n", d.text(d.times[s.time].place));
  }
}

void dump_parties(const Document& d, Out out, std::string_view role, ItemRange range) {
  for (Index k = range.begin; k < range.end; ++k) {
    const Party& p = d.parties[k];
    fmt::format_to(out, "  {} «{}» {} {}\n", role, d.text(p.place), p.country.empty() ? "-" : p.country.view(),
                   p.sector == Sector::none ? "-" : spelling(p.sector));
  }
}

void dump_events(const Document& d, Out out) {
  for (const Event& e : d.events) {
    const EventCode& code = event_codes()[e.code];
    fmt::format_to(out, "event {}{}{} «{}» {} {} {} {}\n", spelling(code.type), code.mode.empty() ? "" : "-", code.mode,
                   d.text(e.trigger), spelling(e.status), days(e.days), spelling(e.dated_by), d.origins[e.origin]);
    dump_parties(d, out, "actor", e.actors);
    dump_parties(d, out, "target", e.targets);
    for (Index k = e.according_to.begin; k < e.according_to.end; ++k)
      fmt::format_to(out, "  according to s{}\n", d.links[k] + 1);
  }
}

}  // namespace

std::string dump(const Document& d) {
  std::string text;
  Out out = std::back_inserter(text);
  dump_tokens(d, out);
  for (const Quote& q : d.quotes) fmt::format_to(out, "quote{} «{}»\n", q.closed ? "" : " open", d.text(q.inner));
  dump_names(d, out);
  dump_times(d, out);
  dump_statements(d, out);
  dump_events(d, out);
  return text;
}

}  // namespace greffier
