// Idea: Lappin and Leass (1994), salience by place in the sentence, halved with each sentence; gender, number and the kind
// of noun rule out. A subject without a name ("un policier") also comes to mind: a pronoun that would fit it better than
// any entity stays unlinked. Cost: words × entities in the worst case, entities being few.
#include "stages/entities/anaphora.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/entities/discourse.h"
#include "stages/entities/nouns.h"
#include "stages/entities/speakers.h"
#include "stages/entities/tree.h"
#include "stages/parties.h"
#include "stages/phrases.h"

namespace greffier::entities {
namespace {

constexpr unsigned kSubject = 80, kObject = 50, kOther = 40, kHeading = 20;
constexpr unsigned kFarthestPronoun = 3;      // sentences back
constexpr unsigned kFarthestDescription = 12;
constexpr Index kLongestDescription = 12;     // words
constexpr std::size_t kMostRoles = 400;       // descriptions that are remembered

unsigned weight_of(const Token& token, bool heading) {
  if (heading) return kHeading;
  if (subject(token)) return kSubject;
  return is(token, Deprel::obj) || is(token, Deprel::iobj) ? kObject : kOther;
}

bool agree(Gender a, Gender b) { return a == Gender::none || b == Gender::none || a == b; }

class Reader {
 public:
  Reader(const Pack& pack, Workspace& workspace, Document& document)
      : pack_(pack), w_(workspace), index_(workspace.index), d_(document), origin_(document.origin_of("coreference")) {}

  void read() {
    discourse_.begin(d_.entities.size());
    mark_known();
    for (const Sentence& sentence : d_.sentences) {
      discourse_.next_sentence();
      stranger_ = kNone;
      for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) read(sentence, t);
    }
    for (const Quote& quote : d_.quotes) first_persons(quote);
  }

 private:
  // The entity of each token that heads a mention; tokens within mentions are not read again.
  void mark_known() {
    entity_.assign(d_.tokens.size(), kNone);
    taken_.assign(d_.tokens.size(), 0);
    for (const auto* mentions : {&d_.mentions, &w_.entities.added})
      for (const Mention& m : *mentions) {
        entity_[head_of(d_, m.tokens)] = m.entity;
        if (m.kind == MentionKind::name) std::fill(taken_.begin() + m.tokens.begin, taken_.begin() + m.tokens.end, std::uint8_t{1});
      }
  }

  void read(const Sentence& sentence, Index t) {
    const Token& token = d_.tokens[t];
    if (entity_[t] == kNone && !taken_[t]) {
      if (token.upos == Upos::NOUN) description(t, sentence.heading);
      else if (token.upos == Upos::PRON) pronoun(t);
    }
    const unsigned weight = weight_of(token, sentence.heading) / (speakers_.quoted(t) ? 4 : 1);  // what is quoted is spoken of less
    if (entity_[t] != kNone) discourse_.mention(entity_[t], t, weight);
    else if (token.upos == Upos::NOUN && subject(token)) note_stranger(t);
  }

  // A subject that is a person without a name.
  void note_stranger(Index t) {
    const NounSense sense = sense_of(pack_, w_, d_, t);
    if (sense.kind != NounKind::person || d_.tokens[t].feats.number == Number::Plur) return;
    stranger_ = t;
    stranger_gender_ = sense.gender;
  }

  void add(TokenRange range, Index head, Index entity, MentionKind kind) {
    entity_[head] = entity;
    w_.entities.added.push_back({d_.place_of(range), range, entity, kind, d_.entities[entity].type, origin_});
  }

  void description(Index t, bool heading) {
    const Token& token = d_.tokens[t];
    if (token.feats.number == Number::Plur || is(token, Deprel::compound) || is(token, Deprel::fixed)) return;
    const bool known = definite(d_, index_, t);
    if (!known && !heading) return;
    const NounSense sense = sense_of(pack_, w_, d_, t);
    if (sense.kind == NounKind::other) return;
    const Index entity = meant(t, sense, heading);
    if (entity == kNone) return;
    const TokenRange range = without_contraction(d_, own_phrase(t));
    if (range.empty() || range.size() > kLongestDescription || !range.contains(t)) return;
    if (sense.kind == NounKind::country && range.size() == 1) return;  // "du pays" is seldom more than a place
    add(range, t, entity, MentionKind::nominal);
  }

