// A pronoun is the person of its gender who comes to mind first; where there is none, the body or state of that gender
// that was the subject just before. A subject that is no entity and stands nearer than the entity takes it away. Cost:
// the entities that come to mind, for each pronoun. Tested in tests/unit/coreference_test.cpp.
#include "stages/entities/pronouns.h"

#include <algorithm>

#include "stages/entities/nouns.h"
#include "stages/entities/tree.h"

namespace greffier::entities {
namespace {

constexpr unsigned kFarthest = 3;      // sentences back
constexpr unsigned kFarthestSpeaker = 8;  // "… », a-t-il dit", behind a long quotation
constexpr unsigned kFarthestBody = 1;
constexpr Index kInfinitive = 5;       // words between "il" and the "y" of "il pourrait y avoir"

class Reader {
 public:
  Reader(Context& context, Index t) : c_(context), t_(t), token_(context.d.tokens[t]) {}

  void read() {
    if (!third_person() || token_.feats.number == Number::Plur || token_.feats.reflex || doubled() || there_is() ||
        impersonal())
      return;
    Index who = person();
    if (who == kNone && subject_pronoun()) who = body();
    if (who == kNone || stranger_nearer(who)) return;
    Facts& facts = c_.w.entities.facts[who];
    if (token_.feats.gender != Gender::none && facts.gender == Gender::none) facts.gender = token_.feats.gender;
    add(who);
  }

  // Without the hyphens of an inversion: of "-t-il", "il".
  void add(Index who) {
    c_.add({t_, t_ + 1}, t_, who, MentionKind::pronoun);
    ByteRange& place = c_.w.entities.added.back().place;
    const std::size_t hyphen = c_.d.text(place).rfind('-');
    if (hyphen != std::string_view::npos && hyphen + 1 < place.size() && hyphen <= 2)
      place.begin += static_cast<Index>(hyphen + 1);
  }

 private:
  bool third_person() const { return in_list(c_.pack, c_.w, t_, "pronoun-person") || c_.form_in_list(t_, "pronoun-person"); }
  // Glued behind its verb ("a-t-il"); before it, the tree calls only an impersonal one so.
  bool inverted() const {
    return is(token_, Deprel::expl) && token_.relation.subtype == Subtype::subj && c_.d.text(token_.place).starts_with('-');
  }
  bool subject_pronoun() const { return subject(token_) || inverted(); }

  // An expletive; the pronoun of an inversion is one only beside the subject itself ("Le maire a-t-il …").
  bool doubled() const {
    if (!is(token_, Deprel::expl)) return false;
    return !inverted() || (token_.head != kNone && child(c_.d, c_.index, token_.head, Deprel::nsubj) != kNone);
  }

  // "il faut", "il y a", "il pourrait y avoir", "il est prévu que".
  bool impersonal() const {
    const Index verb = token_.head;
    if (!subject_pronoun() || verb == kNone) return false;
    if (in_list(c_.pack, c_.w, verb, "verb-impersonal")) return true;
    const Index end = std::min<Index>(static_cast<Index>(c_.d.tokens.size()), t_ + kInfinitive);
    for (Index i = t_ + 1; i < end && c_.d.tokens[i].upos != Upos::PUNCT; ++i)
      if (c_.form_in_list(i, "pronoun-locative")) return i < verb || c_.d.tokens[i].head != verb;
    return judged(verb);
  }

  // "il y a", whatever the tree made of it; "il y a rencontré" is somebody.
  bool there_is() const {
    const std::size_t size = c_.d.tokens.size();
    if (t_ + 2 >= size || !c_.form_in_list(t_ + 1, "pronoun-locative") || !in_list(c_.pack, c_.w, t_ + 2, "auxiliary-active"))
      return false;
    return t_ + 3 >= size || c_.d.tokens[t_ + 3].feats.verb_form != VerbForm::Part;
  }

