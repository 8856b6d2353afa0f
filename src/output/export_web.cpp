// Web Annotations (W3C Recommendation 2017) of statements and events, and TimelineJS's JSON.
#include "output/exports.h"
#include "output/json.h"

namespace greffier {
namespace {

constexpr std::uint32_t kAround = 32;  // characters of prefix and suffix

std::string source_of(const Record& r) { return r.url.empty() ? "urn:greffier:" + r.id : r.url; }

class Annotations : public Exporter {
  void write(const Record& r, std::string& out) override {
    for (const Record::Statement& s : r.statements)
      for (const Span& span : s.content) annotation(r, s.id, "statement " + s.act, span, out);
    for (const Record::Event& e : r.events) annotation(r, e.id, "event " + e.type, e.trigger, out);
  }

  static void annotation(const Record& r, const std::string& id, const std::string& tag, Span span, std::string& out) {
    JsonWriter j(out);
    j.open('{');
    j.key("@context").string("http://www.w3.org/ns/anno.jsonld");
    j.key("id").string("urn:greffier:" + r.id + "#" + id + "." + std::to_string(span.start));
    j.key("type").string("Annotation");
    j.key("motivation").string("tagging");
    j.key("body").open('{');
    j.key("type").string("TextualBody");
    j.key("purpose").string("tagging");
    j.key("value").string(tag);
    j.close('}');
    j.key("target").open('{');
    j.key("source").string(source_of(r));
    j.key("selector").open('[');
    selectors(j, r, span);
    j.close(']');
    j.close('}');
    j.close('}');
    out += '\n';
  }

  static void selectors(JsonWriter& j, const Record& r, Span span) {
    j.open('{');
    j.key("type").string("TextQuoteSelector");
    j.key("exact").string(quoted(r, span));
    j.key("prefix").string(quoted(r, {span.start > kAround ? span.start - kAround : 0, span.start}));
    j.key("suffix").string(quoted(r, {span.end, span.end + kAround}));
    j.close('}');
    j.open('{');
    j.key("type").string("TextPositionSelector");
    j.key("start").number(span.start);
    j.key("end").number(span.end);
    j.close('}');
  }
};

class TimelineJs : public Exporter {
  void begin(std::string& out) override { out += "{\"events\": ["; }
  void write(const Record& r, std::string& out) override {
    for (const Record::Event& e : r.events) {
      if (e.earliest.size() != 10 || e.latest.size() != 10) continue;
      out += first_ ? "\n" : ",\n";
      first_ = false;
      slide(r, e, out);
    }
  }
  void end(std::string& out) override { out += "\n]}\n"; }

  static void slide(const Record& r, const Record::Event& e, std::string& out) {
    JsonWriter j(out);
    j.open('{');
    date(j, "start_date", e.earliest);
    if (e.latest != e.earliest) date(j, "end_date", e.latest);
    j.key("unique_id").string(r.id + "#" + e.id);
    j.key("text").open('{');
    j.key("headline").string(escaped(headline(r, e)));
    j.key("text").string(
        escaped(quoted(r, {e.trigger.start > 80 ? e.trigger.start - 80 : 0, e.trigger.end + 80}) + " (" + r.id + ")"));
    j.close('}');
    j.close('}');
  }
  static void date(JsonWriter& j, std::string_view key, const std::string& day) {
    j.key(key).open('{');
    j.key("year").string(day.substr(0, 4));
    j.key("month").string(day.substr(5, 2));
    j.key("day").string(day.substr(8, 2));
    j.close('}');
  }
  static std::string headline(const Record& r, const Record::Event& e) {
    std::string out;
    for (const Record::Party& p : e.actors) out += party_name(r, p) + " ";
    out += e.type;
    for (const Record::Party& p : e.targets) out += " " + party_name(r, p);
    return out;
  }
  // TimelineJS shows its texts as HTML.
  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '<') out += "&lt;";
      else if (c == '>') out += "&gt;";
      else if (c == '&') out += "&amp;";
      else out += c;
    }
    return out;
  }

  bool first_ = true;
};

}  // namespace

std::unique_ptr<Exporter> make_annotation_export() { return std::make_unique<Annotations>(); }
std::unique_ptr<Exporter> make_timeline_export() { return std::make_unique<TimelineJs>(); }

}  // namespace greffier