  // The noun with its determiner, adjectives and complements, as far as they stand unbroken.
  TokenRange own_phrase(Index t) const {
    TokenRange range = noun_phrase(d_, index_, t);
    for (Index i = t + 1; i < range.end; ++i)
      if (d_.tokens[i].upos == Upos::VERB || d_.tokens[i].upos == Upos::AUX || d_.tokens[i].upos == Upos::PUNCT || taken_sideways(i)) range.end = i;
    return trimmed(d_, range);
  }
  // A complement that hangs on the noun by another preposition than "of" is no part of a short description.
  bool taken_sideways(Index i) const { return d_.tokens[i].upos == Upos::ADP && !form_in_list(i, "preposition-complement"); }

  Index meant(Index t, const NounSense& sense, bool heading) const {
    if (sense.kind == NounKind::country) return country_meant(t);
    const Country country = country_at(pack_, w_, d_, t);
    const Index complement = child(d_, index_, t, Deprel::nmod);
    if (const Index entity = by_role(sense, country, complement, heading); entity != kNone) return entity;
    if (heading) return kNone;
    if (sense.kind == NounKind::person) return country.empty() ? by_demonstrative(t, sense) : by_office(sense, country);
    return complement == kNone ? by_sector(t, country) : kNone;
  }

  // "ce dirigeant": the person of that gender spoken of last.
  Index by_demonstrative(Index t, const NounSense& sense) const {
    const Index det = child(d_, index_, t, Deprel::det);
    if (det == kNone || d_.tokens[det].feats.pron_type != PronType::Dem) return kNone;
    return discourse_.most_salient([&](Index e) {
      return d_.entities[e].type == EntityType::per && agree(sense.gender, w_.entities.facts[e].gender) && discourse_.age(e) <= kFarthestPronoun;
    });
  }

  // "le pays": the state spoken of last; behind a possessive, the possessor's.
  Index country_meant(Index t) const {
    if (child(d_, index_, t, Deprel::nmod) != kNone || child(d_, index_, t, Deprel::amod) != kNone) return kNone;
    Country owner;
    if (possessed(d_, index_, t)) {
      const Index person = discourse_.most_salient([&](Index e) { return d_.entities[e].type == EntityType::per; });
      if (person != kNone) owner = d_.entities[person].country;
      if (owner.empty()) return kNone;
    }
    return discourse_.most_salient([&](Index e) {
      const Entity& entity = d_.entities[e];
      return entity.type == EntityType::loc && is_state(e) && (owner.empty() || entity.country == owner);
    });
  }

  bool is_state(Index e) const {
    const KnownThing* state = pack_.knowledge ? pack_.knowledge->state(d_.entities[e].country) : nullptr;
    return state != nullptr && d_.pooled(d_.entities[e].kb) == state->id;
  }

  // Somebody whom the text has described by the same noun, of the same country as far as both say.
  // A heading may speak of somebody whom the text names only below.
  Index by_role(const NounSense& sense, Country country, Index complement, bool heading) const {
    Index found = kNone;
    const auto& roles = w_.entities.roles;
    const std::span<const Role> near(roles.data(), std::min(roles.size(), kMostRoles));
    for (const Role& role : near) {
      if (role.lemma != sense.lemma || (!heading && !discourse_.mentioned(role.entity))) continue;
      const Country own = role.country.empty() ? d_.entities[role.entity].country : role.country;
      if (!country.empty() && !own.empty() && own != country) continue;
      if (complement != kNone && country.empty() && !same_complement(role, complement)) continue;
      if (!agree(sense.gender, w_.entities.facts[role.entity].gender)) continue;
      if (heading) return role.entity;
      if (discourse_.age(role.entity) <= kFarthestDescription) found = role.entity;
    }
    return found;
  }

  bool same_complement(const Role& role, Index complement) const {
    return role.complement != 0 && role.complement == fingerprint(d_.form(d_.tokens[complement])).hash;
  }

  // "le président russe": of the persons named so far, the only one who holds an office of that country.
  Index by_office(const NounSense& sense, Country country) const {
    Index found = kNone;
    for (const Index e : discourse_.recent()) {
      const Entity& entity = d_.entities[e];
      if (entity.type != EntityType::per || entity.country != country || entity.sector != sense.sector) continue;
      if (!agree(sense.gender, w_.entities.facts[e].gender) || discourse_.age(e) > kFarthestDescription) continue;
      if (found != kNone) return kNone;
      found = e;
    }
    return found;
  }