  // "il est établi que", "il est interdit aux visiteurs de": a copula or passive that judges a clause behind it.
  bool judged(Index verb) const {
    const bool listed = in_list(c_.pack, c_.w, verb, "word-impersonal") || c_.form_in_list(verb, "word-impersonal");
    const Token& v = c_.d.tokens[verb];
    const bool passive = v.feats.verb_form == VerbForm::Part && v.feats.voice == Voice::Pass;
    if (!listed && v.upos != Upos::ADJ && !passive) return false;
    for (Index k = c_.index.first_child[verb]; k != kNone; k = c_.index.next_sibling[k]) {
      const Token& clause = c_.d.tokens[k];
      const bool content = is(clause, Deprel::ccomp) || is(clause, Deprel::csubj) ||
                           (listed && (is(clause, Deprel::xcomp) || is(clause, Deprel::advcl)));
      if (k > verb && content && child(c_.d, c_.index, k, Deprel::mark) != kNone) return true;
    }
    return false;
  }

  Index person() const {
    const bool object = is(token_, Deprel::iobj) || is(token_, Deprel::obj);
    const Index own_subject = token_.head == kNone || !object ? kNone : child(c_.d, c_.index, token_.head, Deprel::nsubj);
    const unsigned farthest = inverted() && says(token_.head) ? kFarthestSpeaker : kFarthest;
    const Index speaker = c_.speakers.quoted(t_) ? c_.speakers.at(t_) : kNone;
    return c_.discourse.most_salient([&](Index e) {
      if (c_.type(e) != EntityType::per || e == speaker || !agree(token_.feats.gender, c_.facts(e).gender)) return false;
      return c_.discourse.age(e) <= farthest && (own_subject == kNone || c_.entity[own_subject] != e);
    });
  }

  Index body() const {
    return c_.discourse.most_salient([&](Index e) {
      const Gender gender = c_.facts(e).gender;
      return c_.type(e) != EntityType::per && gender != Gender::none && gender == token_.feats.gender &&
             c_.discourse.age(e) <= (inverted() ? kFarthest : kFarthestBody) && c_.discourse.was_subject(e);
    });
  }

  // What stands nearer than the entity: a person without a name; or a thing, unless the verb is one of saying.
  bool stranger_nearer(Index who) const {
    const Stranger& s = c_.stranger;
    if (s.token == kNone || s.token < c_.discourse.last_token(who) || !agree(token_.feats.gender, s.gender)) return false;
    const Index here = c_.d.sentence_of(t_);
    if (inverted() && says(token_.head)) return false;  // whoever speaks, the quoted words' subject does not
    if (s.person) return s.sentence == here;
    if (!subject(token_) || s.sentence + 1 < here) return false;
    return !says(token_.head);
  }
  bool says(Index verb) const { return verb != kNone && in_list(c_.pack, c_.w, verb, "cue-that"); }

  Context& c_;
  Index t_;
  const Token& token_;
};

Index spoken_of_last(const Context& c, Gender gender, Index before) {
  Index best = kNone;
  for (const Index e : c.discourse.recent()) {
    const Index last = c.discourse.last_token(e);
    if (last >= before || !agree(gender, c.facts(e).gender) || c.discourse.age(e) > 1) continue;
    if (c.type(e) == EntityType::misc || (c.type(e) == EntityType::loc && !is_state(c.pack, c.d, e))) continue;
    if (best == kNone || last > c.discourse.last_token(best)) best = e;
  }
  return best;
}

}  // namespace

void read_pronoun(Context& context, Index t) { Reader(context, t).read(); }

bool read_latter(Context& c, Index t) {
  const Token& token = c.d.tokens[t];
  if (token.feats.number == Number::Plur || !c.form_in_list(t, "pronoun-latter")) return false;
  const bool alone = token.upos == Upos::PRON;
  if (!alone && (t == 0 || c.d.tokens[t - 1].feats.pron_type != PronType::Dem)) return false;
  if (!alone && t + 1 < c.d.tokens.size() && c.d.tokens[t + 1].upos == Upos::NOUN) return false;  // "ce dernier point"
  const Index who = spoken_of_last(c, token.feats.gender, t);
  if (who != kNone) c.add({alone ? t : t - 1, t + 1}, t, who, MentionKind::pronoun);
  return true;
}

void read_first_persons(Context& c, const Quote& quote) {
  if (quote.inside != kNone) return;
  Index speaker = kNone;
  for (Index t = quote.tokens.begin; t < quote.tokens.end; ++t) {
    if (c.entity[t] != kNone || !c.form_in_list(t, "pronoun-speaker")) continue;
    if (speaker == kNone) speaker = c.speakers.of(quote);
    if (speaker == kNone) return;
    Reader(c, t).add(speaker);
  }
}

}  // namespace greffier::entities
