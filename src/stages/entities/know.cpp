#include "stages/entities/know.h"

#include <algorithm>
#include <array>

#include "pack/knowledge.h"
#include "stages/entities/home.h"

namespace greffier::entities {
namespace {

Sector sector_of_office(std::string_view office) {
  static constexpr std::pair<std::string_view, Sector> kSectors[] = {{"speaker", Sector::leg},
                                                                     {"secretary_general", Sector::igo},
                                                                     {"military_chief", Sector::mil},
                                                                     {"pope", Sector::rel},
                                                                     {"judge", Sector::jud}};
  for (const auto& [name, sector] : kSectors)
    if (name == office) return sector;
  return Sector::gov;
}

class Knower {
 public:
  Knower(const Knowledge& knowledge, const std::vector<Fingerprint>& words, Countries countries, Country home, Scratch& scratch,
         Document& d)
      : knowledge_(knowledge), words_(words), countries_(countries), home_(home), scratch_(scratch), doc_(d) {}

  void know(Index entity) {
    const EntityType type = doc_.entities[entity].type;
    if (type == EntityType::per)  // who holds an office on the day is that before anything else
      for (const NameForm& form : scratch_.forms)
        if (form.entity == entity && form.words > 1 && !scratch_.facts[entity].known && in_office(form)) by_office(entity, form);
    for (const NameForm& form : scratch_.forms)
      if (form.entity == entity && !scratch_.facts[entity].known && !borrowed(entity, form)) by_form(entity, form);
    if (type == EntityType::per) {
      for (const NameForm& form : scratch_.forms)
        if (form.entity == entity && !scratch_.facts[entity].known) by_office(entity, form);
      if (scratch_.facts[entity].gender == Gender::none) by_first_name(entity);
    }
    if (type == EntityType::org && !scratch_.facts[entity].known) by_own_words(entity);
    if (!scratch_.facts[entity].known) by_default(entity);
  }

 private:
  // By the name, or by the name with the article before it: "l'Express".
  void by_form(Index entity, const NameForm& form) {
    by_thing(entity, form.key);
    const Index before = form.tokens.begin == 0 ? kNone : form.tokens.begin - 1;
    if (scratch_.facts[entity].known || form.type != EntityType::org || before == kNone ||
        doc_.tokens[before].upos != Upos::DET)
      return;
    by_thing(entity, (words_[before] + Fingerprint{form.key, power_of(form.tokens)}).hash);
  }
  std::uint64_t power_of(TokenRange tokens) const {
    Fingerprint sum;
    for (Index t = tokens.begin; t < tokens.end; ++t) sum = sum + words_[t];
    return sum.power;
  }

  // An acronym of something that the text spells out and the knowledge does not have: another body's letters.
  bool borrowed(Index entity, const NameForm& form) const {
    if (form.words != 1 || form.type != EntityType::org) return false;
    bool spelt_out = false;
    for (const NameForm& other : scratch_.forms) {
      if (other.entity != entity || other.words < 3) continue;
      if (knowledge_.thing_names().find({other.key, 0}) != kNone) return false;
      spelt_out = true;
    }
    return spelt_out;
  }

  void by_thing(Index entity, std::uint64_t key) {
    const PhraseTable& names = knowledge_.thing_names();
    Entity& e = doc_.entities[entity];
    const KnownThing* best = nullptr;
    int best_score = -1;
    bool open = false, agreed = true;
    for (Index v = names.find({key, 0}); v != kNone; v = names.value(v).next) {
      const KnownThing& thing = knowledge_.things()[names.value(v).number];
      if (thing.type != e.type) continue;
      const int score = fit(thing);
      agreed = (best == nullptr || best->country == thing.country) && agreed;
      if (score > best_score) best = &thing, open = false, best_score = score;
      else if (score == best_score && thing.id != best->id) open = true;
    }
    if (open) keep_candidates(entity, key, best_score);
    if (best == nullptr || (open && !agreed)) return;
    // A ministry, parliament or party without a country in its name is the home country's, if the text does not speak of
    // the other one.
    const bool local = best->kind == "office_org" || (best->kind == "party" && countries_[best->country] == 0);
    const bool foreign = local && !home_.empty() && best->country != home_;
    e.country = foreign ? home_ : best->country;
    e.sector = best->sector;
    if (!open && !foreign) e.kb = doc_.keep(best->id);
    scratch_.facts[entity].gender = best->gender;
    scratch_.facts[entity].known = true;
  }

  int fit(const KnownThing& thing) const {
    return 2 * rank(thing) + (!thing.country.empty() && countries_[thing.country] > 0) +
           (thing.country == home_ && !home_.empty());
  }

