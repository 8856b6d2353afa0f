#include "stages/names/trim.h"

#include <algorithm>

#include "base/utf8.h"
#include "pack/knowledge.h"
#include "pack/vocabulary.h"

namespace greffier::names {
namespace {

class Trimmer {
 public:
  Trimmer(const Pack& pack, const Workspace& workspace, Document& document)
      : pack_(pack), words_(workspace.words), index_(workspace.index), d_(document),
        nouns_(pack.vocabulary->list("name-noun")), titles_(pack.vocabulary->list("name-title")) {}

  // A name holds no verb of a clause: "Oslo | accuse | Lima" are two.
  void trim(const Mention& m, std::vector<Mention>& out) {
    Index begin = m.tokens.begin;
    if (m.type != EntityType::misc)
      for (Index t = begin; t < m.tokens.end; ++t) {
        if (!clause_verb(t, m.tokens)) continue;
        part({begin, t}, m, out);
        begin = t + 1;
      }
    part({begin, m.tokens.end}, m, out);
  }

 private:
  bool clause_verb(Index token, TokenRange range) const {
    const Token& t = d_.tokens[token];
    return token > range.begin && (t.upos == Upos::VERB || t.upos == Upos::AUX) && t.feats.verb_form == VerbForm::Fin &&
           small(token);
  }
  // What stands beside a verb is typed by what the pack knows.
  void part(TokenRange range, Mention m, std::vector<Mention>& out) {
    if (range == m.tokens) return trim_part(m, out);
    while (!range.empty() && !has_capital(range.begin)) range.begin = after(range.begin);
    if (range.empty() || range.begin >= range.end) return;
    m.tokens = range;
    const auto hit =
        pack_.knowledge ? pack_.knowledge->thing_names().longest(words_, range.begin, range.end) : PhraseTable::Hit{};
    if (hit) m.type = *known(hit.tokens);
    trim_part(m, out);
  }

  void trim_part(Mention m, std::vector<Mention>& out) {
    if (!out.empty() && m.tokens.begin < out.back().tokens.end) return;  // taken into the name before
    TokenRange range = widened(m);
    if (const KnownThing* thing = known_thing(range)) {  // the whole is a name that the pack knows
      if (small(range.begin) || thing->kind == "state") m.type = thing->type;
      close_bracket(range);
      return keep(m, range, out);
    }
    if (people(range) || no_name(range)) return;
    if (const Index cut = second_name(range); cut != kNone) {
      keep({m.place, m.tokens, kNone, MentionKind::name, *known({range.begin, cut}), m.origin}, {range.begin, cut}, out);
      m.type = EntityType::per;
      return keep(m, {cut, range.end}, out);
    }
    while (range.size() > 1 && in_list(range.begin, titles_)) range.begin = after(range.begin);
    leave_place(range);
    while (range.size() > 1 && trailing(range)) --range.end;
    if (range.size() > 1 && d_.tokens[range.begin].upos == Upos::ADP && d_.tokens[range.begin].multi == MultiWord::none &&
        m.type == EntityType::per)
      ++range.begin;  // "Pour X"
    behind_head_of_state(range);
    if (range.empty() || range.begin >= range.end) return;
    close_bracket(range);
    if (small(range.begin)) return begin_small(m, range, out);
    begin_capital(range);
    keep(m, range, out);
  }