  // "le journal", "la compagnie": the body of such a trade spoken of last.
  Index by_sector(Index t, Country country) const {
    const std::string_view trades = list_value(pack_, w_, t, "body-noun");
    if (trades.empty()) return kNone;
    return discourse_.most_salient([&](Index e) {
      const Entity& entity = d_.entities[e];
      return entity.type == EntityType::org && entity.sector != Sector::none && trades.find(spelling(entity.sector)) != std::string_view::npos &&
             (country.empty() || entity.country == country) && discourse_.age(e) <= kFarthestPronoun;
    });
  }

  void pronoun(Index t) {
    const Token& token = d_.tokens[t];
    const Feats& f = token.feats;
    if (!in_list(pack_, w_, t, "pronoun-person") && !form_in_list(t, "pronoun-person")) return;
    const Index verb = token.head;
    if (f.number == Number::Plur || f.reflex || is(token, Deprel::expl) || impersonal(t, verb)) return;
    const bool object = is(token, Deprel::iobj) || is(token, Deprel::obj);
    const Index own_subject = verb == kNone || !object ? kNone : child(d_, index_, verb, Deprel::nsubj);
    const Index speaker = speakers_.quoted(t) ? speakers_.at(t) : kNone;
    const Index entity = discourse_.most_salient([&](Index e) {
      if (d_.entities[e].type != EntityType::per || e == speaker || !agree(f.gender, w_.entities.facts[e].gender)) return false;
      return discourse_.age(e) <= kFarthestPronoun && (own_subject == kNone || entity_[own_subject] != e);
    });
    if (entity == kNone || stranger_between(entity, f.gender)) return;
    if (f.gender != Gender::none && w_.entities.facts[entity].gender == Gender::none) w_.entities.facts[entity].gender = f.gender;
    add_pronoun(t, entity);
  }

  // "il faut", "il y a".
  bool impersonal(Index t, Index verb) const {
    if (!subject(d_.tokens[t]) || verb == kNone) return false;
    return in_list(pack_, w_, verb, "verb-impersonal") || (t + 1 < verb && form_in_list(t + 1, "pronoun-locative"));
  }

  // Without the hyphens of an inversion: of "-t-il", "il".
  void add_pronoun(Index t, Index entity) {
    add({t, t + 1}, t, entity, MentionKind::pronoun);
    ByteRange& place = w_.entities.added.back().place;
    const std::size_t hyphen = d_.text(place).rfind('-');
    if (hyphen != std::string_view::npos && hyphen + 1 < place.size() && hyphen <= 2) place.begin += static_cast<Index>(hyphen + 1);
  }

  bool form_in_list(Index t, std::string_view list) const {
    const ListId id = pack_.vocabulary ? pack_.vocabulary->list(list) : kNoList;
    return id != kNoList && t < index_.form.size() && pack_.vocabulary->in_list(index_.form[t], id);
  }

  void first_persons(const Quote& quote) {
    if (quote.inside != kNone) return;
    Index speaker = kNone;
    for (Index t = quote.tokens.begin; t < quote.tokens.end; ++t) {
      if (entity_[t] != kNone || !form_in_list(t, "pronoun-speaker")) continue;
      if (speaker == kNone) speaker = speakers_.of(quote);
      if (speaker == kNone) return;
      add_pronoun(t, speaker);
    }
  }

  bool stranger_between(Index entity, Gender gender) const {
    return stranger_ != kNone && stranger_ > discourse_.last_token(entity) && agree(gender, stranger_gender_);
  }

  const Pack& pack_;
  Workspace& w_;
  const TokenIndex& index_;
  Document& d_;
  Origin origin_;
  Discourse discourse_;
  std::vector<Index> entity_;
  Speakers speakers_{d_, index_, entity_};
  std::vector<std::uint8_t> taken_;
  Index stranger_ = kNone;
  Gender stranger_gender_ = Gender::none;
};

}  // namespace

void read_anaphora(const Pack& pack, Workspace& workspace, Document& document) { Reader(pack, workspace, document).read(); }

}  // namespace greffier::entities
