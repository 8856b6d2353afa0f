// Terms of office are asked by country and office, or by the full name of an entity; cost: the terms of one office or name.
// A day that is known only roughly fits every term that it touches, so that a change of office in between leaves it open.
#include "stages/entities/offices.h"

#include <algorithm>

#include "base/utf8.h"
#include "pack/knowledge.h"
#include "pack/vocabulary.h"

namespace greffier::entities {
namespace {

constexpr Day kWidest = 366;  // days by which the article's day may be open

bool contains_word(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

// Calls `use` with every term of the entity that bears its knowledge id.
template <class Use>
void each_term(const Context& c, Index entity, Use use) {
  const Entity& e = c.d.entities[entity];
  if (!c.pack.knowledge || e.kb.empty()) return;
  const PhraseTable& names = c.pack.knowledge->term_names();
  for (const NameForm& form : c.w.entities.forms) {
    if (form.entity != entity || form.words < 2) continue;
    for (Index v = names.find({form.key, 0}); v != kNone; v = names.value(v).next) {
      const Term& term = c.pack.knowledge->terms()[names.value(v).number];
      if (term.kb == c.d.pooled(e.kb)) use(term);
    }
  }
}

bool dated(const Context& c) {
  const DaySpan days = c.d.article.published_span;
  return days.known() && days.last - days.first <= kWidest;
}

// The only person who holds one of the offices; nullptr for none or several.
const Term* only_holder(const Context& c, Country country, std::string_view offices) {
  if (!c.pack.knowledge || country.empty() || !dated(c)) return nullptr;
  const Term* found = nullptr;
  for (std::size_t at = 0; at < offices.size();) {
    const std::size_t end = std::min(offices.find(' ', at), offices.size());
    for (const Index t : c.pack.knowledge->holders(country, offices.substr(at, end - at), c.d.article.published_span)) {
      const Term& term = c.pack.knowledge->terms()[t];
      if (found != nullptr && found->kb != term.kb) return nullptr;
      found = &term;
    }
    if (found != nullptr) return found;  // the offices stand in order of preference
    at = end + 1;
  }
  return nullptr;
}

Index bearer(const Context& c, const Term& term) {
  for (Index e = 0; e < c.d.entities.size(); ++e)
    if (c.type(e) == EntityType::per && c.d.pooled(c.d.entities[e].kb) == term.kb) return e;
  return kNone;
}

}  // namespace

std::string_view offices_of(const Context& c, const NounSense& sense) {
  if (sense.entry.empty() || !c.pack.vocabulary) return {};
  const ListId list = c.pack.vocabulary->list("office-noun");
  return list == kNoList ? std::string_view()
                         : c.pack.vocabulary->value(c.pack.vocabulary->find(utf8::folded(sense.entry)), list);
}

bool holds_office(const Context& c, Index entity, std::string_view offices, bool past) {
  bool holds = false;
  const DaySpan days = c.d.article.published_span;
  each_term(c, entity, [&](const Term& term) {
    if (!contains_word(offices, term.office)) return;
    holds = holds || (past ? term.last != kNoDay && days.known() && term.last <= days.last : Knowledge::holds(term, days));
  });
  return holds;
}

Index named_holder(const Context& c, Country country, std::string_view offices) {
  const Term* term = only_holder(c, country, offices);
  return term == nullptr ? kNone : bearer(c, *term);
}

Index holder(Context& c, Country country, std::string_view offices) {
  const Term* term = only_holder(c, country, offices);
  if (term == nullptr) return kNone;
  if (const Index e = bearer(c, *term); e != kNone) return e;
  Entity e{EntityType::per, Sector::gov, country, c.d.keep(term->name), c.d.keep(term->kb)};
  c.d.entities.push_back(e);
  Facts facts;
  facts.gender = term->gender;
  facts.known = true;
  c.w.entities.facts.push_back(facts);
  c.discourse.grow(c.d.entities.size());
  return static_cast<Index>(c.d.entities.size() - 1);
}

std::string_view own_office(const Context& c, Index entity) {
  std::string_view own;
  bool several = false;
  each_term(c, entity, [&](const Term& term) {
    if (!Knowledge::holds(term, c.d.article.published_span)) return;
    several = several || (!own.empty() && own != term.office);
    own = term.office;
  });
  return several ? std::string_view() : own;
}

}  // namespace greffier::entities