  bool in_list(Index token, ListId list) const {
    return list != kNoList && token < index_.form.size() &&
           (pack_.vocabulary->in_list(index_.form[token], list) || pack_.vocabulary->in_list(index_.lemma[token], list));
  }
  std::string_view noun_kind(Index token) const {
    if (!in_list(token, nouns_)) return {};
    const std::string_view value = pack_.vocabulary->value(index_.form[token], nouns_);
    return value.empty() ? pack_.vocabulary->value(index_.lemma[token], nouns_) : value;
  }
  bool small(Index token) const {
    const utf8::Decoded first = utf8::decode(d_.text(), d_.tokens[token].place.begin);
    return utf8::is_lower(first.point) && !has_capital(token);
  }
  bool has_capital(Index token) const {
    const std::string_view form = d_.text(d_.tokens[token].place);
    for (std::size_t at = 0; at < form.size();) {
      const utf8::Decoded d = utf8::decode(form, at);
      if (utf8::is_upper(d.point)) return true;
      at += d.length;
    }
    return false;
  }
  bool any_capital(TokenRange range) const {
    for (Index t = range.begin; t < range.end; ++t)
      if (has_capital(t)) return true;
    return false;
  }
  // The token behind a surface word.
  Index after(Index token) const {
    do ++token;
    while (token < d_.tokens.size() && d_.tokens[token].multi == MultiWord::later);
    return token;
  }
  // A word in small letters that the model took in: a verb, adverb or preposition; behind a name that the pack knows, also
  // an adjective of nationality or a number ("Hezbollah libanais").
  bool trailing(TokenRange range) const {
    const Index token = range.end - 1;
    const Upos upos = d_.tokens[token].upos;
    if (upos == Upos::NUM) return known({range.begin, token}) != nullptr;
    if (!small(token)) return false;
    if (pack_.knowledge && pack_.knowledge->demonym(words_[token]) != nullptr) {
      const KnownThing* rest = known_thing({range.begin, token});
      return rest != nullptr && rest->kind != "office_org";  // "Parlement | européen" is a whole name
    }
    return upos == Upos::VERB || upos == Upos::AUX || upos == Upos::ADV || upos == Upos::PRON || upos == Upos::CCONJ ||
           upos == Upos::ADP || upos == Upos::DET || upos == Upos::SCONJ;
  }
  const KnownThing* known_thing(TokenRange range) const {
    if (!pack_.knowledge) return nullptr;
    Fingerprint sum;
    for (Index t = range.begin; t < range.end; ++t) sum = sum + words_[t];
    const Index value = pack_.knowledge->thing_names().find(sum);
    return value == kNone ? nullptr : &pack_.knowledge->things()[pack_.knowledge->thing_names().value(value).number];
  }
  const EntityType* known(TokenRange range) const {
    const KnownThing* thing = known_thing(range);
    return thing == nullptr ? nullptr : &thing->type;
  }

  // To the end of the longest name that the pack knows there ("Médecins | sans frontières"), and over an initial before a
  // person's name ("N. | Sarkozy").
  TokenRange widened(const Mention& m) const {
    TokenRange range = m.tokens;
    if (!pack_.knowledge) return range;
    const auto sentence = d_.sentences[d_.sentence_of(range.begin)].tokens;
    const auto hit = pack_.knowledge->thing_names().longest(words_, range.begin, sentence.end);
    if (hit && hit.tokens.size() > 1 && hit.tokens.end > range.end && has_capital(range.begin) &&
        whole_word(hit.tokens.end - 1) && same_type(hit.first, m.type))
      range.end = hit.tokens.end;
    if (m.type == EntityType::per && range.begin > sentence.begin && initial(range.begin - 1)) --range.begin;
    if (range.begin > sentence.begin && article_of(range)) --range.begin;
    return range;
  }
  // "La | Haye": the article belongs to the name, which is none without it.
  bool article_of(TokenRange range) const {
    const Index before = range.begin - 1;
    return d_.tokens[before].upos == Upos::DET && has_capital(before) && known(range) == nullptr &&
           known({before, range.end}) != nullptr;
  }
  // Names are compared without spaces: "US à" would be "USA".
  bool whole_word(Index token) const { return has_capital(token) || d_.tokens[token].place.size() > 3; }
  bool same_type(Index value, EntityType type) const {
    for (Index v = value; v != kNone; v = pack_.knowledge->thing_names().value(v).next)
      if (pack_.knowledge->things()[pack_.knowledge->thing_names().value(v).number].type == type) return true;
    return false;
  }
  // One capital and a stop; not "M.", which is a title.
  bool initial(Index token) const {
    const std::string_view form = d_.text(d_.tokens[token].place);
    return form.size() >= 2 && form.size() <= 4 && form.back() == '.' && has_capital(token) && !in_list(token, titles_);
  }
  // A century in Roman figures and its like (list name-never).
  bool no_name(TokenRange range) const {
    const ListId list = pack_.vocabulary->list("name-never");
    for (Index t = range.begin; t < range.end; ++t)
      if (in_list(t, list)) return true;
    return false;
  }
  // People of a nation or continent, written with a capital: no name.
  bool people(TokenRange range) const {
    return range.size() == 1 && d_.tokens[range.begin].upos == Upos::NOUN &&
           d_.tokens[range.begin].feats.number == Number::Plur && pack_.knowledge &&
           pack_.knowledge->demonym(words_[range.begin]) != nullptr;
  }

