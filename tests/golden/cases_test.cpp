// Golden cases: tests/golden/*.case. A case is a block of lines; `text` goes in, and each other line says what a layer must
// show, one line for each item, in order:
//
//     case       a contraction
//     date       2020-08-15
//     text       Le chat du voisin dort.
//     tokens     Le | chat | du=de+le | voisin | dort | .
//     sentences  Le chat du voisin dort.
//
// In `text`, \n is a line's end and \u{A0} a code point. Layers: tokens, sentences (a title is marked by `# ` before it),
// quotes (the inner text, `> ` before it for each pair around it, `… ` where it is never closed), lemmas, tags, tree, names;
// `said` shows each statement in one line ("nothing" where there is none); `day` what is known of the article's day and why
// (`date none` is an unknown day), `dated` the times with their values; `mention`, `time`, `statement`, `event` show those
// lines of dump() that begin with the word.
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/blocks.h"
#include "base/mapped_file.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "greffier/error.h"
#include "greffier/pipeline.h"
#include "support/engine.h"

namespace greffier {
namespace {

using Lines = std::vector<std::string>;

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("\\n")) {
      out += '\n', ++at;
    } else if (rest.starts_with("\\u{")) {
      std::uint32_t point = 0;
      std::from_chars(rest.data() + 3, rest.data() + rest.size(), point, 16);
      utf8::append(out, static_cast<char32_t>(point));
      at += std::min(rest.find('}'), rest.size() - 1);
    } else {
      out += text[at];
    }
  }
  return out;
}

std::string visible(std::string_view text) {
  std::string out;
  for (char c : text) out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out;
}

// The words joined by " | "; `word` shows one.
template <class Word>
Lines joined(const Document& d, Word word) {
  std::string line;
  for (Index i = 0; i < d.tokens.size(); ++i) {
    const bool later = d.tokens[i].multi == MultiWord::later;
    line.append(i == 0 ? "" : later ? "+" : " | ").append(word(d.tokens[i], later));
  }
  return {line};
}

Lines tokens(const Document& d) {
  return joined(d, [&](const Token& t, bool) {
    const std::string form(d.form(t));
    return t.multi == MultiWord::first ? visible(d.text(t.place)) + "=" + form : visible(form);
  });
}

Lines lemmas(const Document& d) {
  return joined(d, [&](const Token& t, bool) { return std::string(d.lemma(t)); });
}

Lines tags(const Document& d) {
  return joined(d, [&](const Token& t, bool) { return std::string(d.form(t)) + "/" + std::string(spelling(t.upos)); });
}

Lines sentences(const Document& d) {
  Lines lines;
  for (const Sentence& s : d.sentences) lines.push_back((s.heading ? "# " : "") + visible(d.text(s.place)));
  return lines;
}

Lines quotes(const Document& d) {
  Lines lines;
  for (const Quote& q : d.quotes) {
    std::string line = q.closed ? "" : "… ";
    for (Index up = q.inside; up != kNone; up = d.quotes[up].inside) line = "> " + line;
    lines.push_back(line + std::string(trim(visible(d.text(q.inner)))));
  }
  return lines;
}

// "Il nsubj dort; …": each word but marks with its relation and its head.
Lines tree(const Document& d) {
  std::string line;
  for (const Token& t : d.tokens) {
    if (t.upos == Upos::PUNCT) continue;
    line.append(line.empty() ? "" : "; ").append(d.form(t)).append(" ").append(spelling(t.relation));
    if (t.head != kNone) line.append(" ").append(d.form(d.tokens[t.head]));
  }
  return {line};
}

// "Oslo LOC; Marie Petit PER": the proper names alone, in text order.
Lines names(const Document& d) {
  std::string line;
  for (const Mention& m : d.mentions)
    if (m.kind == MentionKind::name)
      line.append(line.empty() ? "" : "; ").append(d.text(m.place)).append(" ").append(spelling(m.type));
  return {line};
}

// "indirect assert «it rains» origin «Marie» inside s1": each statement in one line; "nothing" where there is none.
Lines said(const Document& d) {
  Lines lines;
  for (const Statement& s : d.statements) {
    std::string line = std::string(spelling(s.kind)) + " " + std::string(spelling(s.act)) + (s.negative ? " negative" : "") +
                       (s.hearsay ? " hearsay" : "");
    for (Index k = s.content.begin; k < s.content.end; ++k) line += " «" + visible(d.text(d.spans[k])) + "»";
    for (Index k = s.chain.begin; k < s.chain.end; ++k)
      line += " " + std::string(spelling(d.hops[k].role)) + " «" + visible(d.text(d.hops[k].place)) + "»";
    if (s.inside != kNone) line += " inside s" + std::to_string(s.inside + 1);
    lines.push_back(line);
  }
  return lines.empty() ? Lines{"nothing"} : lines;
}

