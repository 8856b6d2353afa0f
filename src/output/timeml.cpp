#include "output/timeml.h"

#include <fmt/format.h>

#include <iterator>

namespace greffier {
namespace {

// XML's five entities; control characters, which XML 1.0 cannot hold, become U+FFFD.
void append_xml(std::string& out, std::string_view text) {
  for (char c : text) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') out += "\xEF\xBF\xBD";
        else out += c;
    }
  }
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  fmt::format_to(std::back_inserter(out), " {}=\"", name);
  append_xml(out, value);
  out += '"';
}

void append_days(std::string& out, DaySpan days) {
  append_attribute(out, "earliest", iso_date(days.first));
  append_attribute(out, "latest", iso_date(days.last));
}

void append_creation_time(std::string& out, const Document& d) {
  const std::string value = d.day.single() ? iso_date(d.day.first) : d.article.published;
  out += "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\"";
  append_attribute(out, "value", value.empty() ? "XXXX-XX-XX" : value);
  append_days(out, d.day);
  out += " functionInDocument=\"CREATION_TIME\">";
  append_xml(out, d.article.published);
  out += "</TIMEX3></DCT>\n";
}

void append_time(std::string& out, const Document& d, Index i) {
  const Time& t = d.times[i];
  fmt::format_to(std::back_inserter(out), "<TIMEX3 tid=\"t{}\" type=\"{}\"", i + 1, spelling(t.type));
  append_attribute(out, "value", d.pooled(t.value));
  append_days(out, t.days);
  append_attribute(out, "rule", d.origins[t.origin]);
  out += '>';
  append_xml(out, d.text(t.place));
  out += "</TIMEX3>";
}

}  // namespace

std::string to_timeml(const Document& d, bool explain) {
  std::string out = "<TimeML";
  append_attribute(out, "docid", d.article.id);
  out += ">\n";
  append_creation_time(out, d);
  for (std::size_t i = 0; explain && i < d.day_reasons.size(); ++i) {
    out += "<REASON>";
    append_xml(out, d.day_reasons[i]);
    out += "</REASON>\n";
  }
  out += "<TEXT>";
  Index at = 0;
  for (Index i = 0; i < d.times.size(); ++i) {
    append_xml(out, d.text({at, d.times[i].place.begin}));
    append_time(out, d, i);
    at = d.times[i].place.end;
  }
  append_xml(out, d.text({at, static_cast<Index>(d.text().size())}));
  out += "</TEXT>\n</TimeML>\n";
  return out;
}

}  // namespace greffier
