// Every invariant of a Document, in the order of the layers. Each law is a function that names what is broken.
#include <fmt/format.h>

#include "base/utf8.h"
#include "greffier/document.h"

namespace greffier {
namespace {

bool on_boundary(std::string_view text, Index byte) {
  return byte <= text.size() && (byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80);
}

bool sound(const Document& d, ByteRange r) {
  return r.begin <= r.end && on_boundary(d.text(), r.begin) && on_boundary(d.text(), r.end);
}
bool sound(const Document& d, PoolRange r) { return r.begin <= r.end && r.end <= d.pool.size(); }
bool sound(ItemRange r, std::size_t size) { return r.begin <= r.end && r.end <= size; }
bool index_or_none(Index i, std::size_t size) { return i == kNone || i < size; }

std::string check_tokens(const Document& d) {
  ByteRange before;
  for (Index i = 0; i < d.tokens.size(); ++i) {
    const Token& t = d.tokens[i];
    if (!sound(d, t.place) || t.place.empty())
      return fmt::format("token {}: place [{}, {}) is no text", i, t.place.begin, t.place.end);
    if (!sound(d, t.form) || !sound(d, t.lemma)) return fmt::format("token {}: form or lemma lies outside the pool", i);
    const bool joined = t.multi == MultiWord::later;
    if (joined ? t.place != before : t.place.begin < before.end) return fmt::format("token {}: place is out of order", i);
    if (t.head != kNone && t.head >= d.tokens.size()) return fmt::format("token {}: head {} does not exist", i, t.head);
    before = t.place;
  }
  return {};
}

std::string check_sentences(const Document& d) {
  Index next = 0;
  for (Index i = 0; i < d.sentences.size(); ++i) {
    const Sentence& s = d.sentences[i];
    if (s.tokens.begin != next || s.tokens.empty()) return fmt::format("sentence {}: tokens do not follow the last one", i);
    if (s.tokens.end > d.tokens.size()) return fmt::format("sentence {}: more tokens than there are", i);
    if (s.place != d.place_of(s.tokens)) return fmt::format("sentence {}: place is not that of its tokens", i);
    next = s.tokens.end;
  }
  if (!d.sentences.empty() && next != d.tokens.size()) return "tokens after the last sentence";
  return {};
}

// Once parsed, each sentence has one root and no cycle.
std::string check_tree(const Document& d) {
  std::vector<std::uint8_t> state(d.tokens.size(), 0);  // 0 new, 1 on the way, 2 leads to a root
  std::vector<Index> path;
  for (const Sentence& s : d.sentences) {
    std::size_t roots = 0;
    for (Index i = s.tokens.begin; i < s.tokens.end; ++i) {
      if (d.tokens[i].relation.base == Deprel::none) return {};
      roots += d.tokens[i].head == kNone;
      if (d.tokens[i].head != kNone && !s.tokens.contains(d.tokens[i].head))
        return fmt::format("token {}: head in another sentence", i);
      path.clear();
      Index at = i;
      while (at != kNone && state[at] == 0) state[at] = 1, path.push_back(at), at = d.tokens[at].head;
      if (at != kNone && state[at] == 1) return fmt::format("token {}: its heads go in a circle", i);
      for (Index p : path) state[p] = 2;
    }
    if (roots != 1) return fmt::format("the sentence at token {} has {} roots", s.tokens.begin, roots);
  }
  return {};
}

std::string check_quotes(const Document& d) {
  for (Index i = 0; i < d.quotes.size(); ++i) {
    const Quote& q = d.quotes[i];
    if (!sound(d, q.outer) || !sound(d, q.inner) || !q.outer.covers(q.inner))
      return fmt::format("quote {}: places are wrong", i);
    if (i > 0 && q.outer.begin < d.quotes[i - 1].outer.begin) return fmt::format("quote {}: out of order", i);
    if (q.inside != kNone && (q.inside >= i || !d.quotes[q.inside].outer.covers(q.outer)))
      return fmt::format("quote {}: is not inside", i);
  }
  return {};
}

std::string check_names(const Document& d) {
  for (Index i = 0; i < d.mentions.size(); ++i) {
    const Mention& m = d.mentions[i];
    if (!sound(d, m.place) || m.place.empty()) return fmt::format("mention {}: place is no text", i);
    if (!index_or_none(m.entity, d.entities.size())) return fmt::format("mention {}: entity {} does not exist", i, m.entity);
    if (i > 0 && m.place.begin < d.mentions[i - 1].place.begin) return fmt::format("mention {}: out of order", i);
  }
  for (Index i = 0; i < d.entities.size(); ++i)
    if (!sound(d, d.entities[i].name) || !sound(d, d.entities[i].kb) || !sound(d, d.entities[i].candidates))
      return fmt::format("entity {}: name lies outside the pool", i);
  return {};
}

std::string check_times(const Document& d) {
  for (Index i = 0; i < d.times.size(); ++i) {
    const Time& t = d.times[i];
    if (!sound(d, t.place) || t.place.empty() || !sound(d, t.value)) return fmt::format("time {}: place or value is wrong", i);
    if (i > 0 && t.place.begin < d.times[i - 1].place.end) return fmt::format("time {}: overlaps the one before", i);
    if (t.days.known() && t.days.first > t.days.last) return fmt::format("time {}: ends before it begins", i);
  }
  return {};
}

std::string check_statements(const Document& d) {
  for (Index i = 0; i < d.statements.size(); ++i) {
    const Statement& s = d.statements[i];
    if (!sound(d, s.cue) || !sound(d, s.cue_lemma)) return fmt::format("statement {}: cue is wrong", i);
    if (s.content.empty() || !sound(s.content, d.spans.size())) return fmt::format("statement {}: has no content", i);
    if (!sound(s.chain, d.hops.size())) return fmt::format("statement {}: chain is wrong", i);
    for (Index k = s.content.begin; k < s.content.end; ++k)
      if (!sound(d, d.spans[k]) || d.spans[k].empty()) return fmt::format("statement {}: content {} is no text", i, k);
    for (Index k = s.chain.begin; k < s.chain.end; ++k)
      if (!sound(d, d.hops[k].place) || !index_or_none(d.hops[k].entity, d.entities.size()))
        return fmt::format("statement {}: hop {} is wrong", i, k);
    if (!index_or_none(s.time, d.times.size())) return fmt::format("statement {}: time does not exist", i);
    Index up = s.inside;
    for (std::size_t steps = 0; up != kNone; up = d.statements[up].inside)
      if (up >= d.statements.size() || ++steps > d.statements.size()) return fmt::format("statement {}: is inside itself", i);
  }
  return {};
}

std::string check_events(const Document& d) {
  for (Index i = 0; i < d.events.size(); ++i) {
    const Event& e = d.events[i];
    if (!sound(d, e.trigger) || e.trigger.empty()) return fmt::format("event {}: trigger is no text", i);
    if (e.code >= event_codes().size()) return fmt::format("event {}: code does not exist", i);
    if (!sound(e.actors, d.parties.size()) || !sound(e.targets, d.parties.size()))
      return fmt::format("event {}: parties are wrong", i);
    for (ItemRange side : {e.actors, e.targets})
      for (Index k = side.begin; k < side.end; ++k)
        if (!sound(d, d.parties[k].place) || d.parties[k].place.empty() ||
            !index_or_none(d.parties[k].entity, d.entities.size()))
          return fmt::format("event {}: party {} is wrong", i, k);
    if (!sound(e.according_to, d.links.size())) return fmt::format("event {}: links are wrong", i);
    for (Index k = e.according_to.begin; k < e.according_to.end; ++k)
      if (d.links[k] >= d.statements.size()) return fmt::format("event {}: statement {} does not exist", i, d.links[k]);
    if (!index_or_none(e.time, d.times.size()) || !index_or_none(e.spot, d.entities.size()))
      return fmt::format("event {}: time or place does not exist", i);
    if (e.days.known() && e.days.first > e.days.last) return fmt::format("event {}: ends before it begins", i);
  }
  return {};
}

}  // namespace

std::string check(const Document& document) {
  if (!utf8::valid(document.text())) return "the text is not valid UTF-8";
  for (auto law :
       {check_tokens, check_sentences, check_tree, check_quotes, check_names, check_times, check_statements, check_events})
    if (std::string broken = law(document); !broken.empty()) return broken;
  return {};
}

}  // namespace greffier
