// A greedy parser decides arc by arc and cannot see that a clause ends without its subject. A few things hold of finite clauses
// in the treebanks almost without exception, and where a tree breaks one, the repair is plain:
//   a relative clause has a relative pronoun             → one without it that is coordinated joins the finite verb above;
//                                                          any other is the clause of which the noun is the subject
//   … and modifies a noun                              → one that governs its main clause changes place with it
//   a finite verb modifies no noun, nor is it an insertion without a subject of its own
//                                                        → likewise
//   a noun without a preposition before a verb that has no subject, of the same number → its subject
//   an opening "In X, the Y … verb" has Y as its subject → no apposition of X
//   a noun with an article right behind a place and its preposition, without a comma → no apposition: the verb's object
//   two subjects, one before and one behind the verb   → the later is its object
//   "X, who is Y, has denounced Z", no quotation between → X is the subject, Z the object
// But for the last two only verbs without a subject are touched. Tested in tests/golden/trees.case; docs/grammar.md says what it gives.
#include "stages/mend_tree.h"

namespace greffier {
namespace {

constexpr int kMaxClimb = 12;
constexpr Index kMostAuxiliaries = 8, kMostScanned = 120;  // words
enum Mark : std::uint8_t { kFinite = 1, kSubject = 2, kPassive = 4, kCase = 8, kCc = 16 };

class Mender {
 public:
  Mender(Document& document, TokenRange sentence, std::vector<std::uint8_t>& marks)
      : d_(document), s_(sentence), marks_(marks) {}

  void run() {
    marks_.assign(s_.size(), 0);
    for (Index t = s_.begin; t < s_.end; ++t) note(t);
    for (Index t = s_.begin; t < s_.end; ++t) {
      const Relation r = d_.tokens[t].relation;
      if (r.base == Deprel::acl || r.base == Deprel::advcl || r.base == Deprel::parataxis) clause(t);
      else if (r.base == Deprel::dislocated || r.base == Deprel::obl || r.base == Deprel::obj) before_verb(t);
      else if (r.base == Deprel::appos) opening(t), behind_place(t);
      else if (r.base == Deprel::nsubj && d_.tokens[t].feats.pron_type == PronType::Rel) antecedent(t);
      else if (r.base == Deprel::nsubj && r.subtype == Subtype::none) second_subject(t);
    }
  }

 private:
  bool has(Index token, Mark mark) const { return (marks_[token - s_.begin] & mark) != 0; }
  void set(Index token, Mark mark) { marks_[token - s_.begin] = static_cast<std::uint8_t>(marks_[token - s_.begin] | mark); }

  void note(Index t) {
    const Token& token = d_.tokens[t];
    const bool verbal = token.upos == Upos::VERB || token.upos == Upos::AUX;
    if (verbal && token.feats.verb_form == VerbForm::Fin) set(t, kFinite);
    if (token.head == kNone) return;
    switch (token.relation.base) {
      case Deprel::aux: case Deprel::cop:
        if (token.feats.verb_form == VerbForm::Fin) set(token.head, kFinite);
        if (token.relation.subtype == Subtype::pass) set(token.head, kPassive);
        break;
      case Deprel::nsubj: case Deprel::csubj: set(token.head, kSubject); break;
      case Deprel::expl: if (token.relation.subtype == Subtype::subj) set(token.head, kSubject); break;
      case Deprel::case_: set(token.head, kCase); break;
      case Deprel::cc: set(token.head, kCc); break;
      default: break;
    }
  }

  bool nominal(Index t) const {
    const Upos upos = d_.tokens[t].upos;
    return upos == Upos::NOUN || upos == Upos::PROPN || (upos == Upos::PRON && d_.tokens[t].feats.pron_type != PronType::Rel);
  }
  bool orphan(Index v) const { return has(v, kFinite) && !has(v, kSubject) && d_.tokens[v].feats.mood != Mood::Imp; }
  // A plural is no subject of a singular, nor the other way round unless more is joined to it.
  bool agrees(Index noun, Index v) const {
    const Number a = d_.tokens[noun].feats.number, b = number_of_clause(v);
    return a == Number::none || b == Number::none || a == b;
  }
  Number number_of_clause(Index v) const {
    if (d_.tokens[v].feats.verb_form == VerbForm::Fin) return d_.tokens[v].feats.number;
    for (Index t = v; t-- > s_.begin && v - t < kMostAuxiliaries;)
      if (d_.tokens[t].head == v && d_.tokens[t].upos == Upos::AUX && d_.tokens[t].feats.verb_form == VerbForm::Fin)
        return d_.tokens[t].feats.number;
    return Number::none;
  }
  // Whether the clause of `v` is opened by a relative pronoun or a conjunction behind `noun`.
  bool introduced(Index noun, Index v) const {
    for (Index t = v; t-- > noun + 1 && v - t < kMostScanned;) {
      const Token& token = d_.tokens[t];
      const bool opens =
          token.feats.pron_type == PronType::Rel || token.feats.pron_type == PronType::Int || token.upos == Upos::SCONJ;
      if (opens && (token.head == v || (token.head != kNone && d_.tokens[token.head].head == v))) return true;
    }
    return false;
  }

