// Events as rows: CSV, and the columns of GDELT 2.0 that a record can fill; and as POLECAT-like JSON.
#include <algorithm>

#include "output/exports.h"
#include "output/json.h"

namespace greffier {
namespace {

using Parties = std::vector<Record::Party>;

// "A; B" of what `part` says of each party.
template <class Part>
std::string joined(const Parties& parties, Part part) {
  std::string out;
  for (const Record::Party& p : parties) out.append(out.empty() ? "" : "; ").append(part(p));
  return out;
}

std::string names(const Record& r, const Parties& parties) {
  return joined(parties, [&](const Record::Party& p) { return party_name(r, p); });
}
std::string countries(const Parties& parties) { return joined(parties, [](const Record::Party& p) { return p.country; }); }
std::string sectors(const Parties& parties) { return joined(parties, [](const Record::Party& p) { return p.sector; }); }

using Cells = std::vector<std::string>;

// A cell that a spreadsheet would run begins with an apostrophe, as in the tables of the command line.
std::string csv_cell(std::string cell) {
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos) cell.insert(0, 1, '\'');
  if (cell.find_first_of("\",\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

class Csv : public Exporter {
  void begin(std::string& out) override {
    row({"article", "event", "source", "earliest", "latest", "type", "mode", "cameo", "status", "actors", "actor_countries",
         "actor_sectors", "targets", "target_countries", "target_sectors", "trigger", "start", "end"},
        out);
  }
  void write(const Record& r, std::string& out) override {
    for (const Record::Event& e : r.events)
      row({r.id, e.id, r.source, e.earliest, e.latest, e.type, e.mode, e.cameo, e.status, names(r, e.actors),
           countries(e.actors), sectors(e.actors), names(r, e.targets), countries(e.targets), sectors(e.targets),
           quoted(r, e.trigger), std::to_string(e.trigger.start), std::to_string(e.trigger.end)},
          out);
  }
  static void row(const Cells& cells, std::string& out) {
    for (std::size_t i = 0; i < cells.size(); ++i) out.append(i ? "," : "").append(csv_cell(cells[i]));
    out += "\r\n";
  }
};

class Gdelt : public Exporter {
  void begin(std::string& out) override {
    row({"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "Actor1Name", "Actor1CountryCode", "Actor1Type1Code", "Actor2Name",
         "Actor2CountryCode", "Actor2Type1Code", "EventCode", "EventRootCode", "DATEADDED", "SOURCEURL"},
        out);
  }
  void write(const Record& r, std::string& out) override {
    for (const Record::Event& e : r.events) {
      const std::string day = e.earliest == e.latest ? digits(e.latest) : "";
      row({r.id + "#" + e.id, day, day.substr(0, 6), day.substr(0, 4), names(r, e.actors), countries(e.actors),
           sectors(e.actors), names(r, e.targets), countries(e.targets), sectors(e.targets), e.cameo, e.cameo.substr(0, 2),
           r.earliest == r.latest ? digits(r.latest) : "", r.url},
          out);
    }
  }
  static std::string digits(std::string day) {
    std::erase(day, '-');
    return day;
  }
  static void row(Cells cells, std::string& out) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::ranges::replace_if(cells[i], [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
      out.append(i ? "\t" : "").append(cells[i]);
    }
    out += '\n';
  }
};

class Polecat : public Exporter {
  void write(const Record& r, std::string& out) override {
    for (const Record::Event& e : r.events) {
      JsonWriter j(out);
      j.open('{');
      j.key("event_id").string(r.id + "#" + e.id);
      for (const auto& [key, value] :
           {std::pair("event_type", &e.type), std::pair("mode", &e.mode), std::pair("date_start", &e.earliest),
            std::pair("date_end", &e.latest), std::pair("status", &e.status), std::pair("story_id", &r.id),
            std::pair("source", &r.source), std::pair("url", &r.url)})
        j.key(key).string_or_null(*value);
      j.key("event_text").string(quoted(r, e.trigger));
      sides(j, "actors", r, e.actors);
      sides(j, "recipients", r, e.targets);
      j.close('}');
      out += '\n';
    }
  }
  static void sides(JsonWriter& j, std::string_view key, const Record& r, const Parties& parties) {
    j.key(key).open('[');
    for (const Record::Party& p : parties) {
      j.open('{');
      j.key("name").string(party_name(r, p));
      j.key("country").string_or_null(p.country);
      j.key("sector").string_or_null(p.sector);
      j.close('}');
    }
    j.close(']');
  }
};

}  // namespace

std::unique_ptr<Exporter> make_csv_export() { return std::make_unique<Csv>(); }
std::unique_ptr<Exporter> make_gdelt_export() { return std::make_unique<Gdelt>(); }
std::unique_ptr<Exporter> make_polecat_export() { return std::make_unique<Polecat>(); }

}  // namespace greffier
