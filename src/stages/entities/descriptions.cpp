// From the surest to the least: the state of "the country"; somebody whom the text has described by the same noun; the
// holder of the office on the article's day; the only official of that country; the one of that trade spoken of last. A
// doubtful description stays unlinked. Cost: the roles and entities of the text for each description. Tested in
// tests/unit/coreference_test.cpp.
#include "stages/entities/descriptions.h"

#include <algorithm>
#include <span>

#include "pack/knowledge.h"
#include "stages/entities/nouns.h"
#include "stages/entities/offices.h"
#include "stages/entities/tree.h"
#include "stages/phrases.h"

namespace greffier::entities {
namespace {

constexpr Index kLead = 3;                // sentences, headline and dateline included
constexpr unsigned kNear = 3, kFar = 12;  // sentences back
constexpr Index kLongest = 12;            // words
constexpr Index kTitle = 6;               // words between a title and the name behind it
constexpr std::size_t kMostRoles = 400;   // descriptions that are remembered

class Reader {
 public:
  Reader(Context& context, Index t, bool heading)
      : c_(context), d_(context.d), t_(t), heading_(heading), sense_(sense_of(context.pack, context.w, context.d, t)) {
    const Index det = child(d_, c_.index, t_, Deprel::det);  // "la député"
    if (det != kNone && d_.tokens[det].feats.gender != Gender::none) sense_.gender = d_.tokens[det].feats.gender;
  }

  void read() {
    const bool known = definite(d_, c_.index, t_);
    if ((!known && !heading_) || sense_.kind == NounKind::other || in_list(c_.pack, c_.w, t_, "noun-mass") || of_several() ||
        names_somebody())
      return;
    const Index who = meant();
    if (who == kNone) return;
    const TokenRange range = without_contraction(d_, own_phrase());
    if (range.empty() || range.size() > kLongest || !range.contains(t_)) return;
    if (sense_.kind == NounKind::country && range.size() == 1) return;  // "du pays" is seldom more than a place
    c_.add(range, t_, who, MentionKind::nominal);
  }

  // "les rebelles": the only armed group that the text names.
  void read_fighters() {
    if (heading_ || sense_.sector != Sector::reb || !definite(d_, c_.index, t_) || complement_of() != kNone) return;
    Index group = kNone;
    for (Index e = 0; e < d_.entities.size(); ++e) {
      if (d_.entities[e].sector != Sector::reb || c_.type(e) != EntityType::org) continue;
      if (group != kNone) return;
      group = e;
    }
    const TokenRange range = without_contraction(d_, own_phrase());
    if (group != kNone && range.contains(t_) && range.size() <= kLongest) c_.add(range, t_, group, MentionKind::nominal);
  }

 private:
  // "le principal parti", "l'autre ministre": one of several, whom the words do not point at.
  bool of_several() const { return sense_.words == 1 && modified(c_.pack, c_.w, t_, "word-other"); }

  // "le président X": the name itself says who.
  bool names_somebody() const {
    if (sense_.kind == NounKind::country) return false;
    const Index end = std::min<Index>(static_cast<Index>(d_.tokens.size()), t_ + kTitle);
    for (Index i = t_ + 1; i < end; ++i) {
      if (d_.tokens[i].upos == Upos::ADP && !c_.taken[i]) return false;
      const bool name =
          c_.taken[i] != 0 && (c_.index.layers[i] & kNameType) >> 4 ==
                                  static_cast<unsigned>(sense_.kind == NounKind::person ? EntityType::per : EntityType::org);
      if (name) return true;
      const bool nationality =
          c_.pack.knowledge && c_.pack.knowledge->demonym(c_.w.words[i]) != nullptr;  // whatever the tagger says
      if (d_.tokens[i].upos != Upos::ADJ && d_.tokens[i].upos != Upos::NUM && !nationality && !c_.taken[i]) return false;
    }
    return false;
  }

  // The noun with its determiner, adjectives and complements, as far as they stand unbroken.
  TokenRange own_phrase() const {
    TokenRange range = noun_phrase(d_, c_.index, t_);
    for (Index i = t_ + 1; i < range.end; ++i) {
      const Upos upos = d_.tokens[i].upos;
      // A complement that hangs on the noun by another preposition than "of" is no part of a short description.
      const bool sideways = upos == Upos::ADP && !c_.form_in_list(i, "preposition-complement");
      if (upos == Upos::VERB || upos == Upos::AUX || upos == Upos::PUNCT || is(d_.tokens[i], Deprel::mark) || sideways)
        range.end = i;
    }
    return with_name(trimmed(d_, range));
  }

  // "le porte-parole de X": the complement that is a name belongs to it, whatever the tree says.
  TokenRange with_name(TokenRange range) const {
    Index i = range.end;
    if (range.end != t_ + 1 || i + 1 >= d_.tokens.size() || d_.tokens[i].upos != Upos::ADP ||
        !c_.form_in_list(i, "preposition-complement"))
      return range;
    ++i;
    if (d_.tokens[i].upos == Upos::DET && i + 1 < d_.tokens.size()) ++i;
    if (!c_.taken[i]) return range;
    while (i < d_.tokens.size() && c_.taken[i]) ++i;
    return {range.begin, i};
  }

