// Record → one line of JSON, in the shape and the order of docs/formats/record.md. Tested in tests/unit/record_test.cpp.
#include "greffier/record.h"
#include "output/json.h"

namespace greffier {
namespace {

class RecordWriter {
 public:
  explicit RecordWriter(std::string& out) : j_(out) {}

  void write(const Record& r) {
    j_.open('{');
    article(r);
    j_.key("text").string(r.text);
    list("entities", r.entities);
    list("times", r.times);
    list("statements", r.statements);
    list("events", r.events);
    j_.close('}');
  }

 private:
  void text(std::string_view key, std::string_view value) { j_.key(key).string_or_null(value); }

  template <class Item>
  void list(std::string_view key, const std::vector<Item>& items) {
    j_.key(key).open('[');
    for (const Item& item : items) j_.open('{'), write_item(item), j_.close('}');
    j_.close(']');
  }

  void strings(std::string_view key, const std::vector<std::string>& items) {
    j_.key(key).open('[');
    for (const std::string& item : items) j_.string(item);
    j_.close(']');
  }

  void article(const Record& r) {
    j_.key("article").open('{');
    j_.key("id").string(r.id);
    text("source", r.source), text("url", r.url), text("title", r.title), text("lang", r.lang);
    j_.key("published").open('{');
    text("value", r.published), text("earliest", r.earliest), text("latest", r.latest);
    j_.close('}');
    j_.close('}');
  }

  void write_item(const Span& s) {
    j_.key("start").number(s.start);
    j_.key("end").number(s.end);
  }

  void write_item(const Record::Mention& m) { write_item(m.span), text("kind", m.kind); }

  void write_item(const Record::Entity& e) {
    text("id", e.id), text("type", e.type), text("name", e.name), text("kb", e.kb);
    text("country", e.country), text("sector", e.sector);
    if (!e.candidates.empty()) strings("candidates", e.candidates);
    list("mentions", e.mentions);
  }

  void write_item(const Record::Time& t) {
    text("id", t.id), write_item(t.span), text("type", t.type), text("value", t.value);
    text("earliest", t.earliest), text("latest", t.latest), text("rule", t.rule);
  }

  void write_item(const Record::Hop& h) {
    text("role", h.role), write_item(h.span), text("entity", h.entity), text("type", h.type);
  }

  void cue(const Record::Statement& s) {
    j_.key("cue");
    if (!s.cue) return j_.null();
    j_.open('{');
    write_item(*s.cue);
    text("lemma", s.cue_lemma);
    j_.close('}');
  }

  void write_item(const Record::Statement& s) {
    text("id", s.id), text("kind", s.kind), text("act", s.act), text("polarity", s.polarity);
    j_.key("hearsay").boolean(s.hearsay);
    cue(s);
    list("content", s.content);
    list("chain", s.chain);
    text("inside", s.inside), text("time", s.time), text("rule", s.rule);
  }

  void write_item(const Record::Party& p) {
    write_item(p.span), text("entity", p.entity), text("country", p.country), text("sector", p.sector);
  }

  void write_item(const Record::Event& e) {
    text("id", e.id), text("type", e.type), text("mode", e.mode), text("cameo", e.cameo);
    j_.key("trigger").open('{');
    write_item(e.trigger);
    j_.close('}');
    list("actors", e.actors);
    list("targets", e.targets);
    text("time", e.time), text("earliest", e.earliest), text("latest", e.latest), text("dated_by", e.dated_by);
    text("place", e.place), text("status", e.status);
    strings("according_to", e.according_to);
    text("rule", e.rule);
  }

  JsonWriter j_;
};

}  // namespace

std::string to_json(const Record& record) {
  std::string out;
  out.reserve(record.text.size() +
              256 * (record.entities.size() + record.times.size() + record.statements.size() + record.events.size()) + 512);
  RecordWriter(out).write(record);
  return out;
}

}  // namespace greffier
