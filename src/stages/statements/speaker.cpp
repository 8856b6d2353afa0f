// The walk to the subject goes up the tree only, so its cost is the depth of the verb, bounded by kMaxClimb.
#include "stages/statements/speaker.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/statements/cue.h"

namespace greffier::statements {
namespace {

constexpr int kMaxClimb = 12;
constexpr Index kFar = 30;     // words between a subject and a verb that the tree does not join
constexpr std::uint8_t kNamedPlace = kInName | kNameType;
constexpr std::uint8_t kInNamedPlace = kInName | static_cast<std::uint8_t>(static_cast<unsigned>(EntityType::loc) << 4);
constexpr Index kNearSubject = 6;  // words between a conjunction and the subject behind it
constexpr Index kReach = 10;  // words between an inverted verb and its subject

bool relative(const Token& t) { return t.feats.pron_type == PronType::Rel; }

// A pronoun glued to the verb before it ("a-t-elle"), whatever relation the tree gives it.
bool clitic_subject(const Scene& s, Index i) {
  const Token& t = s.token(i);
  return t.upos == Upos::PRON && i > 0 && verbal(s.token(i - 1)) && !s.token(i - 1).space_after &&
         (t.relation.base == Deprel::nsubj || t.relation.subtype == Subtype::subj || s.text(i).starts_with('-'));
}

// A subject that the tree calls something else: a noun phrase without preposition before its verb.
Index mislabelled(const Scene& s, Index verb) {
  for (Index c = s.index.first_child[verb]; c != kNone && c < verb; c = s.index.next_sibling[c]) {
    const Token& t = s.token(c);
    const bool could = t.relation.base == Deprel::obj || t.relation.base == Deprel::dislocated || t.relation.base == Deprel::dep ||
                       t.relation.base == Deprel::advmod || t.relation.base == Deprel::nmod || t.relation.base == Deprel::appos;
    if (could && (t.upos == Upos::NOUN || t.upos == Upos::PROPN) && !has_child(s, c, Deprel::case_)) return c;
  }
  return kNone;
}

// "il *nous* a dit": a pronoun behind the subject's own pronoun is an object, whatever the tree says.
bool between_subject_and_verb(const Scene& s, Index i) {
  return s.listed(i, s.lists.object) && s.token(i).upos == Upos::PRON && i > 0 && s.token(i - 1).upos == Upos::PRON &&
         (s.listed(i - 1, s.lists.subject) || relative(s.token(i - 1)));
}

Index own_subject(const Scene& s, Index verb) {
  Index found = kNone;
  for (Index c = s.index.first_child[verb]; c != kNone; c = s.index.next_sibling[c]) {
    const Relation r = s.token(c).relation;
    if (r.base == Deprel::nsubj && between_subject_and_verb(s, c)) return c - 1;
    if (r.base == Deprel::nsubj && (c > verb || !has_child(s, c, Deprel::case_))) return c;
    if (r.base == Deprel::expl && r.subtype == Subtype::subj && found == kNone) found = c;
  }
  return found == kNone ? mislabelled(s, verb) : found;
}

// Whether a noun phrase begins at `i` without a preposition.
bool opens_phrase(const Scene& s, Index i) {
  if (i >= s.document.tokens.size()) return false;
  const Upos tag = s.token(i).upos;
  return tag == Upos::DET || tag == Upos::PROPN || (s.index.layers[i] & kInName) != 0;
}

// Whether the subject that the tree gives the cue is that of a finite verb between them, in no clause of its own.
bool borrowed(const Scene& s, Index subject, Index cue) {
  for (Index i = subject + 1; i < cue; ++i) {
    if (s.token(i).feats.pron_type == PronType::Rel || s.token(i).upos == Upos::SCONJ || s.token(i).upos == Upos::CCONJ) return false;
    if (finite(s.token(i))) return true;
  }
  return false;
}

// "Il restera ouvert indique le secrétariat": no comma before the cue, its subject taken, a speaker right behind it.
bool runs_on(const Scene& s, Index own, Index verb, TokenRange cue) {
  if (own == kNone || !borrowed(s, own, cue.begin) || !finite(s.token(finite_of(s, verb)))) return false;
  const Index after = subject_after(s, verb, cue);
  return after != kNone && after <= cue.end + 3 && s.token(after).upos != Upos::PRON && speaks(s, after) &&
         finite_verb(s, {cue.end, s.sentence_of(verb).tokens.end}) == kNone;
}

// Whether the phrase of `i` begins behind a comma that stands behind `from`: "a confié, à X, *le directeur*".
bool behind_comma(const Scene& s, Index i, Index from) {
  while (i > from && (s.token(i - 1).upos == Upos::DET || s.token(i - 1).upos == Upos::ADJ)) --i;
  return i > from && s.text(i - 1) == ",";
}

// The noun that the relative clause of `verb` belongs to, also where the verb is a later one of several in it.
Index antecedent(const Scene& s, Index verb) {
  for (int n = 0; n < kMaxClimb && verb != kNone; ++n, verb = s.token(verb).head)
    if (s.token(verb).relation.base == Deprel::acl) return s.token(verb).head;
  return kNone;
}

// The noun that a relative pronoun stands for where the tree does not say: the highest of the phrase before it that can
// speak.
Index noun_before(const Scene& s, Index pronoun) {
  const Index begin = s.sentence_of(pronoun).tokens.begin;
  Index at = pronoun;
  if (at > begin && s.text(at - 1) == ",") --at;
  while (at > begin && s.token(at - 1).upos == Upos::ADJ) --at;
  if (at == begin || !nominal(s.token(at - 1))) return kNone;
  --at;
  Index best = at;
  for (int n = 0; n < kMaxClimb; ++n) {
    const Index head = s.token(at).head;
    if (head == kNone || head > pronoun || head < begin || !nominal(s.token(head))) break;
    at = head;
    if (speaks(s, at)) best = at;
  }
  return best;
}

// Up from a noun that cannot speak ("… for Syria, who …") to the one of its phrase that can.
Index speaking(const Scene& s, Index noun) {
  Index at = noun;
  for (int n = 0; n < kMaxClimb && at != kNone && nominal(s.token(at)); ++n, at = s.token(at).head)
    if (speaks(s, at) && ((s.index.layers[at] & kNamedPlace) != kInNamedPlace || has_child(s, at, Deprel::det))) return at;
  return noun;
}

// Whether a preposition opens the phrase of `i`, also where the tree joins it to something else.
bool prepositional(const Scene& s, Index i) {
  if (has_child(s, i, Deprel::case_)) return true;
  while (i > 0 && (s.token(i - 1).upos == Upos::DET || s.token(i - 1).upos == Upos::ADJ || s.token(i - 1).upos == Upos::NUM)) --i;
  return i > 0 && s.token(i - 1).upos == Upos::ADP;
}

bool comma_between(const Scene& s, Index from, Index to) {
  for (Index i = from + 1; i < to; ++i)
    if (s.text(i) == "," || s.text(i) == ":") return true;
  return false;
}

bool colon_between(const Scene& s, Index from, Index to) {
  for (Index i = from + 1; i < to; ++i)
    if (s.text(i) == ":" && s.quote_of[i] == s.quote_of[to]) return true;
  return false;
}

// Whether a second clause begins between a borrowed subject and a phrase: "nobody knows …, *but* the envoy … has said".
bool joined_between(const Scene& s, Index subject, Index phrase) {
  bool verb = false;
  for (Index i = subject + 1; i < phrase; ++i) {
    verb = verb || finite(s.token(i));
    if (verb && s.token(i).upos == Upos::CCONJ && s.quote_of[i] == s.quote_of[phrase] && i + kNearSubject > phrase) return true;
  }
  return false;
}

// The noun phrase without a preposition that stands nearest before the cue, for a tree without a subject.
Index phrase_before(const Scene& s, Index cue) {
  const Index begin = s.sentence_of(cue).tokens.begin;
  const Index least = cue > begin + kFar ? cue - kFar : begin;
  for (Index i = cue; i-- > least;) {
    const Token& t = s.token(i);
    if (s.quote_around(i, cue) != kNone) continue;
    if (s.text(i) == ":") return kNone;
    if (i == finite_of(s, cue)) continue;  // the cue's own auxiliary
    if (finite(t) && finite(s.token(finite_of(s, cue)))) return kNone;
    if (finite(t) && s.quote_of[i] == s.quote_of[cue]) return own_subject(s, t.relation.base == Deprel::aux && t.head != kNone ? t.head : i);
    if (!nominal(t) || t.feats.reflex || (s.index.layers[i] & kInTime) != 0 || has_child(s, i, Deprel::case_)) continue;
    if (t.upos == Upos::PRON && (t.relation.base == Deprel::expl || t.relation.base == Deprel::iobj || relative(t))) continue;
    const bool part = t.head != kNone && t.head < i && t.head >= begin && nominal(s.token(t.head)) && !comma_between(s, t.head, i);
    if (!part && speaks(s, i)) return i;
  }
  return kNone;
}

// A participle behind a comma and a noun with a preposition tells of the clause, not of the noun: "answers in a tweet, saying …".
bool of_clause(const Scene& s, Index participle) {
  const Token& t = s.token(participle);
  return t.feats.verb_form == VerbForm::Part && t.feats.tense == Tense::Pres && participle > 0 && comma(s, participle - 1) && has_child(s, t.head, Deprel::case_);
}

Index walk_up(const Scene& s, Index verb) {
  Index at = verb;
  for (int n = 0; n < kMaxClimb && at != kNone; ++n) {
    if (const Index own = own_subject(s, at); own != kNone) {
      if (!relative(s.token(own))) return own;
      const Index noun = antecedent(s, at);
      const Index before = noun == kNone || noun > own ? noun_before(s, own) : noun;
      return before == kNone ? kNone : speaking(s, before);
    }
    const Token& t = s.token(at);
    switch (t.relation.base) {
      case Deprel::conj: case Deprel::xcomp: case Deprel::advcl: case Deprel::ccomp: case Deprel::aux: case Deprel::cop:
      case Deprel::parataxis: case Deprel::dep: case Deprel::obl: case Deprel::advmod:
        at = t.head;
        break;
      case Deprel::acl:
        if (!of_clause(s, at)) return t.head;
        at = t.head;
        break;
      default:
        return kNone;
    }
  }
  return kNone;
}

// A noun of the knowledge: people by trade or part, bodies, groups.
bool known_noun(const Scene& s, Index head) {
  if (s.pack.knowledge == nullptr || s.token(head).upos != Upos::NOUN) return false;
  const Fingerprint word = fingerprint(s.document.lemma(s.token(head)));
  return static_cast<bool>(s.pack.knowledge->noun_names().longest({&word, 1}, 0, 1));
}

}  // namespace

bool speaks(const Scene& s, Index head) {
  const Token& t = s.token(head);
  if (s.listed(head, s.lists.nobody)) return false;
  if (t.upos == Upos::PRON || t.upos == Upos::PROPN || t.upos == Upos::NUM || (s.index.layers[head] & kInName) != 0 || s.listed(head, s.lists.speaker) ||
      s.listed(head, s.lists.document) || known_noun(s, head))
    return true;
  for (Index c = s.index.first_child[head]; c != kNone; c = s.index.next_sibling[c]) {
    const Deprel rel = s.token(c).relation.base;
    const bool names = rel == Deprel::appos || rel == Deprel::flat || (rel == Deprel::nmod && !has_child(s, c, Deprel::case_));
    if (names && (s.index.layers[c] & kInName) != 0) return true;
  }
  return false;
}

Index subject_of(const Scene& s, Index verb) {
  const Index up = walk_up(s, verb);
  const bool quoted = up != kNone && s.quote_of[up] != kNone && s.quote_around(up, verb) != kNone;
  const bool far = quoted || (up != kNone && up < verb && colon_between(s, up, verb));  // a heading's "Syria : …"
  const Index before = phrase_before(s, verb);
  if (up != kNone && up < verb && before != kNone && before > up && joined_between(s, up, before)) return before;
  if (up != kNone && !far) return up;
  return before == kNone && !quoted ? up : before;
}

Index subject_before(const Scene& s, Index verb) { return phrase_before(s, verb); }

Index subject_after(const Scene& s, Index verb, TokenRange cue) {
  for (Index i = cue.begin; i < cue.end; ++i)
    if (clitic_subject(s, i)) return i;
  Index loose = kNone;
  const Index end = std::min(s.sentence_of(verb).tokens.end, cue.end + kReach);
  for (Index c = cue.end; c < end; ++c) {
    const Token& t = s.token(c);
    const bool of_cue = t.head != kNone && cue.contains(t.head);
    if (of_cue && t.relation.base == Deprel::nsubj) return c;
    const bool outside = of_cue || t.head == kNone || t.head < cue.begin || behind_comma(s, c, cue.end);
    if (loose == kNone && outside && nominal(t) && !prepositional(s, c) && (s.index.layers[c] & kInTime) == 0) loose = c;
  }
  return loose;
}

bool inserted_form(const Scene& s, Index verb) {
  const Token& t = s.token(verb);
  const Index begin = s.sentence_of(verb).tokens.begin;
  if (t.feats.verb_form != VerbForm::Part || t.feats.tense == Tense::Pres || has_child(s, verb, Deprel::aux) || verb <= begin || !s.punct(verb - 1)) return false;
  if (s.token(verb + 1 < s.document.tokens.size() ? verb + 1 : verb).upos != Upos::PROPN && !opens_phrase(s, verb + 1)) return false;
  return finite_verb(s, {begin, verb}) != kNone || s.closes_at(verb - 1) != kNone || s.closes_at(verb - 2) != kNone;
}

bool inverted(const Scene& s, Index verb, TokenRange cue) {
  for (Index i = cue.begin; i < cue.end; ++i)
    if (clitic_subject(s, i)) return true;
  const Index own = own_subject(s, verb);
  if (own != kNone && own > verb) return true;
  const Index begin = s.sentence_of(verb).tokens.begin;
  if (cue.begin > begin && !s.punct(cue.begin - 1)) return runs_on(s, own, verb, cue);
  if (cue.begin == begin && begin > 0 && s.closes_at(begin - 1) != kNone && finite(s.token(finite_of(s, verb))))
    return subject_after(s, verb, cue) != kNone && s.token(cue.begin).feats.mood != Mood::Imp;  // the sentence ended with the quotation
  if (cue.begin <= begin || s.text(cue.begin - 1) == ":" || !(finite(s.token(finite_of(s, verb))) || inserted_form(s, verb))) return false;
  if (subject_after(s, verb, cue) == kNone) return false;
  if (s.closes_at(cue.begin - 1) != kNone || s.closes_at(cue.begin - 2) != kNone) return own == kNone || s.quote_of[own] != kNone;
  return own == kNone ? s.token(verb).relation.base != Deprel::conj || opens_phrase(s, cue.end) : borrowed(s, own, cue.begin) && opens_phrase(s, cue.end);
}

}  // namespace greffier::statements
