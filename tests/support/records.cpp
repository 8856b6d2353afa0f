#include "support/records.h"

#include "base/utf8.h"

namespace greffier {
namespace {

std::uint32_t points(std::string_view text) { return utf8::CodePoints(text)(text.size()); }

}  // namespace

Record said_record(std::string id, std::string speaker, std::string verb, std::string content, std::string day,
                   std::string act) {
  Record r;
  r.id = std::move(id), r.source = "Agence d'essai", r.lang = "fr";
  r.published = r.earliest = r.latest = day;
  r.text = speaker + " " + verb + " que " + content + ".";
  const std::uint32_t cue = points(speaker) + 1, start = cue + points(verb) + 5;
  r.entities.push_back({"e1", "PER", speaker, "", "BY", "GOV", {{{0, points(speaker)}, "name"}}});
  Record::Statement s;
  s.id = "s1", s.kind = "indirect", s.act = std::move(act), s.polarity = "positive", s.rule = "test";
  s.cue = Span{cue, cue + points(verb)};
  s.cue_lemma = verb;
  s.content = {{start, start + points(content)}};
  s.chain = {{"origin", {0, points(speaker)}, "e1", "official"}};
  r.statements.push_back(std::move(s));
  return r;
}

Record with_event(Record r, std::string type, std::string actor_country, std::string target_country) {
  Record::Event e;
  e.id = "v1", e.type = std::move(type), e.status = "happened", e.dated_by = "text";
  e.trigger = r.statements[0].content[0];
  e.earliest = e.latest = r.published;
  e.actors = {{{0, 1}, "", std::move(actor_country), "GOV"}};
  e.targets = {{{0, 1}, "", std::move(target_country), "GOV"}};
  e.according_to = {"s1"};
  r.events.push_back(std::move(e));
  return r;
}

Article article_of(const Record& r) {
  Article a;
  a.id = r.id, a.source = r.source, a.lang = r.lang, a.title = r.title, a.url = r.url, a.published = r.published,
  a.text = r.text;
  return a;
}

}  // namespace greffier