  // Where a person's name begins behind a body's or a place's that the pack knows: "l'ONU | Anne Dupré".
  Index second_name(TokenRange range) const {
    if (!pack_.knowledge || range.size() < 3) return kNone;
    const auto hit = pack_.knowledge->thing_names().longest(words_, range.begin, range.end);
    if (!hit || hit.tokens.end + 1 >= range.end || *known(hit.tokens) == EntityType::per ||
        *known(hit.tokens) == EntityType::misc)
      return kNone;
    const TokenRange rest{hit.tokens.end, range.end};
    const bool person = pack_.knowledge->first_name(words_[rest.begin]).has_value() ||
                        bool(pack_.knowledge->term_names().longest(words_, rest.begin, rest.end));
    return person && has_capital(rest.begin) ? rest.begin : kNone;
  }

  // A place that the pack knows, with nothing but small words behind it ("Oslo de toutes", "Oslo face à").
  void leave_place(TokenRange& range) const {
    if (!pack_.knowledge || !has_capital(range.begin)) return;
    const auto hit = pack_.knowledge->thing_names().longest(words_, range.begin, range.end);
    if (!hit || hit.tokens.end >= range.end || *known(hit.tokens) != EntityType::loc ||
        (d_.tokens[hit.tokens.end].upos != Upos::ADP && !in_list(hit.tokens.end, pack_.vocabulary->list("role-against"))))
      return;
    if (!any_capital({hit.tokens.end, range.end})) range.end = hit.tokens.end;
  }

  // "chef de l'Etat | français", "chefs d'Etat de la Cédéao": the word belongs to the office, not to a name.
  void behind_head_of_state(TokenRange& range) const {
    if (!in_list(range.begin, pack_.vocabulary->list("name-office"))) return;
    Index t = range.begin;
    while (t > 0 && (d_.tokens[t - 1].upos == Upos::DET || d_.tokens[t - 1].upos == Upos::ADP)) --t;
    if (t == range.begin || t == 0 || !in_list(t - 1, pack_.vocabulary->list("noun-chief"))) return;
    do range.begin = after(range.begin);
    while (range.begin < range.end && !has_capital(range.begin));
  }

  void close_bracket(TokenRange& range) const {
    int open = 0;
    for (Index t = range.begin; t < range.end; ++t) {
      const std::string_view form = d_.text(d_.tokens[t].place);
      open += form == "(" ? 1 : form == ")" ? -1 : 0;
    }
    if (open == 1 && range.end < d_.tokens.size() && d_.text(d_.tokens[range.end].place) == ")") ++range.end;
  }

  // "Le Rwanda" at the start of a sentence, where only the rest is a name that the pack knows, or goes on in small letters.
  void begin_capital(TokenRange& range) const {
    if (range.size() < 2 || d_.tokens[range.begin].upos != Upos::DET) return;
    const TokenRange rest{after(range.begin), range.end};
    if (rest.empty()) return;
    const bool first = d_.sentences[d_.sentence_of(range.begin)].tokens.begin == range.begin;
    if ((known(rest) != nullptr && *known(rest) == EntityType::loc) || (first && small(rest.begin))) range = rest;
  }

