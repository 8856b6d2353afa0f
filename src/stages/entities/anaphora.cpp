// Idea: Lappin and Leass (1994), salience by place in the sentence, halved with each sentence; gender, number and the kind
// of noun rule out. A subject without a name ("un policier") also comes to mind: a pronoun that would fit it better than
// any entity stays unlinked. Cost: words × entities in the worst case, entities being few.
#include "stages/entities/anaphora.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/entities/discourse.h"
#include "stages/entities/nouns.h"
#include "stages/entities/tree.h"
#include "stages/parties.h"
#include "stages/phrases.h"

namespace greffier::entities {
namespace {

constexpr unsigned kSubject = 80, kObject = 50, kOther = 40, kHeading = 20;
constexpr unsigned kFarthestPronoun = 3;      // sentences back
constexpr unsigned kFarthestDescription = 12;
constexpr Index kLongestDescription = 12;     // words

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
    if (entity_[t] == kNone && !taken_[t] && !sentence.heading) {
      if (token.upos == Upos::NOUN) description(t);
      else if (token.upos == Upos::PRON) pronoun(t);
    }
    if (entity_[t] != kNone) discourse_.mention(entity_[t], t, weight_of(token, sentence.heading));
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

  void description(Index t) {
    if (d_.tokens[t].feats.number == Number::Plur || !definite(d_, index_, t)) return;
    const NounSense sense = sense_of(pack_, w_, d_, t);
    if (sense.kind == NounKind::other) return;
    const Index entity = meant(t, sense);
    if (entity == kNone) return;
    const TokenRange range = without_contraction(d_, noun_phrase(d_, index_, t));
    if (range.empty() || range.size() > kLongestDescription || !range.contains(t)) return;
    add(range, t, entity, MentionKind::nominal);
  }

  Index meant(Index t, const NounSense& sense) const {
    if (sense.kind == NounKind::country) return country_meant(t);
    const Country country = country_at(pack_, w_, d_, t);
    const Index complement = child(d_, index_, t, Deprel::nmod);
    if (const Index entity = by_role(sense, country, complement); entity != kNone) return entity;
    if (sense.kind == NounKind::person) return country.empty() ? kNone : by_office(sense, country);
    return complement == kNone && country.empty() ? by_sector(sense) : kNone;
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
  Index by_role(const NounSense& sense, Country country, Index complement) const {
    Index found = kNone;
    for (const Role& role : w_.entities.roles) {
      if (role.lemma != sense.lemma || !discourse_.mentioned(role.entity)) continue;
      const Country own = role.country.empty() ? d_.entities[role.entity].country : role.country;
      if (!country.empty() && !own.empty() && own != country) continue;
      if (complement != kNone && country.empty() && !same_complement(role, complement)) continue;
      if (!agree(sense.gender, w_.entities.facts[role.entity].gender)) continue;
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
    for (Index e = 0; e < d_.entities.size(); ++e) {
      const Entity& entity = d_.entities[e];
      if (entity.type != EntityType::per || !discourse_.mentioned(e) || entity.country != country || entity.sector != sense.sector) continue;
      if (!agree(sense.gender, w_.entities.facts[e].gender) || discourse_.age(e) > kFarthestDescription) continue;
      if (found != kNone) return kNone;
      found = e;
    }
    return found;
  }

  // "le journal", "la compagnie": the body of that trade spoken of last.
  Index by_sector(const NounSense& sense) const {
    if (sense.sector == Sector::none) return kNone;
    return discourse_.most_salient([&](Index e) {
      const Entity& entity = d_.entities[e];
      return entity.type == EntityType::org && entity.sector == sense.sector && discourse_.age(e) <= kFarthestPronoun;
    });
  }

  void pronoun(Index t) {
    const Token& token = d_.tokens[t];
    const Feats& f = token.feats;
    if (f.person != Person::Third || f.number == Number::Plur || f.reflex || is(token, Deprel::expl) || f.pron_type != PronType::Prs) return;
    if (is(token, Deprel::obj)) return;  // "le", "la", "l'" more often stand for what was said
    const Index verb = token.head;
    const Index own_subject = verb == kNone || subject(token) ? kNone : child(d_, index_, verb, Deprel::nsubj);
    const Index entity = discourse_.most_salient([&](Index e) {
      if (d_.entities[e].type != EntityType::per || !agree(f.gender, w_.entities.facts[e].gender)) return false;
      return discourse_.age(e) <= kFarthestPronoun && (own_subject == kNone || entity_[own_subject] != e);
    });
    if (entity == kNone || stranger_between(entity, f.gender)) return;
    add({t, t + 1}, t, entity, MentionKind::pronoun);
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
  std::vector<std::uint8_t> taken_;
  Index stranger_ = kNone;
  Gender stranger_gender_ = Gender::none;
};

}  // namespace

void read_anaphora(const Pack& pack, Workspace& workspace, Document& document) { Reader(pack, workspace, document).read(); }

}  // namespace greffier::entities
