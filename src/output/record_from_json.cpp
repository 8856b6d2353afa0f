// A line of JSON → Record: the way back from record_json.cpp. Unknown keys are passed over; what is missing stays empty.
// Tested in tests/unit/record_test.cpp: there and back is the same line.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "greffier/error.h"
#include "greffier/record.h"

namespace greffier {
namespace {

using nlohmann::json;

std::string text(const json& object, const char* key) {
  const auto at = object.find(key);
  return at == object.end() || at->is_null() ? std::string() : at->get<std::string>();
}

// The items under a key, each read by `read`.
template <class Read>
auto list(const json& object, const char* key, Read read) {
  std::vector<decltype(read(object))> items;
  if (const auto at = object.find(key); at != object.end())
    for (const json& item : *at) items.push_back(read(item));
  return items;
}

Span span(const json& o) { return {o.at("start").get<std::uint32_t>(), o.at("end").get<std::uint32_t>()}; }

Record::Entity entity(const json& o) {
  return {text(o, "id"), text(o, "type"), text(o, "name"), text(o, "kb"), text(o, "country"), text(o, "sector"),
          list(o, "mentions", [](const json& m) { return Record::Mention{span(m), text(m, "kind")}; }),
          list(o, "candidates", [](const json& id) { return id.get<std::string>(); })};
}

Record::Time time(const json& o) {
  return {text(o, "id"), span(o), text(o, "type"), text(o, "value"), text(o, "earliest"), text(o, "latest"), text(o, "rule")};
}

Record::Statement statement(const json& o) {
  Record::Statement s;
  s.id = text(o, "id"), s.kind = text(o, "kind"), s.act = text(o, "act"), s.polarity = text(o, "polarity");
  s.hearsay = o.value("hearsay", false);
  if (const auto cue = o.find("cue"); cue != o.end() && !cue->is_null()) s.cue = span(*cue), s.cue_lemma = text(*cue, "lemma");
  s.content = list(o, "content", span);
  s.chain = list(o, "chain", [](const json& h) {
    return Record::Hop{text(h, "role"), span(h), text(h, "entity"), text(h, "type")};
  });
  s.inside = text(o, "inside"), s.time = text(o, "time"), s.rule = text(o, "rule");
  return s;
}

Record::Party party(const json& o) { return {span(o), text(o, "entity"), text(o, "country"), text(o, "sector")}; }

Record::Event event(const json& o) {
  Record::Event e;
  e.id = text(o, "id"), e.type = text(o, "type"), e.mode = text(o, "mode"), e.cameo = text(o, "cameo");
  e.trigger = span(o.at("trigger"));
  e.actors = list(o, "actors", party), e.targets = list(o, "targets", party);
  e.time = text(o, "time"), e.earliest = text(o, "earliest"), e.latest = text(o, "latest"), e.dated_by = text(o, "dated_by");
  e.place = text(o, "place"), e.status = text(o, "status"), e.rule = text(o, "rule");
  e.according_to = list(o, "according_to", [](const json& id) { return id.get<std::string>(); });
  return e;
}

Record record(const json& o) {
  Record r;
  const json& article = o.at("article");
  r.id = text(article, "id"), r.source = text(article, "source"), r.lang = text(article, "lang");
  r.title = text(article, "title"), r.url = text(article, "url");
  if (const auto day = article.find("published"); day != article.end() && day->is_object())
    r.published = text(*day, "value"), r.earliest = text(*day, "earliest"), r.latest = text(*day, "latest");
  r.text = o.at("text").get<std::string>();
  r.entities = list(o, "entities", entity), r.times = list(o, "times", time);
  r.statements = list(o, "statements", statement), r.events = list(o, "events", event);
  return r;
}

}  // namespace

Record record_from_json(std::string_view line) {
  try {
    return record(json::parse(line));
  } catch (const json::exception& error) {
    throw Error(ErrorCode::input, fmt::format("not a record: {}", error.what()));
  }
}

}  // namespace greffier
