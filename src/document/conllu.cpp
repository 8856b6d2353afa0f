// Writes and reads CoNLL-U. White space is escaped as UDPipe does (\s \t \n \r \p for the bar, \\), so that a document comes
// back with its very text. Empty nodes and features that Feats lacks are left out. Tested in tests/unit/conllu_test.cpp.
#include "document/conllu.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/strings.h"
#include "base/utf8.h"
#include "greffier/error.h"

namespace greffier {
namespace {

constexpr std::pair<char, char> kEscapes[] = {{' ', 's'}, {'\t', 't'}, {'\n', 'n'}, {'\r', 'r'}, {'|', 'p'}, {'\\', '\\'}};

void escape(std::string_view text, std::string& out) {
  for (char c : text) {
    const auto* found = std::find_if(std::begin(kEscapes), std::end(kEscapes), [c](const auto& e) { return e.first == c; });
    if (found == std::end(kEscapes)) out += c;
    else out += {'\\', found->second};
  }
}

std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char* plain = nullptr;
    if (text[i] == '\\' && i + 1 < text.size())
      for (const auto& e : kEscapes)
        if (e.second == text[i + 1]) plain = &e.first;
    if (plain) ++i;
    out += plain ? *plain : text[i];
  }
  return out;
}

class Writer {
 public:
  explicit Writer(const Document& document) : d_(document), points_(document.text()) {}

  std::string all() {
    out_ += d_.article.id.empty() ? "# newdoc\n" : fmt::format("# newdoc id = {}\n", one_line(d_.article.id));
    for (Index i = 0; i < d_.sentences.size(); ++i) sentence(d_.sentences[i], i + 1);
    return std::move(out_);
  }

 private:
  std::string one_line(std::string_view text) const {
    std::string line(text);
    for (char& c : line)
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    return line;
  }

  void sentence(const Sentence& s, Index number) {
    fmt::format_to(std::back_inserter(out_), "# sent_id = {}\n{}# text = {}\n", number, s.heading ? "# heading = Yes\n" : "",
                   one_line(d_.text(s.place)));
    for (Index i = s.tokens.begin; i < s.tokens.end; ++i) word(s, i);
    out_ += '\n';
  }

  void space_before() {
    const Index begin = d_.tokens[0].place.begin;
    if (begin > 0) out_ += "SpacesBefore=", escape(d_.text().substr(0, begin), out_), out_ += '|';
  }

  // The white space behind the surface token that ends with word `i`, as MISC says it.
  void place(Index i) {
    const ByteRange here = d_.tokens[i].place;
    const Index next = i + 1 < d_.tokens.size() ? d_.tokens[i + 1].place.begin : static_cast<Index>(d_.text().size());
    const std::string_view gap = d_.text().substr(here.end, next - here.end);
    if (i == 0) space_before();
    if (gap.empty()) out_ += "SpaceAfter=No|";
    else if (gap != " ") out_ += "SpacesAfter=", escape(gap, out_), out_ += '|';
    fmt::format_to(std::back_inserter(out_), "TokenRange={}:{}\n", points_(here.begin), points_(here.end));
  }

  void word(const Sentence& s, Index i) {
    const Token& t = d_.tokens[i];
    const Index id = i - s.tokens.begin + 1;
    if (t.multi == MultiWord::first) {
      Index last = i;
      while (last + 1 < s.tokens.end && d_.tokens[last + 1].multi == MultiWord::later) ++last;
      fmt::format_to(std::back_inserter(out_), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t", id, last - s.tokens.begin + 1,
                     d_.text(t.place));
      if (i == 0) space_before();
      place(last);
    }
    const bool parsed = t.relation.base != Deprel::none;
    const std::string head = !parsed ? "_" : t.head == kNone ? "0" : fmt::format("{}", t.head - s.tokens.begin + 1);
    fmt::format_to(std::back_inserter(out_), "{}\t{}\t{}\t{}\t_\t{}\t{}\t{}\t_\t", id, d_.form(t),
                   t.lemma.empty() ? "_" : d_.lemma(t), spelling(t.upos), spelling(t.feats), head, spelling(t.relation));
    if (t.multi == MultiWord::none) place(i);
    else out_ += "_\n";
  }

  const Document& d_;
  utf8::CodePoints points_;
  std::string out_;
};

struct Line {
  std::vector<std::string_view> cells;
  std::size_t number;
};

