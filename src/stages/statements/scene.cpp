#include "stages/statements/scene.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace greffier::statements {
namespace {

constexpr int kMaxNesting = 8;  // of quotation marks that end at one place; deeper ones are garbage

}  // namespace

Lists::Lists(const Vocabulary& v)
    : negation(v.list("negation")),
      spokes(v.list("cue-spokes")),
      document(v.list("cue-document")),
      informed(v.list("cue-informed")),
      relay(v.list("cue-relay")),
      channel(v.list("cue-channel")),
      medium(v.list("cue-medium")),
      nobody(v.list("cue-nobody")),
      speaker(v.list("cue-speaker")),
      source(v.list("cue-source")),
      manner(v.list("cue-manner")),
      anonymous(v.list("source-anonymous")),
      vague(v.list("source-vague")),
      carrier(v.list("cue-carrier")),
      asked(v.list("cue-asked")),
      citing(v.list("cue-citing")),
      that(v.list("cue-that")),
      active(v.list("auxiliary-active")),
      subject(v.list("pronoun-subject")),
      by(v.list("role-by")),
      person(v.list("cue-person")),
      contrast(v.list("cue-contrast")),
      feeling(v.list("cue-feeling")),
      to(v.list("role-to")),
      facing(v.list("cue-facing")),
      body(v.list("body-noun")),
      unsaid(v.list("cue-unsaid")),
      object(v.list("pronoun-object")),
      particle(v.list("negation-particle")),
      additive(v.list("cue-additive")),
      then(v.list("cue-then")),
      with_be(v.list("verb-with-be")),
      none(v.list("cue-none")),
      title(v.list("name-title")),
      voice(v.list("cue-voice")),
      of(v.list("role-of")),
      body_part(v.list("body-part")),
      words(v.list("cue-words")),
      scene(v.list("cue-scene")),
      without(v.list("cue-without")) {}

bool Scene::punct(Index i) const {
  if (token(i).upos == Upos::PUNCT) return true;
  const std::string_view form = text(i);
  if (form.empty() || form.size() > 3) return false;
  const char32_t first = utf8::decode(form, 0).point;
  return first == U'«' || first == U'»' || first == U'"' || first == U'“' || first == U'”' || first == U',' || first == U':';
}

bool Scene::listed(Index i, ListId list) const {
  if (list == kNoList) return false;
  return pack.vocabulary->in_list(index.form[i], list) || pack.vocabulary->in_list(index.lemma[i], list);
}

bool Scene::form_listed(Index i, ListId list) const { return list != kNoList && pack.vocabulary->in_list(index.form[i], list); }

std::string_view Scene::value(Index i, ListId list) const {
  if (list == kNoList) return {};
  const std::string_view by_lemma = pack.vocabulary->value(index.lemma[i], list);
  return by_lemma.empty() ? pack.vocabulary->value(index.form[i], list) : by_lemma;
}

Index Scene::opens_at(Index i) const {
  if (i + 1 >= document.tokens.size() || !punct(i)) return kNone;
  Index q = quote_of[i + 1];
  for (int n = 0; q != kNone && n < kMaxNesting; ++n, q = document.quotes[q].inside)
    if (document.quotes[q].tokens.begin == i + 1) return q;
  return kNone;
}

Index Scene::closes_at(Index i) const {
  if (i == 0 || i >= document.tokens.size() || !punct(i)) return kNone;
  Index q = quote_of[i - 1];
  for (int n = 0; q != kNone && n < kMaxNesting; ++n, q = document.quotes[q].inside)
    if (document.quotes[q].tokens.end == i && document.quotes[q].closed) return q;
  return kNone;
}

TokenRange Scene::outer(Index quote) const {
  const Quote& q = document.quotes[quote];
  TokenRange range = q.tokens;
  if (range.begin > 0 && document.tokens[range.begin - 1].place.begin >= q.outer.begin) --range.begin;
  if (range.end < document.tokens.size() && document.tokens[range.end].place.end <= q.outer.end) ++range.end;
  return range;
}

Index Scene::quote_around(Index i, Index but_not) const {
  Index best = kNone;
  Index q = quote_of[i];
  for (int n = 0; q != kNone && n < kMaxNesting; ++n, q = document.quotes[q].inside)
    if (!document.quotes[q].tokens.contains(but_not)) best = q;
  return best;
}

// One sweep: quotes are sorted and nest, so a later one overwrites the part of the earlier one that it holds.
void index_quotes(const Document& document, std::vector<Index>& quote_of) {
  quote_of.assign(document.tokens.size(), kNone);
  Index at = 0;        // tokens before it are done
  Index open = kNone;  // the innermost open quote
  const auto fill_to = [&](Index end) {
    for (; at < end; ++at) quote_of[at] = open;
  };
  const auto close_before = [&](Index begin) {
    while (open != kNone && document.quotes[open].tokens.end <= begin) {
      fill_to(document.quotes[open].tokens.end);
      open = document.quotes[open].inside;
    }
  };
  for (Index q = 0; q < document.quotes.size(); ++q) {
    if (document.quotes[q].tokens.empty()) continue;
    close_before(document.quotes[q].tokens.begin);
    fill_to(document.quotes[q].tokens.begin);
    open = q;
  }
  close_before(static_cast<Index>(document.tokens.size()));
  open = kNone;
  fill_to(static_cast<Index>(document.tokens.size()));
}

bool finite(const Token& t) {
  return (t.upos == Upos::VERB || t.upos == Upos::AUX) && (t.feats.verb_form == VerbForm::Fin || t.feats.mood != Mood::none);
}

bool nominal(const Token& t) {
  return t.upos == Upos::NOUN || t.upos == Upos::PROPN || t.upos == Upos::PRON || t.upos == Upos::X;
}

bool verbal(const Token& t) { return t.upos == Upos::VERB || t.upos == Upos::AUX; }

Index child(const Scene& s, Index token, Deprel relation) {
  for (Index c = s.index.first_child[token]; c != kNone; c = s.index.next_sibling[c])
    if (s.token(c).relation.base == relation) return c;
  return kNone;
}

bool has_child(const Scene& s, Index token, Deprel relation) { return child(s, token, relation) != kNone; }

bool mark(const Scene& s, Index i, std::string_view form) { return s.punct(i) && s.text(i) == form; }

TokenRange common(TokenRange a, TokenRange b) { return {std::max(a.begin, b.begin), std::min(a.end, b.end)}; }

Index main_verb(const Scene& s, TokenRange range) {
  bool relative = false;
  for (Index i = range.begin; i < range.end; ++i) {
    if (s.token(i).feats.pron_type == PronType::Rel) relative = true;
    if (finite(s.token(i)) && !std::exchange(relative, false)) return i;
  }
  return kNone;
}

Index finite_verb(const Scene& s, TokenRange range) {
  for (Index i = range.begin; i < range.end; ++i)
    if (finite(s.token(i))) return i;
  return kNone;
}

}  // namespace greffier::statements
