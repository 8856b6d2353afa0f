#include "stages/times/situate.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "pack/vocabulary.h"
#include "stages/times/tense.h"

namespace greffier::times {
namespace {

constexpr Index kMaxBack = 4;

constexpr std::pair<std::string_view, Link> kLinks[] = {{"since", Link::since},   {"from", Link::from},
                                                        {"until", Link::until},   {"by", Link::by},
                                                        {"before", Link::before}, {"after", Link::after}};

// The preposition before the expression, looked for across articles and other small words.
Link link_before(const TokenIndex& index, const Vocabulary& vocabulary, Index begin) {
  const ListId links = vocabulary.list("time-link"), glue = vocabulary.list("time-glue");
  if (links == kNoList) return Link::at;
  for (Index back = 1; back <= kMaxBack && back <= begin; ++back) {
    const Symbol symbol = index.form[begin - back];
    if (symbol == 0) return Link::at;
    const std::string_view word = vocabulary.value(symbol, links);
    for (const auto& [name, link] : kLinks)
      if (name == word) return link;
    if (glue == kNoList || !vocabulary.in_list(symbol, glue)) return Link::at;
  }
  return Link::at;
}

bool at_line_start(const Document& d, Index byte) {
  while (byte > 0 && (d.text()[byte - 1] == ' ' || d.text()[byte - 1] == '\t')) --byte;
  return byte == 0 || d.text()[byte - 1] == '\n';
}

// The start of a line, or a place and a comma behind it.
bool opens_line(const Document& d, Index token) {
  for (Index back = 0; back <= kMaxBack && back <= token; ++back) {
    const Token& t = d.tokens[token - back];
    const bool place = t.upos == Upos::PROPN || t.upos == Upos::PUNCT || utf8::is_upper(utf8::decode(d.form(t), 0).point);
    if (back > 0 && !place) return false;
    if (at_line_start(d, t.place.begin)) return true;
  }
  return false;
}

// A day at the start of a line, with a dash soon behind it, a full stop or the agency's name perhaps between them.
bool is_dateline(const Document& d, const TokenIndex& index, const Vocabulary& vocabulary, const Expression& e) {
  if (e.kind != Kind::day || !opens_line(d, e.tokens.begin)) return false;
  const ListId marks = vocabulary.list("dateline-mark");
  constexpr Index kNear = 6;
  const Index end = std::min<Index>(static_cast<Index>(d.tokens.size()), e.tokens.end + kNear);
  for (Index i = e.tokens.end; i < end; ++i)
    if (index.form[i] != 0 && marks != kNoList && vocabulary.in_list(index.form[i], marks)) return true;
  return false;
}

bool opens_bracket_behind(const Document& d, const Expression& before, const Expression& here) {
  return here.tokens.begin == before.tokens.end + 1 && d.form(d.tokens[before.tokens.end]) == "(";
}

bool names_day(const Expression& e) {
  return e.kind == Kind::weekday || e.kind == Kind::day || (e.kind == Kind::shift && e.unit == Unit::day);
}

// How only words of the list `time-span` between two times join them.
Joined joined_to(const TokenIndex& index, const Vocabulary& vocabulary, const Expression& before, const Expression& here) {
  const ListId list = vocabulary.list("time-span");
  if (list == kNoList || here.tokens.begin <= before.tokens.end || here.tokens.begin - before.tokens.end > kMaxBack)
    return Joined::no;
  Joined out = Joined::no;
  for (Index i = before.tokens.end; i < here.tokens.begin; ++i) {
    if (index.form[i] == 0 || !vocabulary.in_list(index.form[i], list)) return Joined::no;
    const std::string_view word = vocabulary.value(index.form[i], list);
    if (word == "to") out = Joined::to;
    if (word == "also" && out == Joined::no) out = Joined::also;
  }
  return out;
}

// "On Wednesday, five days after the attack of 13 November".
bool parts_days(const TokenIndex& index, const Vocabulary& vocabulary, const Expression& before, const Expression& e,
                const Expression& behind) {
  const bool count = e.kind == Kind::duration && (e.unit == Unit::day || e.unit == Unit::week) && e.n > 0;
  if (!count || !names_day(before) || behind.kind != Kind::day || e.tokens.end >= index.form.size()) return false;
  const Symbol next = index.form[e.tokens.end];
  const ListId links = vocabulary.list("time-link");
  return next != 0 && links != kNoList && vocabulary.value(next, links) == "after";
}

bool in_brackets(const Document& d, Index begin) {
  constexpr Index kFar = 30;
  for (Index back = 1; back <= kFar && back <= begin; ++back) {
    const std::string_view form = d.form(d.tokens[begin - back]);
    if (form == "(") return true;
    if (form == ")" || form == ".") return false;
  }
  return false;
}

// "The news of 8 p.m.", as against what happens at 8 p.m.
bool is_complement(const TokenIndex& index, const Vocabulary& vocabulary, Index begin) {
  const ListId of = vocabulary.list("role-of"), glue = vocabulary.list("time-glue");
  for (Index back = 1; back <= kMaxBack && back <= begin && index.form[begin - back] != 0; ++back) {
    if (vocabulary.in_list(index.form[begin - back], of)) return true;
    if (!vocabulary.in_list(index.form[begin - back], glue)) return false;
  }
  return false;
}

bool dates_a_saying(const Expression& e) {
  const bool day = e.kind == Kind::day || e.kind == Kind::weekday ||
                   (e.kind == Kind::shift && e.unit == Unit::day && e.anchor == Anchor::now);
  return day && !e.quoted && !e.dateline && e.narrative && e.link == Link::at && e.tense != Tense::future;
}

// What is said in quotation marks counts from the day of the saying, where the sentence tells one and only one.
void find_speakers(std::size_t from, std::vector<Expression>& all) {
  Index saying = kNone;
  for (std::size_t i = from; i < all.size(); ++i) {
    if (!dates_a_saying(all[i])) continue;
    if (saying != kNone) return;
    saying = static_cast<Index>(i);
  }
  for (std::size_t i = from; i < all.size(); ++i)
    if (all[i].quoted) all[i].speaker = saying;
}

}  // namespace

Index lead_sentence(const Document& d) {
  for (Index i = 0; i < d.sentences.size(); ++i) {
    const TokenRange r = d.sentences[i].tokens;
    if (d.sentences[i].heading) continue;
    for (Index t = r.begin; t < r.end; ++t)
      if (d.tokens[t].upos == Upos::VERB) return i;
  }
  return kNone;
}

void situate(const Document& d, const TokenIndex& index, const Vocabulary& vocabulary, bool lead, std::size_t from,
             std::vector<Expression>& all) {
  for (std::size_t i = from; i < all.size(); ++i) {
    Expression& e = all[i];
    e.lead = lead;
    e.quoted = (index.layers[e.tokens.begin] & kInQuote) != 0;
    e.link = link_before(index, vocabulary, e.tokens.begin);
    e.tense = tense_above(d, index, vocabulary, e.tokens);
    if (e.link == Link::by) e.link = Link::until, e.tense = Tense::future;
    e.narrative = (hangs_on_story(d, e.tokens) && !in_brackets(d, e.tokens.begin)) ||
                  (e.hour >= 0 && !is_complement(index, vocabulary, e.tokens.begin));
    e.dateline = is_dateline(d, index, vocabulary, e);
    if (i > from) e.joined = joined_to(index, vocabulary, all[i - 1], e);
    e.same_as_before = i > from && opens_bracket_behind(d, all[i - 1], e);
  }
  for (std::size_t i = from + 1; i + 1 < all.size(); ++i)
    all[i].apart = parts_days(index, vocabulary, all[i - 1], all[i], all[i + 1]);
  find_speakers(from, all);
}

}  // namespace greffier::times