std::string_view misc(std::string_view cell, std::string_view key) {
  for (std::string_view part : split(cell, '|'))
    if (part.size() > key.size() && part.starts_with(key) && part[key.size()] == '=') return part.substr(key.size() + 1);
  return {};
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view name) : text_(text), name_(name) {}

  std::vector<Document> all() {
    std::size_t number = 0;
    for (std::string_view line : split_lines(text_)) {
      ++number;
      if (trim(line).empty()) end_sentence();
      else if (line[0] == '#') comment(line);
      else row({split(line, '\t'), number});
    }
    end_document();
    std::erase_if(documents_, [](const Document& d) { return d.tokens.empty(); });
    for (Document& d : documents_) finish(d);
    return std::move(documents_);
  }

 private:
  void finish(Document& d) const {
    for (Sentence& s : d.sentences) s.place = d.place_of(s.tokens);
    if (const std::string wrong = check(d); !wrong.empty()) throw Error(ErrorCode::input, fmt::format("{}: {}", name_, wrong));
  }

  [[noreturn]] void fail(std::size_t line, std::string_view what) const {
    throw Error(ErrorCode::input, fmt::format("{}:{}: {}", name_, line, what));
  }
  [[noreturn]] void fail(const Line& line, std::string_view what) const { fail(line.number, what); }

  Index number_of(const Line& line, std::string_view text) const {
    Index value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) fail(line, fmt::format("'{}' is no number", text));
    return value;
  }

  void comment(std::string_view line) {
    const std::string_view what = trim(line.substr(1));
    if (what.starts_with("newdoc")) new_document(what);
    if (what.starts_with("newpar")) paragraph_ = true;
    if (what == "heading = Yes") heading_ = true;
  }

  // White space behind the last word counts where the file shows it.
  void end_document() {
    end_sentence();
    if (!documents_.empty() && gap_ != " ") documents_.back().article.text += gap_;
    gap_.clear();
  }

  void new_document(std::string_view line) {
    end_document();
    documents_.emplace_back();
    if (const std::size_t id = line.find("id = "); id != std::string_view::npos)
      documents_.back().article.id = line.substr(id + 5);
  }

  void row(const Line& line) {
    if (line.cells.size() != 10) fail(line, fmt::format("has {} columns instead of 10", line.cells.size()));
    if (documents_.empty()) documents_.emplace_back();
    const std::string_view id = line.cells[0];
    if (id.find('.') != std::string_view::npos) return;
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) return multi_word(line, dash);
    word(line);
  }

  // Appends a surface token to the text, behind the white space that is due.
  ByteRange surface(const Line& line) {
    std::string& text = documents_.back().article.text;
    const std::string_view before = misc(line.cells[9], "SpacesBefore");
    if (text.empty()) text += unescape(before);
    else text += paragraph_ && (gap_.empty() || gap_ == " ") ? std::string("\n\n") : gap_;
    paragraph_ = false;
    const auto begin = static_cast<Index>(text.size());
    text += line.cells[1];
    if (line.cells[1].empty()) fail(line, "the form is empty");
    if (!utf8::valid(line.cells[1])) fail(line, "the form is not valid UTF-8");
    const std::string_view spaces = misc(line.cells[9], "SpacesAfter");
    gap_ = misc(line.cells[9], "SpaceAfter") == "No" ? std::string() : spaces.empty() ? std::string(" ") : unescape(spaces);
    return {begin, static_cast<Index>(text.size())};
  }

  void multi_word(const Line& line, std::size_t dash) {
    if (multi_left_ > 0) fail(line, "a multi-word token within another one");
    multi_place_ = surface(line);
    multi_left_ = number_of(line, line.cells[0].substr(dash + 1)) + 1 - number_of(line, line.cells[0].substr(0, dash));
    multi_first_ = true;
    if (multi_left_ < 1 || multi_left_ > 20) fail(line, "a multi-word token of no words or too many");
  }

  void word(const Line& line) {
    Document& d = documents_.back();
    Token t;
    if (multi_left_ > 0) {
      t.place = multi_place_;
      t.multi = multi_first_ ? MultiWord::first : MultiWord::later;
      multi_first_ = false, --multi_left_;
      t.form = d.keep(line.cells[1]);
    } else {
      t.place = surface(line);
    }
    t.space_after = !gap_.empty();
    if (line.cells[2] != "_" || line.cells[1] == "_") t.lemma = d.keep(line.cells[2]);
    if (const auto upos = upos_from(line.cells[3])) t.upos = *upos;
    else if (line.cells[3] != "_") fail(line, fmt::format("'{}' is no tag of Universal Dependencies", line.cells[3]));
    t.feats = feats_from(line.cells[5]);
    if (line.cells[7] != "_") t.relation = relation_from(line.cells[7]);
    if (number_of(line, line.cells[0]) != heads_.size() + 1) fail(line, fmt::format("is not word {}", heads_.size() + 1));
    heads_.push_back({line.cells[6] == "_" ? 0 : number_of(line, line.cells[6]), line.number});
    d.tokens.push_back(t);
  }

  void end_sentence() {
    if (multi_left_ > 0)
      throw Error(ErrorCode::input, fmt::format("{}: a multi-word token lacks {} of its words", name_, multi_left_));
    if (heads_.empty()) return;
    Document& d = documents_.back();
    const auto end = static_cast<Index>(d.tokens.size()), begin = end - static_cast<Index>(heads_.size());
    for (Index i = begin; i < end; ++i) {
      const auto [head, line] = heads_[i - begin];
      if (head > heads_.size()) fail(line, fmt::format("the head {} lies outside of its sentence", head));
      if (head > 0) d.tokens[i].head = begin + head - 1;
    }
    d.sentences.push_back({{begin, end}, {}, heading_});
    heads_.clear();
    heading_ = false;
  }

  std::string_view text_;
  std::string_view name_;
  std::vector<Document> documents_;
  struct Head {
    Index word;  // 0 is the root
    std::size_t line;
  };
  std::vector<Head> heads_;  // of the sentence being read, as its rows say them
  std::string gap_;
  ByteRange multi_place_;
  Index multi_left_ = 0;
  bool multi_first_ = false, paragraph_ = false, heading_ = false;
};

}  // namespace

std::string to_conllu(const Document& document) { return Writer(document).all(); }

std::vector<Document> from_conllu(std::string_view text, std::string_view name) { return Reader(text, name).all(); }

}  // namespace greffier