Lines dumped(const Document& d, std::string_view word) {
  Lines lines;
  const std::string text = dump(d);
  for (std::string_view line : split_lines(text))
    if (line.starts_with(std::string(word) + " ")) lines.emplace_back(line.substr(word.size() + 1));
  return lines;
}

// "2020-08-15" or "2020-08-09..2020-08-31", then the reasons, one a line.
Lines day(const Document& d) {
  Lines lines{d.day.single() ? iso_date(d.day.first) : iso_date(d.day.first) + ".." + iso_date(d.day.last)};
  lines.insert(lines.end(), d.day_reasons.begin(), d.day_reasons.end());
  return lines;
}

// "samedi 2020-08-15; hier 2020-08-14"
Lines dated(const Document& d) {
  std::string line;
  for (const Time& t : d.times)
    line.append(line.empty() ? "" : "; ").append(d.text(t.place)).append(" ").append(d.pooled(t.value));
  return {line};
}

struct Shown {
  std::string_view key;
  Layer goal;
  Lines (*show)(const Document&);
};
constexpr Layer kMarks = Layer::tokens | Layer::sentences | Layer::quotes;
constexpr Shown kShown[] = {
    {"tokens", kMarks, tokens},
    {"sentences", kMarks, sentences},
    {"quotes", kMarks, quotes},
    {"lemmas", Layer::lemmas, lemmas},
    {"tags", Layer::tags, tags},
    {"tree", Layer::tree, tree},
    {"names", Layer::names, names},
    {"day", Layer::day, day},
    {"dated", Layer::day, dated},
    {"mention", Layer::entities, [](const Document& d) { return dumped(d, "mention"); }},
    {"time", Layer::day, [](const Document& d) { return dumped(d, "time"); }},
    {"statement", Layer::statements, [](const Document& d) { return dumped(d, "statement"); }},
    {"said", Layer::statements, said},
    {"event", Layer::events, [](const Document& d) { return dumped(d, "event"); }},
};

std::string value(const Block& block, std::string_view key) {
  for (const BlockLine& line : block)
    if (line.key == key) return line.value;
  return {};
}

Document run(const Pipeline& pipeline, const Block& block) {
  Document document;
  document.article.text = unescaped(value(block, "text"));
  document.article.lang = pipeline.pack().lang;
  const std::string date = value(block, "date");
  document.article.published = date.empty() ? "2020-08-15" : date == "none" ? "" : date;
  document.article.published_span = parse_iso_span(document.article.published).value_or(DaySpan{});
  const WorkspacePtr workspace = make_workspace();
  pipeline.run(*workspace, document);
  return document;
}

void check_layer(const std::shared_ptr<const Pack>& pack, const Block& block, const Shown& layer) {
  Lines expected;
  for (const BlockLine& line : block)
    if (line.key == layer.key) expected.push_back(visible(unescaped(line.value)));
  if (expected.empty()) return;
  const Document document = run(Pipeline(pack, layer.goal), block);
  EXPECT_EQ(check(document), "");
  EXPECT_EQ(layer.show(document), expected) << layer.key << " of line " << block[0].line << ": " << value(block, "case");
}

class Cases : public testing::TestWithParam<std::string> {};

TEST_P(Cases, ShowWhatTheySay) {
  const std::filesystem::path path = std::filesystem::path(GREFFIER_SOURCE_DIR) / "tests/golden" / (GetParam() + ".case");
  const std::string text = read_file(path);
  const auto pack = load_pack(std::filesystem::path(GREFFIER_SOURCE_DIR) / "packs/fr");
  for (const Block& block : parse_blocks(text, path.string())) {
    SCOPED_TRACE(path.filename().string() + ":" + std::to_string(block[0].line));
    for (const Shown& layer : kShown) check_layer(pack, block, layer);
  }
}

std::vector<std::string> case_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(GREFFIER_SOURCE_DIR) / "tests/golden"))
    if (entry.path().extension() == ".case") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Golden, Cases, testing::ValuesIn(case_files()), [](const auto& each) { return each.param; });

}  // namespace
}  // namespace greffier
