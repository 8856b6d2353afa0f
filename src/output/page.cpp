// Tested in tests/unit/page_test.cpp.
#include "output/page.h"

#include <fmt/format.h>

#include <map>

#include "base/utf8.h"
#include "output/columns.h"
#include "output/days.h"
#include "output/layout.h"
#include "output/marked_text.h"

namespace greffier {
namespace {

Line words(std::string text, std::uint8_t ink = kPlain) { return {{std::move(text), ink}}; }

class Page {
 public:
  Page(const Record& record, const PageStyle& style) : r_(record), style_(style) {
    for (std::size_t at = 0; at < r_.text.size(); at += utf8::decode(r_.text, at).length) bytes_.push_back(at);
    bytes_.push_back(r_.text.size());
    for (const Record::Entity& e : r_.entities) entities_[e.id] = &e;
    for (const Record::Time& t : r_.times) times_[t.id] = &t;
  }

  std::string text() {
    head();
    for (const Line& line : wrap(marked_text(r_), style_.width)) paint(out_, line, style_.colour), out_.push_back('\n');
    statements();
    section("Events", events());
    section("Times", times());
    section("Names", names());
    out_.push_back('\n');
    return std::move(out_);
  }

 private:
  std::string at(const Span& span) const {
    const std::size_t begin = bytes_.at(span.start);
    return one_line(std::string_view(r_.text).substr(begin, bytes_.at(span.end) - begin));
  }

  void paint_wrapped(const Line& line) {
    for (const Line& part : wrap(line, style_.width)) paint(out_, part, style_.colour), out_.push_back('\n');
  }

  void head() {
    std::string rule;
    for (unsigned i = 0; i < style_.width; ++i) rule += "─";
    paint(out_, words(rule, kFaint), style_.colour);
    out_.push_back('\n');
    std::string line = one_line(r_.id);
    const std::string day = short_days(r_.earliest, r_.latest);
    for (const std::string& part : {one_line(r_.source), day.empty() ? std::string("day not known") : day, one_line(r_.url)})
      if (!part.empty()) line += " · " + part;
    paint_wrapped(words(line, kFaint));
    if (!r_.title.empty() && !r_.text.starts_with(r_.title)) paint_wrapped(words(one_line(r_.title), kHead));
    out_.push_back('\n');
  }

  void title(std::string_view text) {
    out_.push_back('\n');
    paint(out_, words(std::string(text), kHead), style_.colour);
    out_.push_back('\n');
  }

  void section(std::string_view name, const Grid& grid) {
    if (grid.rows.empty()) return;
    title(name);
    paint(out_, grid, style_.width, style_.colour);
  }

  // "il (Alexandre Loukachenko)" where the entity's name says more than the text does there.
  void named(Line& line, const Span& span, const std::string& entity) const {
    line.push_back({at(span), kName});
    const auto known = entities_.find(entity);
    if (known == entities_.end()) return;
    const std::string name = one_line(known->second->name);
    if (line.back().text.find(name) == std::string::npos) line.push_back({fmt::format(" ({})", name), kPlain});
  }

  Line chain(const Record::Statement& s) const {
    Line line;
    for (const Record::Hop& hop : s.chain) {
      if (!line.empty()) line.push_back({joint(hop.role), kFaint});
      named(line, hop.span, hop.entity);
    }
    return line.empty() ? words("not named", kFaint) : line;
  }

  static std::string joint(std::string_view role) {
    if (role == "origin") return " and ";
    if (role == "spokes_for") return " for ";
    return role == "relay" ? " ← passed on by " : " ← in ";
  }

  std::string when(const std::string& time) const {
    const auto known = times_.find(time);
    if (known == times_.end()) return {};
    const std::string span = short_days(known->second->earliest, known->second->latest);
    return span.empty() ? known->second->value : span;
  }

