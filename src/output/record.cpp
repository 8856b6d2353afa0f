// Document → Record: the one place where bytes become code points, indices become ids, enums become words.
//
// Cost: linear in the text and in the items. An item without evidence in the text is not written, and what refers to it
// says null. Tested in tests/unit/record_test.cpp.
#include "greffier/record.h"

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

class Recorder {
 public:
  explicit Recorder(const Document& document) : d_(document), points_(document.text()) {}

  Record record() {
    head();
    entities();
    for (Index i = 0; i < d_.times.size(); ++i) r_.times.push_back(time(i));
    for (Index i = 0; i < d_.statements.size(); ++i) r_.statements.push_back(statement(i));
    for (Index i = 0; i < d_.events.size(); ++i) r_.events.push_back(event(i));
    return std::move(r_);
  }

 private:
  Span span(ByteRange place) const { return {points_(place.begin), points_(place.end)}; }
  std::string pooled(PoolRange range) const { return std::string(d_.pooled(range)); }
  std::string rule(Origin origin) const { return d_.origins[origin]; }
  static std::string id(char letter, Index i) { return i == kNone ? std::string() : letter + std::to_string(i + 1); }
  std::string entity_id(Index i) const { return i == kNone || !named_[i] ? std::string() : id('e', i); }

  void head() {
    const Article& a = d_.article;
    const DaySpan day = d_.day.known() ? d_.day : a.published_span;
    r_.id = a.id, r_.source = a.source, r_.lang = a.lang, r_.title = a.title, r_.url = a.url, r_.text = a.text;
    r_.published = a.published, r_.earliest = iso_date(day.first), r_.latest = iso_date(day.last);
  }

  void entities() {
    named_.assign(d_.entities.size(), 0);
    for (const Mention& m : d_.mentions)
      if (m.entity != kNone) named_[m.entity] = 1;
    std::vector<std::size_t> slot(d_.entities.size());
    for (Index i = 0; i < d_.entities.size(); ++i) {
      if (!named_[i]) continue;
      const Entity& e = d_.entities[i];
      slot[i] = r_.entities.size();
      r_.entities.push_back({id('e', i),
                             std::string(spelling(e.type)),
                             pooled(e.name),
                             pooled(e.kb),
                             std::string(e.country.view()),
                             std::string(spelling(e.sector)),
                             {},
                             words_of(d_.pooled(e.candidates))});
    }
    for (const Mention& m : d_.mentions)
      if (m.entity != kNone) r_.entities[slot[m.entity]].mentions.push_back({span(m.place), std::string(spelling(m.kind))});
  }

  Record::Time time(Index i) const {
    const Time& t = d_.times[i];
    return {id('t', i), span(t.place), std::string(spelling(t.type)), pooled(t.value),
            iso_date(t.days.first), iso_date(t.days.last), rule(t.origin)};
  }

  Record::Statement statement(Index i) const {
    const Statement& s = d_.statements[i];
    Record::Statement out;
    out.id = id('s', i), out.kind = spelling(s.kind), out.act = spelling(s.act);
    out.polarity = s.negative ? "negative" : "positive", out.hearsay = s.hearsay;
    if (!s.cue.empty()) out.cue = span(s.cue);
    out.cue_lemma = pooled(s.cue_lemma);
    for (Index k = s.content.begin; k < s.content.end; ++k) out.content.push_back(span(d_.spans[k]));
    for (Index k = s.chain.begin; k < s.chain.end; ++k) {
      const Hop& hop = d_.hops[k];
      if (!hop.place.empty())
        out.chain.push_back(
            {std::string(spelling(hop.role)), span(hop.place), entity_id(hop.entity), std::string(spelling(hop.type))});
    }
    out.inside = id('s', s.inside), out.time = id('t', s.time), out.rule = rule(s.origin);
    return out;
  }

  std::vector<Record::Party> parties(ItemRange range) const {
    std::vector<Record::Party> out;
    for (Index k = range.begin; k < range.end; ++k) {
      const Party& p = d_.parties[k];
      out.push_back({span(p.place), entity_id(p.entity), std::string(p.country.view()), std::string(spelling(p.sector))});
    }
    return out;
  }

  Record::Event event(Index i) const {
    const Event& e = d_.events[i];
    const EventCode& code = event_codes()[e.code];
    Record::Event out;
    out.id = id('v', i), out.type = spelling(code.type), out.mode = code.mode, out.cameo = code.cameo;
    out.trigger = span(e.trigger), out.actors = parties(e.actors), out.targets = parties(e.targets);
    out.time = id('t', e.time), out.earliest = iso_date(e.days.first), out.latest = iso_date(e.days.last);
    out.dated_by = spelling(e.dated_by), out.place = entity_id(e.spot), out.status = spelling(e.status);
    for (Index k = e.according_to.begin; k < e.according_to.end; ++k) out.according_to.push_back(id('s', d_.links[k]));
    out.rule = rule(e.origin);
    return out;
  }

  const Document& d_;
  utf8::CodePoints points_;
  std::vector<std::uint8_t> named_;  // whether an entity has a mention
  Record r_;
};

}  // namespace

Record record_of(const Document& document) { return Recorder(document).record(); }

}  // namespace greffier