  // A finite clause hung on a noun that is no relative clause.
  void clause(Index v) {
    Index noun = d_.tokens[v].head;
    if (noun != kNone) described_name(noun, v);
    if (noun != kNone && d_.tokens[noun].relation.base == Deprel::acl)
      noun = d_.tokens[noun].head;  // "the train, which …, has left"
    if (noun == kNone || noun >= v || !orphan(v) || !nominal(noun) || introduced(noun, v)) return;
    if (d_.tokens[v].relation.base == Deprel::acl && has(v, kCc)) return join(v, noun);
    for (int step = 0; step < kMaxClimb && has(noun, kCase); ++step) {  // "the number of X rises"
      if (d_.tokens[noun].relation.base != Deprel::nmod || !nominal(d_.tokens[noun].head)) return;
      noun = d_.tokens[noun].head;
    }
    if (!has(noun, kCase) && agrees(noun, v)) lift(v, noun);
  }

  // "Mgr X, archbishop of Y, has denounced Z": what stands behind the participle is its object, not its subject.
  void described_name(Index noun, Index v) {
    const bool named = d_.tokens[noun].upos == Upos::PROPN || (noun + 1 < v && d_.tokens[noun + 1].upos == Upos::PROPN);
    if (!named || noun >= v || d_.tokens[v].relation.base != Deprel::parataxis || has(noun, kCase) || orphan(v)) return;
    if (d_.tokens[v].feats.verb_form != VerbForm::Part || quoted_between(noun, v)) return;
    if (last_child(v, s_.begin, v, [&](Index t) { return subject(t); }) != kNone) return;
    const Index object = first_child(v, v + 1, [&](Index t) { return subject(t) && d_.tokens[t].upos == Upos::NOUN; });
    if (object == kNone) return;
    d_.tokens[object].relation = {Deprel::obj, Subtype::none};
    marks_[v - s_.begin] = static_cast<std::uint8_t>(marks_[v - s_.begin] & ~kSubject);
  }
  // "The government announced on Monday the sending": of two subjects, one on each side of the verb, the later is the object.
  void second_subject(Index t) {
    const Index v = d_.tokens[t].head;
    if (v == kNone || t <= v || d_.tokens[v].upos != Upos::VERB || has(v, kPassive) || has(t, kCase)) return;
    if (d_.tokens[t].upos != Upos::NOUN && d_.tokens[t].upos != Upos::PROPN) return;
    if (last_child(v, s_.begin, v, [&](Index c) { return subject(c); }) == kNone || quoted_between(v, t)) return;
    if (last_child(v, s_.begin, v, [&](Index c) { return d_.tokens[c].relation.base == Deprel::expl; }) != kNone) return;
    d_.tokens[t].relation = {Deprel::obj, Subtype::none};
  }
  bool subject(Index t) const { return d_.tokens[t].relation.base == Deprel::nsubj; }
  bool quoted_between(Index from, Index to) const {
    for (Index t = from; t < to; ++t) {
      const std::string_view form = d_.form(d_.tokens[t]);
      if (d_.tokens[t].upos == Upos::PUNCT && form != "," && form != "(" && form != ")") return true;
    }
    return false;
  }

  // "met in Tehran the president".
  void behind_place(Index t) {
    const Index place = d_.tokens[t].head;
    if (place == kNone || d_.tokens[t].upos != Upos::NOUN || place + 2 != t || d_.tokens[t - 1].upos != Upos::DET) return;
    const Index v = d_.tokens[place].head;
    if (v == kNone || v > place || d_.tokens[v].upos != Upos::VERB || d_.tokens[place].relation.base != Deprel::obl) return;
    if (d_.tokens[place].upos != Upos::PROPN || !has(place, kCase)) return;
    if (first_child(v, s_.begin, [&](Index c) { return d_.tokens[c].relation.base == Deprel::obj; }) != kNone) return;
    d_.tokens[t].head = v;
    d_.tokens[t].relation = {Deprel::obj, Subtype::none};
  }

