// Who acted on whom, as GEXF 1.3, and who there is, as FollowTheMoney entities. Both join entities of several articles by
// their Wikidata id, else by name and type; so both hold one small entry a name in memory.
#include <cctype>
#include <map>
#include <set>

#include "output/exports.h"
#include "output/json.h"

namespace greffier {
namespace {

std::string key_of(const Record::Entity& e) { return e.kb.empty() ? e.type + ":" + e.name : e.kb; }

const Record::Entity* entity_of(const Record& r, std::string_view id) {
  for (const Record::Entity& e : r.entities)
    if (e.id == id) return &e;
  return nullptr;
}

std::string xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) < 0x20) out += ' ';
    else out += c;
  }
  return out;
}

class Gexf : public Exporter {
  void write(const Record& r, std::string&) override {
    for (const Record::Event& e : r.events)
      for (const Record::Party& a : e.actors)
        for (const Record::Party& t : e.targets) edge(entity_of(r, a.entity), e.type, entity_of(r, t.entity));
  }
  void edge(const Record::Entity* from, const std::string& type, const Record::Entity* to) {
    if (!from || !to) return;
    for (const Record::Entity* e : {from, to}) nodes_.emplace(key_of(*e), e->name);
    ++edges_[{key_of(*from), key_of(*to), type}];
  }
  void end(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
           "<graph defaultedgetype=\"directed\" mode=\"static\">\n<nodes>\n";
    for (const auto& [key, name] : nodes_) out += "<node id=\"" + xml(key) + "\" label=\"" + xml(name) + "\"/>\n";
    out += "</nodes>\n<edges>\n";
    std::size_t n = 0;
    for (const auto& [edge, weight] : edges_)
      out += "<edge id=\"" + std::to_string(n++) + "\" source=\"" + xml(edge.from) + "\" target=\"" + xml(edge.to) +
             "\" kind=\"" + edge.type + "\" label=\"" + edge.type + "\" weight=\"" + std::to_string(weight) + "\"/>\n";
    out += "</edges>\n</graph>\n</gexf>\n";
  }

  struct Edge {
    std::string from, to, type;
    friend auto operator<=>(const Edge&, const Edge&) = default;
  };
  std::map<std::string, std::string> nodes_;
  std::map<Edge, std::size_t> edges_;
};

class FollowTheMoney : public Exporter {
  void write(const Record& r, std::string& out) override {
    for (const Record::Entity& e : r.entities) {
      const std::string_view schema = e.type == "PER" ? "Person" : e.type == "ORG" ? "Organization" : "";
      if (!schema.empty() && seen_.insert(key_of(e)).second) entity(e, schema, out);
    }
  }
  static void entity(const Record::Entity& e, std::string_view schema, std::string& out) {
    JsonWriter j(out);
    j.open('{');
    j.key("id").string(id_of(e));
    j.key("schema").string(schema);
    j.key("properties").open('{');
    property(j, "name", e.name);
    if (is_wikidata(e.kb)) property(j, "wikidataId", e.kb);
    std::string country = e.country;
    for (char& c : country) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    property(j, "country", country);
    j.close('}');
    j.close('}');
    out += '\n';
  }
  // The pack's own entries (media:…, term:…) have no number there.
  static bool is_wikidata(const std::string& kb) {
    return kb.size() > 1 && kb[0] == 'Q' && kb.find_first_not_of("0123456789", 1) == std::string::npos;
  }
  static void property(JsonWriter& j, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    j.key(name).open('[');
    j.string(value);
    j.close(']');
  }
  // FollowTheMoney's ids hold no blanks: all but letters, figures and bytes above ASCII becomes a hyphen.
  static std::string id_of(const Record::Entity& e) {
    std::string id = "greffier-" + key_of(e);
    for (char& c : id)
      if (static_cast<unsigned char>(c) < 0x80 && !std::isalnum(static_cast<unsigned char>(c))) c = '-';
    return id;
  }

  std::set<std::string> seen_;
};

}  // namespace

std::unique_ptr<Exporter> make_gexf_export() { return std::make_unique<Gexf>(); }
std::unique_ptr<Exporter> make_ftm_export() { return std::make_unique<FollowTheMoney>(); }

}  // namespace greffier
