// The walk to the subject goes up the tree only, so its cost is the depth of the verb, bounded by kMaxClimb; where the tree has
// none, the words before the verb decide, back to kFar. Tested by the examples of packs/*/statements.rules.
#include "stages/statements/speaker.h"

#include <algorithm>

#include "pack/knowledge.h"
#include "stages/statements/cue.h"
#include "stages/statements/subject_before.h"

namespace greffier::statements {
namespace {

constexpr int kMaxClimb = 12;
constexpr Index kRelative = 8;     // words between a relative pronoun and its verb
constexpr Index kNearSubject = 6;  // words between a conjunction and the subject behind it
constexpr std::uint8_t kNamedPlace = kInName | kNameType;
constexpr std::uint8_t kInNamedPlace = kInName | static_cast<std::uint8_t>(static_cast<unsigned>(EntityType::loc) << 4);

bool relative(const Token& t) { return t.feats.pron_type == PronType::Rel; }

// A subject that the tree calls something else: a noun phrase without preposition before its verb.
Index mislabelled(const Scene& s, Index verb) {
  for (Index c = s.index.first_child[verb]; c != kNone && c < verb; c = s.index.next_sibling[c]) {
    const Token& t = s.token(c);
    const bool could = t.relation.base == Deprel::obj || t.relation.base == Deprel::dislocated ||
                       t.relation.base == Deprel::dep || t.relation.base == Deprel::advmod || t.relation.base == Deprel::nmod ||
                       t.relation.base == Deprel::appos;
    if (could && (t.upos == Upos::NOUN || t.upos == Upos::PROPN) && !has_child(s, c, Deprel::case_)) return c;
  }
  return kNone;
}

// "he *us* has told": a pronoun behind the subject's own pronoun is an object, whatever the tree says.
bool between_subject_and_verb(const Scene& s, Index i) {
  return s.form_listed(i, s.lists.object) && s.token(i).upos == Upos::PRON && i > 0 && s.token(i - 1).upos == Upos::PRON &&
         (s.form_listed(i - 1, s.lists.subject) || relative(s.token(i - 1)));
}

// A noun or name that is part of a day or a time: the tree's subject of "the evening before, her friends said".
bool t_noun(const Scene& s, Index i) { return s.token(i).upos == Upos::NOUN || s.token(i).upos == Upos::PROPN; }

Index tree_subject(const Scene& s, Index verb) {
  Index found = kNone;
  for (Index c = s.index.first_child[verb]; c != kNone; c = s.index.next_sibling[c]) {
    const Relation r = s.token(c).relation;
    if (r.base == Deprel::nsubj && between_subject_and_verb(s, c)) return c - 1;
    if (r.base == Deprel::nsubj && c < verb && has_child(s, c, Deprel::cop)) continue;  // a clause: "it's a shame, …"
    if (r.base == Deprel::nsubj && c < verb && (s.index.layers[c] & kInTime) != 0 && t_noun(s, c)) continue;
    if (r.base == Deprel::nsubj && (c > verb || !has_child(s, c, Deprel::case_))) return c;
    if (r.base == Deprel::expl && r.subtype == Subtype::subj && found == kNone) found = c;
  }
  return found == kNone ? mislabelled(s, verb) : found;
}

// The subject's pronoun right before a finite verb and its clitics, whatever the tree joins it to.
Index pronoun_before(const Scene& s, Index verb) {
  const Index first = finite_of(s, verb), begin = s.sentence_of(verb).tokens.begin;
  if (!finite(s.token(first))) return kNone;
  for (Index i = first; i > begin;) {
    const Token& t = s.token(--i);
    const bool object = s.form_listed(i, s.lists.object), particle = s.form_listed(i, s.lists.particle);
    if (t.upos == Upos::PRON && s.form_listed(i, s.lists.subject) && !object) return i;
    if (!object && !particle) return kNone;
  }
  return kNone;
}

// Whether a relative pronoun opens the clause of the finite word `i`.
bool relative_before(const Scene& s, Index i, Index begin) {
  for (Index p = i; p-- > begin && p + kRelative > i;) {
    if (s.token(p).feats.pron_type == PronType::Rel) return true;
    if (finite(s.token(p))) return false;
  }
  return false;
}

// A finite verb right behind a conjunction has the subject of the finite verb before: "urges X to go *and* calls for Y".
Index shared_subject(const Scene& s, Index verb) {
  const Index first = finite_of(s, verb), begin = s.sentence_of(verb).tokens.begin;
  Index at = first;
  while (at > begin &&
         (s.token(at - 1).upos == Upos::ADV || (s.token(at - 1).upos == Upos::PRON && s.form_listed(at - 1, s.lists.object))))
    --at;
  if (!finite(s.token(first)) || at <= begin || s.token(at - 1).upos != Upos::CCONJ) return kNone;
  for (Index i = at - 1; i-- > begin;) {
    if (!finite(s.token(i)) || s.quote_of[i] != s.quote_of[verb]) continue;
    const Index whole = s.token(i).relation.base == Deprel::aux && s.token(i).head != kNone ? s.token(i).head : i;
    const Deprel relation = s.token(whole).relation.base;
    if (relation == Deprel::ccomp || (relation == Deprel::acl && relative_before(s, i, begin))) continue;
    const Index own = tree_subject(s, whole);
    const Index before = own != kNone && own > whole ? subject_before(s, whole) : kNone;
    return before == kNone ? own : before;
  }
  return kNone;
}

}  // namespace

Index own_subject(const Scene& s, Index verb) {
  if (const Index pronoun = pronoun_before(s, verb); pronoun != kNone) return pronoun;
  const Index shared = shared_subject(s, verb);
  return shared == kNone || relative(s.token(shared)) ? tree_subject(s, verb) : shared;
}

bool prepositional(const Scene& s, Index i) {
  if (has_child(s, i, Deprel::case_)) return true;
  while (i > 0 && (s.token(i - 1).upos == Upos::DET || s.token(i - 1).upos == Upos::ADJ || s.token(i - 1).upos == Upos::NUM))
    --i;
  return i > 0 && s.token(i - 1).upos == Upos::ADP;
}

namespace {

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

// Whether another finite verb, in no clause that opens behind the subject, stands between a subject and its verb.
bool crossed(const Scene& s, Index subject, Index verb) {
  for (Index i = subject + 1; i < finite_of(s, verb); ++i) {
    const Token& t = s.token(i);
    if (t.feats.pron_type == PronType::Rel || t.upos == Upos::SCONJ || t.upos == Upos::CCONJ) return false;
    if (finite(t) && s.quote_of[i] == s.quote_of[verb] && comma_between(s, i, verb)) return true;
  }
  return false;
}

// A finite verb that the tree makes a clause of the last noun of its subject: the phrase's first noun does it.
Index top_of_phrase(const Scene& s, Index noun) {
  for (int n = 0; n < kMaxClimb; ++n) {
    const Token& t = s.token(noun);
    if (t.head == kNone || t.head > noun || t.relation.base != Deprel::nmod || s.token(t.head).upos != Upos::NOUN) break;
    noun = t.head;
  }
  return noun;
}

// A participle behind a comma and a noun with a preposition tells of the clause, not of the noun: "answers in a tweet, saying
// …".
bool of_clause(const Scene& s, Index participle) {
  const Token& t = s.token(participle);
  return t.feats.verb_form == VerbForm::Part && t.feats.tense == Tense::Pres && participle > 0 && comma(s, participle - 1) &&
         has_child(s, t.head, Deprel::case_);
}

Index walk_up(const Scene& s, Index verb) {
  Index at = verb;
  for (int n = 0; n < kMaxClimb && at != kNone; ++n) {
    if (const Index own = own_subject(s, at); own != kNone) {
      if (!relative(s.token(own))) return own;
      const Index noun = antecedent(s, at);
      const Index before = noun == kNone || noun > own ? noun_before(s, own) : noun;
      const Index who = before == kNone ? kNone : speaking(s, before);
      const bool mute = who != kNone && !speaks(s, who) && own > 0 && s.token(own - 1).upos == Upos::PROPN;
      return mute ? own - 1 : who;  // "the support of Moscow, which …": the name right before the pronoun
    }
    const Token& t = s.token(at);
    switch (t.relation.base) {
      case Deprel::conj:
      case Deprel::xcomp:
      case Deprel::advcl:
      case Deprel::ccomp:
      case Deprel::aux:
      case Deprel::cop:
      case Deprel::parataxis:
      case Deprel::dep:
      case Deprel::obl:
      case Deprel::advmod:
        at = t.head;
        break;
      case Deprel::acl:
        if (finite(s.token(finite_of(s, at)))) return top_of_phrase(s, t.head);
        if (!of_clause(s, at)) return t.head;
        at = t.head;
        break;
      default:
        return kNone;
    }
  }
  return kNone;
}

// Whether a clause that began before the verb goes on behind `subject`: "The mayor, has said the prefect, *is* ill."
bool resumed_after(const Scene& s, Index subject) {
  const Index end = s.sentence_of(subject).tokens.end;
  bool joined = false;  // by a conjunction or a pronoun: a further clause
  for (Index i = subject + 1; i < end; ++i) {
    const Token& t = s.token(i);
    joined = joined || t.upos == Upos::CCONJ || t.upos == Upos::SCONJ || t.feats.pron_type == PronType::Rel;
    if (finite(t) && s.quote_of[i] == s.quote_of[subject]) return !joined;
  }
  return false;
}

// A noun of the knowledge: people by trade or part, bodies, groups.
bool known_noun(const Scene& s, Index head) {
  if (s.pack.knowledge == nullptr || s.token(head).upos != Upos::NOUN) return false;
  const bool more = head + 1 < s.document.tokens.size();  // "civil protection" has two words
  const Fingerprint words[] = {fingerprint(s.document.lemma(s.token(head))),
                               more ? fingerprint(s.document.form(s.token(head + 1))) : Fingerprint{}};
  return static_cast<bool>(s.pack.knowledge->noun_names().longest(words, 0, more ? 2 : 1));
}

}  // namespace

bool speaks(const Scene& s, Index head) {
  const Token& t = s.token(head);
  if (s.listed(head, s.lists.nobody)) return false;
  if (t.upos == Upos::PRON || t.upos == Upos::PROPN || t.upos == Upos::NUM || (s.index.layers[head] & kInName) != 0 ||
      s.listed(head, s.lists.speaker) || s.listed(head, s.lists.document) || known_noun(s, head))
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
  const Index before = subject_before(s, verb);
  if (up != kNone && up > verb && before != kNone && !s.text(up).starts_with('-') && !resumed_after(s, up)) return before;
  if (up != kNone && up < verb && before != kNone && s.token(up).head == verb && crossed(s, up, verb)) return before;
  if (up != kNone && up < verb && before != kNone && before > up && joined_between(s, up, before)) return before;
  if (up != kNone && !far) return up;
  return before == kNone && !quoted ? up : before;
}

}  // namespace greffier::statements
