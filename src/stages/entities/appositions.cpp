#include "stages/entities/appositions.h"

#include <algorithm>

#include "stages/entities/nouns.h"
#include "stages/entities/tree.h"
#include "stages/parties.h"
#include "stages/phrases.h"

namespace greffier::entities {
namespace {

constexpr Index kLongestDescription = 20;  // words; longer ones are a parser's error

class Reader {
 public:
  Reader(const Pack& pack, Workspace& workspace, Document& document)
      : pack_(pack), workspace_(workspace), index_(workspace.index), doc_(document), origin_(document.origin_of("apposition")) {}

  void read(const Mention& name) {
    if (name.type != EntityType::per && name.type != EntityType::org) return;
    const Index head = head_of(doc_, name.tokens);
    if (const Index noun = doc_.tokens[head].head; noun != kNone && noun < name.tokens.begin && apposed(doc_, index_, head)) before(name, noun);
    for (Index c = index_.first_child[head]; c != kNone; c = index_.next_sibling[c])
      if (c >= name.tokens.end && is(doc_.tokens[c], Deprel::appos)) behind(name, c);
  }

 private:
  bool describes(const Mention& name, Index noun) const {
    if (doc_.tokens[noun].upos != Upos::NOUN) return false;
    const NounKind kind = sense_of(pack_, workspace_, doc_, noun).kind;
    return name.type == EntityType::per ? kind == NounKind::person : kind == NounKind::body;
  }

  void before(const Mention& name, Index noun) {
    if (!describes(name, noun)) return;
    TokenRange range = noun_phrase(doc_, index_, noun);
    range.end = name.tokens.begin;
    add(name, noun, without_contraction(doc_, trimmed(doc_, range)));
  }

  void behind(const Mention& name, Index noun) {
    if (!describes(name, noun)) return;
    TokenRange range = noun_phrase(doc_, index_, noun);
    range.begin = std::max(range.begin, name.tokens.end);
    add(name, noun, trimmed(doc_, range));
  }

  void add(const Mention& name, Index noun, TokenRange range) {
    if (range.empty() || range.size() > kLongestDescription || !range.contains(noun)) return;
    const NounSense sense = sense_of(pack_, workspace_, doc_, noun);
    workspace_.entities.added.push_back({doc_.place_of(range), range, name.entity, MentionKind::nominal, name.type, origin_});
    const Index complement = child(doc_, index_, noun, Deprel::nmod);
    const std::uint64_t word = complement == kNone || range.end <= complement ? 0 : fingerprint(doc_.form(doc_.tokens[complement])).hash;
    workspace_.entities.roles.push_back({name.entity, sense.lemma, word, country_at(pack_, workspace_, doc_, noun)});
    Facts& facts = workspace_.entities.facts[name.entity];
    if (facts.gender == Gender::none) facts.gender = sense.gender;
    if (facts.noun == kNone) facts.noun = noun;
  }

  const Pack& pack_;
  Workspace& workspace_;
  const TokenIndex& index_;
  Document& doc_;
  Origin origin_;
};

}  // namespace

void read_appositions(const Pack& pack, Workspace& workspace, Document& document) {
  Reader reader(pack, workspace, document);
  for (const Mention& name : document.mentions) reader.read(name);
}

}  // namespace greffier::entities