  // "… demand the release that was promised and have sworn …": "have sworn" modifies no noun.
  void join(Index v, Index noun) {
    for (int step = 0; step < kMaxClimb && noun != kNone; ++step, noun = d_.tokens[noun].head)
      if (noun < v && has(noun, kFinite) && d_.tokens[noun].upos == Upos::VERB)
        return attach(v, noun, {Deprel::conj, Subtype::none});
  }

  // The verb takes the noun's place, the noun becomes its subject; what stands behind the verb goes with the verb.
  void lift(Index v, Index noun) {
    const Token subject = d_.tokens[noun];
    for (Index up = v; up != noun; up = d_.tokens[up].head)
      if (up == kNone) return;
    d_.tokens[v].head = subject.head;
    d_.tokens[v].relation = subject.head == kNone ? subject.relation : Relation{Deprel::parataxis, Subtype::none};
    for (Index t = v + 1; t < s_.end && t - v < kMostScanned; ++t)
      if (d_.tokens[t].head == noun) d_.tokens[t].head = v;
    subject_of(noun, v);
  }

  void subject_of(Index noun, Index v) {
    d_.tokens[noun].head = v;
    d_.tokens[noun].relation = {Deprel::nsubj, has(v, kPassive) ? Subtype::pass : Subtype::none};
    set(v, kSubject);
  }

  // "One of them, asked by …, has begged"; "at least 30 people have been killed".
  void before_verb(Index t) {
    const Index v = d_.tokens[t].head;
    if (v == kNone || t > v || d_.tokens[t].feats.number == Number::none || number_of_clause(v) == Number::none) return;
    make_subject(t, v);
  }

  // "The ship, which has left, had …" with "left" above "had".
  void antecedent(Index pronoun) {
    const Index w = d_.tokens[pronoun].head;
    if (d_.tokens[w].relation.base == Deprel::acl || w < pronoun) return;
    const Index noun = last_child(w, s_.begin, pronoun, [&](Index t) { return nominal(t) && !has(t, kCase); });
    const Index v = first_child(w, w + 1, [&](Index t) { return orphan(t) && !introduced(pronoun, t); });
    if (noun == kNone || v == kNone || !agrees(noun, v)) return;
    d_.tokens[v].head = d_.tokens[w].head;
    d_.tokens[v].relation = d_.tokens[w].relation;
    for (Index t = s_.begin; t < noun && t < s_.begin + kMostScanned; ++t)
      if (d_.tokens[t].head == w) d_.tokens[t].head = v;
    for (Index t = v + 1; t < s_.end && t - v < kMostScanned; ++t)
      if (d_.tokens[t].head == w) d_.tokens[t].head = v;
    d_.tokens[w].head = noun;
    d_.tokens[w].relation = {Deprel::acl, Subtype::relcl};
    subject_of(noun, v);
  }
  template <class Fits>
  Index last_child(Index head, Index from, Index end, Fits fits) const {
    for (Index t = end; t-- > from && end - t < kMostScanned;)
      if (d_.tokens[t].head == head && fits(t)) return t;
    return kNone;
  }
  template <class Fits>
  Index first_child(Index head, Index from, Fits fits) const {
    for (Index t = from; t < s_.end && t - from < kMostScanned; ++t)
      if (d_.tokens[t].head == head && fits(t)) return t;
    return kNone;
  }

  // "In X, the Y have …", at the start of the sentence.
  void opening(Index t) {
    const Index place = d_.tokens[t].head;
    if (place == kNone || place > t || !has(place, kCase) || place - s_.begin > 3) return;
    const Index v = d_.tokens[place].head;
    if (v != kNone && v > t && d_.tokens[place].relation.base == Deprel::obl) make_subject(t, v);
  }

  void make_subject(Index t, Index v) {
    if (orphan(v) && nominal(t) && !has(t, kCase) && agrees(t, v)) subject_of(t, v);
  }

  // No circle: the new head is above or beside, never below.
  void attach(Index t, Index head, Relation relation) {
    int step = 0;
    for (Index up = head; up != kNone; up = d_.tokens[up].head)
      if (up == t || ++step > kMaxClimb) return;
    d_.tokens[t].head = head;
    d_.tokens[t].relation = relation;
  }

  Document& d_;
  TokenRange s_;
  std::vector<std::uint8_t>& marks_;
};

}  // namespace

void mend_tree(Document& document, TokenRange sentence, std::vector<std::uint8_t>& marks) {
  Mender(document, sentence, marks).run();
}

}  // namespace greffier