  // Several fit equally well: none is chosen, all are told.
  void keep_candidates(Index entity, std::uint64_t key, int score) {
    const PhraseTable& names = knowledge_.thing_names();
    std::string ids;
    for (Index v = names.find({key, 0}); v != kNone; v = names.value(v).next) {
      const KnownThing& thing = knowledge_.things()[names.value(v).number];
      if (thing.type == doc_.entities[entity].type && fit(thing) == score) add_candidate(ids, thing.id);
    }
    doc_.entities[entity].candidates = doc_.keep(ids);
  }
  static void add_candidate(std::string& ids, std::string_view id) {
    if ((' ' + ids + ' ').find(' ' + std::string(id) + ' ') == std::string::npos) ids.append(ids.empty() ? "" : " ").append(id);
  }

  bool in_office(const NameForm& form) const {
    const PhraseTable& names = knowledge_.term_names();
    for (Index v = names.find({form.key, 0}); v != kNone; v = names.value(v).next)
      if (Knowledge::holds(knowledge_.terms()[names.value(v).number], doc_.article.published_span)) return true;
    return false;
  }

  // A full name is enough; a last name alone must be that of one holder of the day in a country that the text speaks of.
  void by_office(Index entity, const NameForm& form) {
    const PhraseTable& names = form.words > 1 ? knowledge_.term_names() : knowledge_.last_names();
    const Term* best = nullptr;
    int best_score = 0;
    bool open = false;
    for (Index v = names.find({form.key, 0}); v != kNone; v = names.value(v).next) {
      const Term& term = knowledge_.terms()[names.value(v).number];
      const bool holds = Knowledge::holds(term, doc_.article.published_span), near = countries_[term.country] > 0;
      if (form.words == 1 && !(holds && near)) continue;
      const int score = fit(term);
      if (score > best_score) best = &term, best_score = score, open = false;
      else if (score == best_score && best != nullptr && term.kb != best->kb) open = true;
    }
    if (open) keep_holders(entity, form, names, best_score);
    if (best == nullptr || open) return;
    Entity& e = doc_.entities[entity];
    e.sector = best->country.empty() ? Sector::igo : sector_of_office(best->office);  // no country: a body of states
    if (e.sector != Sector::igo) e.country = best->country;
    e.kb = doc_.keep(best->kb);
    scratch_.facts[entity].gender = best->gender;
    scratch_.facts[entity].known = true;
    scratch_.facts[entity].in_office = Knowledge::holds(*best, doc_.article.published_span);
  }

  int fit(const Term& term) const {
    const bool holds = Knowledge::holds(term, doc_.article.published_span), near = countries_[term.country] > 0;
    return 1 + 2 * holds + 2 * near + (term.country == home_);
  }

  void keep_holders(Index entity, const NameForm& form, const PhraseTable& names, int score) {
    std::string ids;
    for (Index v = names.find({form.key, 0}); v != kNone; v = names.value(v).next) {
      const Term& term = knowledge_.terms()[names.value(v).number];
      if (fit(term) == score) add_candidate(ids, term.kb);
    }
    doc_.entities[entity].candidates = doc_.keep(ids);
  }

  void by_first_name(Index entity) {
    for (const NameForm& form : scratch_.forms) {
      if (form.entity != entity || form.words < 2) continue;
      if (const auto gender = knowledge_.first_name(words_[form.tokens.begin])) scratch_.facts[entity].gender = *gender;
    }
  }

  // "Parti socialiste français": the noun says the sector, an adjective or place inside the country.
  void by_own_words(Index entity) {
    Entity& e = doc_.entities[entity];
    const PhraseTable& nouns = knowledge_.noun_names();
    for (const NameForm& form : scratch_.forms) {
      if (form.entity != entity) continue;
      for (Index t = form.tokens.begin; t < form.tokens.end; ++t) {
        if (words_[t].empty()) continue;
        const auto hit = nouns.longest(words_, t, form.tokens.end);
        if (e.sector == Sector::none && hit) e.sector = knowledge_.nouns()[nouns.value(hit.first).number].sector;
        if (!e.country.empty()) continue;
        if (const Demonym* demonym = knowledge_.demonym(words_[t])) e.country = demonym->country;
        else if (t > form.tokens.begin) e.country = country_of_place(knowledge_, words_, {t, form.tokens.end});
      }
    }
  }

  // An unknown place, and an unknown body of a kind that states have, lie in the country that the text is about.
  void by_default(Index entity) {
    Entity& e = doc_.entities[entity];
    const bool abroad = e.sector == Sector::igo || e.sector == Sector::ngo || e.sector == Sector::reb;
    if (e.country.empty() && (e.type == EntityType::loc || (e.type == EntityType::org && e.sector != Sector::none && !abroad)))
      e.country = home_;
  }

  const Knowledge& knowledge_;
  const std::vector<Fingerprint>& words_;
  Countries countries_;
  Country home_;
  Scratch& scratch_;
  Document& doc_;
};

}  // namespace

void know_entities(const Pack& pack, const std::vector<Fingerprint>& words, Country home, Scratch& scratch, Document& d) {
  scratch.facts.assign(d.entities.size(), {});
  if (!pack.knowledge) return;
  Knower knower(*pack.knowledge, words, countries_of(pack, words, d), home, scratch, d);
  for (Index e = 0; e < d.entities.size(); ++e) knower.know(e);
}

}  // namespace greffier::entities