  Index meant() {
    if (const Index who = told_of(); who != kNone) return who;
    if (sense_.kind == NounKind::country) return country_meant();
    const Country country = country_at(c_.pack, c_.w, d_, t_);
    const Index complement = complement_of();
    if (const Index who = by_role(country, complement); who != kNone) return who;
    if (sense_.kind != NounKind::person) return !heading_ && complement == kNone ? by_sector(country) : kNone;
    if (in_list(c_.pack, c_.w, t_, "noun-counterpart")) return heading_ ? kNone : counterpart(country);
    if (const Index who = by_office(country, complement); who != kNone || heading_) return who;
    if (country.empty() && complement == kNone)
      if (const Index who = by_demonstrative(); who != kNone) return who;
    return from_heading();
  }

  // "X est la députée de …": the subject of the noun as a predicate.
  Index told_of() const {
    if (child(d_, c_.index, t_, Deprel::cop) == kNone) return kNone;
    const Index who = child(d_, c_.index, t_, Deprel::nsubj);
    if (who == kNone || c_.entity[who] == kNone) return kNone;
    const EntityType fits = sense_.kind == NounKind::person ? EntityType::per : EntityType::org;
    return sense_.kind != NounKind::country && c_.type(c_.entity[who]) == fits ? c_.entity[who] : kNone;
  }

  // The noun that hangs on this one by "of".
  Index complement_of() const {
    for (Index k = c_.index.first_child[t_]; k != kNone; k = c_.index.next_sibling[k]) {
      if (!is(d_.tokens[k], Deprel::nmod)) continue;
      const Index preposition = child(d_, c_.index, k, Deprel::case_);
      if (preposition == kNone || c_.form_in_list(preposition, "preposition-complement")) return k;
    }
    return kNone;
  }

  // The first subject below a headline that names one person: "La députée de X annonce …".
  Index from_heading() const {
    const Index sentence = d_.sentence_of(t_);
    if (heading_ || sentence > kLead || !is(d_.tokens[t_], Deprel::nsubj) || possessed(d_, c_.index, t_)) return kNone;
    Index found = kNone;
    for (const Index e : c_.discourse.recent()) {
      if (c_.type(e) != EntityType::per) continue;
      if (found != kNone || !d_.sentences[d_.sentence_of(c_.discourse.last_token(e))].heading) return kNone;
      found = e;
    }
    return found != kNone && agree(sense_.gender, c_.facts(found).gender) ? found : kNone;
  }

  // "ce dirigeant": the person of that gender spoken of last.
  Index by_demonstrative() const {
    const Index det = child(d_, c_.index, t_, Deprel::det);
    if (det == kNone || d_.tokens[det].feats.pron_type != PronType::Dem) return kNone;
    return c_.discourse.most_salient([&](Index e) {
      return c_.type(e) == EntityType::per && agree(sense_.gender, c_.facts(e).gender) && c_.discourse.age(e) <= kNear;
    });
  }

  // "le pays": the state spoken of last; behind a possessive, the possessor's, wherever the text names it.
  Index country_meant() const {
    if (complement_of() != kNone || child(d_, c_.index, t_, Deprel::amod) != kNone) return kNone;
    if (!possessed(d_, c_.index, t_))
      return c_.discourse.most_salient([&](Index e) { return c_.type(e) == EntityType::loc && is_state(c_.pack, d_, e); });
    const Index owner = c_.discourse.most_salient([&](Index e) { return c_.type(e) == EntityType::per; });
    if (owner == kNone || d_.entities[owner].country.empty()) return kNone;
    for (Index e = 0; e < d_.entities.size(); ++e)
      if (c_.type(e) == EntityType::loc && d_.entities[e].country == d_.entities[owner].country && is_state(c_.pack, d_, e))
        return e;
    return kNone;
  }

  // Somebody whom the text has described by the same noun, of the same country as far as both say.
  // A heading may speak of somebody whom the text names only below.
  Index by_role(Country country, Index complement) const {
    Index found = kNone;
    const bool past = modified(c_.pack, c_.w, t_, "office-past");
    const auto& roles = c_.w.entities.roles;
    for (const Role& role : std::span<const Role>(roles.data(), std::min(roles.size(), kMostRoles))) {
      if ((role.lemma != sense_.lemma && !same_chief(role, complement)) || role.past != past ||
          (!heading_ && !c_.discourse.mentioned(role.entity)))
        continue;
      const Country own = role.country.empty() ? d_.entities[role.entity].country : role.country;
      if (!country.empty() && !own.empty() && own != country) continue;
      if (complement != kNone && country.empty() && !same_complement(role, complement)) continue;
      if (!agree(sense_.gender, c_.facts(role.entity).gender)) continue;
      if (heading_) return role.entity;
      if (c_.discourse.age(role.entity) <= kFar) found = role.entity;
    }
    return found;
  }
  // "le PDG de la SNCF" behind "X, président de la SNCF".
  bool same_chief(const Role& role, Index complement) const {
    return complement != kNone && same_complement(role, complement) && in_list(c_.pack, c_.w, t_, "noun-chief") &&
           in_list(c_.pack, c_.w, role.noun, "noun-chief");
  }
  bool same_complement(const Role& role, Index complement) const {
    return role.complement != 0 && role.complement == fingerprint(d_.form(d_.tokens[complement])).hash;
  }

