#include "output/exports.h"

#include "base/utf8.h"

namespace greffier {
namespace {

class JsonLines : public Exporter {
  void write(const Record& record, std::string& out) override { out += to_json(record) + "\n"; }
};

constexpr ExportForm kForms[] = {
    {"jsonl", "the records as Greffier writes them, one a line",
     [] { return std::unique_ptr<Exporter>(std::make_unique<JsonLines>()); }},
    {"csv", "events, comma-separated, safe for spreadsheets", make_csv_export},
    {"gdelt", "events in GDELT's column names, tab-separated", make_gdelt_export},
    {"polecat", "events as POLECAT-like JSON Lines", make_polecat_export},
    {"annotation", "W3C Web Annotations, one a line", make_annotation_export},
    {"gexf", "the network of actors, GEXF 1.3", make_gexf_export},
    {"timelinejs", "events with a known day, for TimelineJS", make_timeline_export},
    {"ftm", "FollowTheMoney entities, one a line", make_ftm_export},
};

}  // namespace

std::span<const ExportForm> export_forms() { return kForms; }

std::string_view name_of(const Record& record, std::string_view entity) {
  for (const Record::Entity& e : record.entities)
    if (e.id == entity) return e.name;
  return {};
}

std::string quoted(const Record& record, Span span) {
  std::size_t begin = record.text.size(), at = 0;
  for (std::uint32_t point = 0; at < record.text.size() && point < span.end; ++point) {
    if (point == span.start) begin = at;
    at += utf8::decode(record.text, at).length;
  }
  if (begin > at) return {};
  return record.text.substr(begin, at - begin);
}

std::string party_name(const Record& record, const Record::Party& party) {
  const std::string_view name = name_of(record, party.entity);
  return name.empty() ? quoted(record, party.span) : std::string(name);
}

}  // namespace greffier