  // "assert, direct, 2020-08-15, in s1"
  std::string how(const Record::Statement& s) const {
    std::string text = fmt::format("{}{}, {}", s.polarity == "negative" ? "not " : "", s.act, s.kind);
    if (s.hearsay) text += ", hearsay";
    if (const std::string day = when(s.time); !day.empty()) text += ", " + day;
    return s.inside.empty() ? text : text + ", in " + s.inside;
  }

  std::string content(const Record::Statement& s) const {
    std::string text;
    for (const Span& span : s.content) text += (text.empty() ? "" : " … ") + at(span);
    return text;
  }

  // Two lines each: who through whom; how, and how it begins (the text above has it whole).
  void statements() {
    if (r_.statements.empty()) return;
    title("Statements");
    const unsigned indent = columns(r_.statements.back().id) + 4, room = style_.width - std::min(style_.width - 10, indent);
    for (const Record::Statement& s : r_.statements) {
      std::string label = "  " + s.id;
      for (const Line& line : wrap(chain(s), room)) {
        paint(out_, words(label + std::string(indent - columns(label), ' '), kFaint), style_.colour);
        paint(out_, line, style_.colour);
        out_.push_back('\n'), label.clear();
      }
      const std::string said = how(s) + ": ";
      const unsigned left = room - std::min(room - 10, columns(said));
      out_.append(indent, ' ');
      paint(out_, {{said, kFaint}, {shortened(content(s), left), kSaid}}, style_.colour);
      out_.push_back('\n');
    }
  }

  Line parties(const std::vector<Record::Party>& side) const {
    Line line;
    for (const Record::Party& p : side) {
      if (!line.empty()) line.push_back({", ", kFaint});
      const auto known = entities_.find(p.entity);
      line.push_back({known == entities_.end() ? at(p.span) : one_line(known->second->name), kName});
      const std::string kind = p.country + (p.country.empty() || p.sector.empty() ? "" : " ") + p.sector;
      if (!kind.empty()) line.push_back({" " + kind, kFaint});
    }
    return line;
  }

  Grid events() const {
    Grid grid{{"", "what", "when", "who", "deed", "to whom", "status", "said in"}, {}};
    for (const Record::Event& e : r_.events) {
      std::string says;
      for (const std::string& id : e.according_to) says += (says.empty() ? "" : " ") + id;
      grid.rows.push_back({words(e.id, kFaint), words(e.type + (e.mode.empty() ? "" : " " + e.mode)),
                           words(short_days(e.earliest, e.latest)), parties(e.actors), words(at(e.trigger), kDeed),
                           parties(e.targets), words(e.status), words(says)});
    }
    return grid;
  }

  Grid times() const {
    Grid grid{{"", "time", "value", "days"}, {}};
    for (const Record::Time& t : r_.times)
      grid.rows.push_back(
          {words(t.id, kFaint), words(at(t.span), kTime), words(t.value), words(short_days(t.earliest, t.latest))});
    return grid;
  }

  Grid names() const {
    Grid grid{{"", "name", "kind", "of", "known as", "in the text as"}, {}};
    for (const Record::Entity& e : r_.entities) {
      std::map<std::string, int> forms;
      for (const Record::Mention& m : e.mentions) ++forms[at(m.span)];
      std::string as;
      for (const auto& [form, count] : forms)
        as += (as.empty() ? "" : ", ") + form + (count > 1 ? fmt::format(" ×{}", count) : "");
      grid.rows.push_back({words(e.id, kFaint), words(one_line(e.name), kName), words(e.type),
                           words(e.country + (e.country.empty() || e.sector.empty() ? "" : " ") + e.sector), words(e.kb),
                           words(as)});
    }
    return grid;
  }

  const Record& r_;
  const PageStyle style_;
  std::vector<std::size_t> bytes_;  // of each code point
  std::map<std::string, const Record::Entity*, std::less<>> entities_;
  std::map<std::string, const Record::Time*, std::less<>> times_;
  std::string out_;
};

}  // namespace

std::string page_of(const Record& record, const PageStyle& style) { return Page(record, style).text(); }

}  // namespace greffier
