// greffier quotes: who said what, one row a statement.
#include <algorithm>

#include "base/utf8.h"
#include "cli/articles.h"
#include "cli/commands.h"
#include "greffier/document.h"

namespace greffier {
namespace {

constexpr std::size_t kDay = 10, kSpeaker = 24, kType = 12, kAct = 8, kChain = 28, kLeastContent = 20;

// Runs of white space as one blank.
std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto [point, length] = utf8::decode(text, i);
    if (!utf8::is_space(point)) out.append(text.substr(i, length));
    else if (!out.empty() && out.back() != ' ') out += ' ';
    i += length;
  }
  return out;
}

// The text in a cell of `width` code points, cut with "…" or filled with blanks.
std::string cell(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t points = 0, last = 0;
  for (std::size_t i = 0; i < text.size(); ++points) {
    if (points == width) {
      out.resize(last);
      return out + "…";
    }
    last = out.size();
    const std::size_t length = utf8::decode(text, i).length;
    out.append(text.substr(i, length));
    i += length;
  }
  return out.append(width - points, ' ');
}

std::string speaker(const Document& d, const Statement& s) {
  std::string out;
  for (Index k = s.chain.begin; k < s.chain.end; ++k) {
    const Hop& hop = d.hops[k];
    if (hop.role != HopRole::origin) continue;
    if (!out.empty()) out += ", ";
    out += one_line(hop.entity == kNone ? d.text(hop.place) : d.pooled(d.entities[hop.entity].name));
  }
  return out.empty() ? "-" : out;
}

std::string content(const Document& d, const Statement& s) {
  std::string out;
  for (Index k = s.content.begin; k < s.content.end; ++k) out += (out.empty() ? "" : " … ") + one_line(d.text(d.spans[k]));
  return s.kind == StatementKind::direct ? "“" + out + "”" : out;
}

// What kind of source the mouth is: "official", "media"; "-" where it is not known.
std::string_view source_type(const Document& d, const Statement& s) {
  for (Index k = s.chain.begin; k < s.chain.end; ++k)
    if (d.hops[k].role == HopRole::origin && d.hops[k].type != SourceType::none) return spelling(d.hops[k].type);
  return "-";
}

// The hops behind the mouth: "for the Kremlin, by Belta, to AFP" as "spokes_for X; relay Y; channel Z".
std::string chain(const Document& d, const Statement& s) {
  std::string out;
  for (Index k = s.chain.begin; k < s.chain.end; ++k) {
    const Hop& hop = d.hops[k];
    if (hop.role == HopRole::origin) continue;
    if (!out.empty()) out += "; ";
    out.append(spelling(hop.role)).append(" ").append(one_line(d.text(hop.place)));
  }
  return out.empty() ? "-" : out;
}

std::string day(const Document& d, const Statement& s) {
  const DaySpan days = s.time != kNone && d.times[s.time].days.known() ? d.times[s.time].days : d.day;
  return days.single() ? iso_date(days.first) : days.known() ? iso_date(days.first) + "/" + iso_date(days.last) : "-";
}

std::string act(const Statement& s) {
  return (s.negative ? "not " : "") + std::string(spelling(s.act)) + (s.hearsay ? "?" : "");
}

void print_row(const Document& d, const Statement& s, std::size_t width, std::string& out) {
  const std::size_t fixed = kDay + kSpeaker + kType + kAct + kChain + 5;
  const std::size_t rest = std::max(kLeastContent, width > fixed ? width - fixed : 0);
  out += cell(day(d, s), kDay) + ' ' + cell(speaker(d, s), kSpeaker) + ' ' + cell(source_type(d, s), kType) + ' ' +
         cell(act(s), kAct) + ' ' + cell(content(d, s), rest) + ' ' + chain(d, s) + '\n';
}

void print_tabs(const Document& d, const Statement& s, std::string& out) {
  out += d.article.id + '\t' + day(d, s) + '\t' + speaker(d, s) + '\t' + std::string(source_type(d, s)) + '\t' + act(s) + '\t' +
         content(d, s) + '\t' + chain(d, s) + '\n';
}

int run(const Arguments& arguments, const Console& console) {
  const bool tabs = arguments.has("--tabs");
  const std::size_t width = arguments.number("--width", std::max(console.width, 120U), 80, 1000);
  return for_each_article(arguments, console,
                          {.goal = Layer::statements, .print = [=](const Document& document, std::string& out) {
                             for (const Statement& s : document.statements)
                               tabs ? print_tabs(document, s, out) : print_row(document, s, width, out);
                           }});
}

constexpr Flag kOwnFlags[] = {
    {"--tabs", "", "all in full: id, day, speaker, kind of source, act, content, chain with tabs between"},
    {"--width", "N", "columns of the table (default: those of the terminal)"},
};
constexpr std::span<const Flag> kFlags[] = {kOwnFlags, kArticleFlags};

}  // namespace

constinit const Command kQuotesCommand = {
    .name = "quotes",
    .summary = "Print who said what: day, speaker, act, content, chain",
    .operands = "[FILE…]",
    .details =
        "One row a statement: day, speaker, what kind of source that is (official, person, media, …), act, content, chain.\n"
        " The day is that of the saying where the text tells it, else the article's. \"not\" before an act\n"
        "says that the saying is negated, \"?\" behind it that the text marks it as unconfirmed.\n",
    .examples =
        "  greffier quotes articles.jsonl\n"
        "  greffier quotes --tabs articles.jsonl > quotes.tsv\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