  // "le président russe", "l'ancien premier ministre", "le ministre".
  Index by_office(Country country, Index complement) {
    const std::string_view offices = offices_of(c_, sense_);
    const bool past = modified(c_.pack, c_.w, t_, "office-past");
    if (modified(c_.pack, c_.w, t_, "office-future")) return kNone;
    if (!offices.empty() && !past && !country.empty())
      if (const Index who = holder(c_, country, offices); who != kNone) return who;
    if (!offices.empty() && !past && country.empty() && (complement == kNone || sense_.words > 1))
      if (const Index who = named_holder(c_, c_.w.home, offices); who != kNone) return who;
    if (heading_) return kNone;
    if (!offices.empty())
      if (const Index who = of_the_text(country, offices, past, complement); who != kNone || past) return who;
    if (!country.empty()) return only_official(country);
    return complement == kNone && offices.empty() ? of_trade() : kNone;
  }

  // The one spoken of last who holds, or held, the office.
  Index of_the_text(Country country, std::string_view offices, bool past, Index complement) const {
    if (country.empty() && complement != kNone && sense_.words == 1) return kNone;
    return c_.discourse.most_salient([&](Index e) {
      return c_.type(e) == EntityType::per && (country.empty() || d_.entities[e].country == country) &&
             agree(sense_.gender, c_.facts(e).gender) && c_.discourse.age(e) <= kFar && holds_office(c_, e, offices, past);
    });
  }

  // Of the persons named so far, the only one who is an official of that country.
  Index only_official(Country country) const {
    Index found = kNone;
    for (const Index e : c_.discourse.recent()) {
      const Entity& entity = d_.entities[e];
      if (entity.type != EntityType::per || entity.country != country || entity.sector != sense_.sector) continue;
      if (!agree(sense_.gender, c_.facts(e).gender) || c_.discourse.age(e) > kFar) continue;
      if (found != kNone) return kNone;
      found = e;
    }
    return found;
  }

  // "la parlementaire": the person of such a trade spoken of last.
  Index of_trade() const {
    if (!in_list(c_.pack, c_.w, t_, "noun-general")) return kNone;
    return c_.discourse.most_salient([&](Index e) {
      const Gender gender = c_.facts(e).gender;
      return c_.type(e) == EntityType::per && d_.entities[e].sector == sense_.sector && gender != Gender::none &&
             agree(sense_.gender, gender) && c_.discourse.age(e) <= kNear;
    });
  }

  // "son homologue russe": who holds there the office that the person spoken of holds here.
  Index counterpart(Country country) {
    if (country.empty()) return kNone;
    const Index owner = c_.discourse.most_salient([&](Index e) {
      return c_.type(e) == EntityType::per && d_.entities[e].country != country && !own_office(c_, e).empty();
    });
    if (owner != kNone)
      if (const Index who = holder(c_, country, own_office(c_, owner)); who != kNone) return who;
    return only_official(country);
  }

  // "le tribunal" of "tribunal correctionnel de Lyon".
  bool named_so(Index e) const {
    return std::any_of(c_.w.entities.forms.begin(), c_.w.entities.forms.end(),
                       [&](const NameForm& f) { return f.entity == e && f.first_word == sense_.lemma; });
  }

  // "le journal", "la compagnie": the body of such a trade spoken of last.
  Index by_sector(Country country) const {
    const std::string_view trades = list_value(c_.pack, c_.w, t_, "body-noun");
    if (trades.empty()) return kNone;
    return c_.discourse.most_salient([&](Index e) {
      const Entity& entity = d_.entities[e];
      return entity.type == EntityType::org && entity.sector != Sector::none &&
             trades.find(spelling(entity.sector)) != std::string_view::npos && (country.empty() || entity.country == country) &&
             c_.discourse.age(e) <= (named_so(e) ? kFar : kNear);
    });
  }

  Context& c_;
  Document& d_;
  Index t_;
  bool heading_;
  NounSense sense_;
};

}  // namespace

void read_description(Context& c, Index t, bool heading) {
  const Token& token = c.d.tokens[t];
  if (is(token, Deprel::compound) || is(token, Deprel::fixed)) return;
  Reader reader(c, t, heading);
  if (token.feats.number == Number::Plur) reader.read_fighters();
  else reader.read();
}

}  // namespace greffier::entities