  void begin_small(Mention m, TokenRange range, std::vector<Mention>& out) {
    const std::string_view kind = noun_kind(range.begin);
    if (kind == "body" || kind == "way") return keep(m, range, out);
    if (kind == "site") return split_site(m, range, out);
    if (m.type == EntityType::per && d_.tokens[range.begin].upos != Upos::NOUN) return keep(m, range, out);  // a particle
    drop_small(m, range, out);
  }

  // Only what begins with a capital, typed anew where the pack knows it.
  void drop_small(Mention m, TokenRange range, std::vector<Mention>& out) {
    while (!range.empty() && !has_capital(range.begin)) range.begin = after(range.begin);
    if (range.empty() || range.begin >= range.end) return;
    if (const EntityType* type = known(range)) m.type = *type;
    keep(m, range, out);
  }

  // "hôpital Pasteur de Nice" is a site and a town; "hôpital de Nice" only the town.
  void split_site(Mention m, TokenRange range, std::vector<Mention>& out) {
    for (Index t = after(range.begin); t < range.end; t = after(t)) {
      if (d_.tokens[t].upos != Upos::ADP) continue;
      TokenRange tail{after(t), range.end};
      while (!tail.empty() && !has_capital(tail.begin)) tail.begin = after(tail.begin);
      const EntityType* type = tail.empty() || tail.begin >= tail.end ? nullptr : known(tail);
      if (type == nullptr || *type != EntityType::loc) continue;
      if (any_capital({range.begin, t})) keep(m, {range.begin, t}, out);
      m.type = EntityType::loc;
      return keep(m, tail, out);
    }
    if (any_capital(range)) keep(m, range, out);
  }

  void keep(Mention m, TokenRange range, std::vector<Mention>& out) const {
    if (range.empty()) return;
    if (!any_capital(range) && m.type != EntityType::org) return;
    m.tokens = range;
    m.place = d_.place_of(range);
    m.place.begin += prefix(range.begin);
    m.place.end -= full_stop(m.place, m.type);
    out.push_back(m);
  }

  // The stop that a sentence's end left on a last name: "Ouattara."
  Index full_stop(ByteRange place, EntityType type) const {
    const std::string_view text = d_.text(place);
    const std::size_t word = text.find_last_of(" .", text.size() - 2);
    const std::size_t letters = text.size() - 1 - (word == std::string_view::npos ? 0 : word + 1);
    return type == EntityType::per && text.size() > 5 && text.back() == '.' && letters > 4 ? 1 : 0;
  }

  // The bytes of "ex-" in "ex-URSS".
  Index prefix(Index token) const {
    const std::string_view form = d_.text(d_.tokens[token].place);
    const std::size_t hyphen = form.find('-');
    if (hyphen == std::string_view::npos || hyphen + 1 >= form.size() || hyphen > 8) return 0;
    const ListId list = pack_.vocabulary->list("name-prefix");
    const Symbol symbol = pack_.vocabulary->find(utf8::folded(form.substr(0, hyphen + 1)));
    const bool capital = utf8::is_upper(utf8::decode(form, hyphen + 1).point);
    return capital && list != kNoList && pack_.vocabulary->in_list(symbol, list) ? static_cast<Index>(hyphen + 1) : 0;
  }

  const Pack& pack_;
  const std::vector<Fingerprint>& words_;
  const TokenIndex& index_;
  Document& d_;
  ListId nouns_, titles_;
};

}  // namespace

void trim_names(const Pack& pack, const Workspace& workspace, Document& document) {
  if (!pack.vocabulary) return;
  std::vector<Mention> kept;
  kept.reserve(document.mentions.size() + 4);
  Trimmer trimmer(pack, workspace, document);
  for (const Mention& mention : document.mentions) trimmer.trim(mention, kept);
  document.mentions = std::move(kept);
}

}  // namespace greffier::names
