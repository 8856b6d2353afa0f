// What the parts of the stage `events` look at together: pack, document, tree, and the word lists that they ask by name.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "pack/vocabulary.h"

namespace greffier {
struct Workspace;
}

namespace greffier::events {

// The lists of the pack that the code itself reads; docs/formats/events.md says what each holds.
struct WordLists {
  explicit WordLists(const Vocabulary& vocabulary);
  ListId party_noun, role_noun, object_control, light_verb, reaching_verb, victim_phrase, culprit_noun;
  ListId role_by, role_of, role_against, role_to, role_with, role_toward;
  ListId negation, restriction, none_word, governor, governor_noun, modifier, doubt, purpose, modal;
  ListId intransitive, auxiliary_active, auxiliary_passive, relative, deed_noun, foreign_noun, local_noun;
  ListId affairs, conflict, accident, while_, occasion_noun, since_then, role_outside, party_adjective, number, pair_of_states;
  ListId long_deed, before, since, done_modal, party_modifier, thing_pronoun, role_for, series_noun, concession, announcer, noted_verb;
  ListId counterpart, thing_noun, worker_noun, seat_of_union, title, role_before, role_amid, dead_noun, dying_verb;
  ListId latter, meeting_noun, act_or_body, during;
};

class Reading {
 public:
  Reading(const Pack& pack, const Workspace& workspace, const Document& document);

  const Token& token(Index t) const { return doc.tokens[t]; }
  Deprel rel(Index t) const { return doc.tokens[t].relation.base; }
  Subtype subtype(Index t) const { return doc.tokens[t].relation.subtype; }
  Index head(Index t) const { return doc.tokens[t].head; }
  Index first_child(Index t) const { return index.first_child[t]; }
  Index next(Index child) const { return index.next_sibling[child]; }

  // Whether the lemma or the form of a token is in a list, and the value of its entry there.
  bool in(Index t, ListId list) const;
  std::string_view value(Index t, ListId list) const;

  // The first child with one of these relations, or kNone.
  Index child(Index t, std::initializer_list<Deprel> rels) const;
  // The first child with this relation and subtype, or kNone.
  Index child(Index t, Deprel rel, Subtype subtype) const;
  // Whether a preposition or conjunction from this list introduces the token.
  bool introduced(Index t, ListId list) const;

  bool verb(Index t) const { return token(t).upos == Upos::VERB || token(t).upos == Upos::AUX; }
  bool nominal(Index t) const;
  bool participle(Index t) const { return token(t).feats.verb_form == VerbForm::Part; }
  bool finite(Index t) const { return token(t).feats.verb_form == VerbForm::Fin; }
  bool infinitive(Index t) const { return token(t).feats.verb_form == VerbForm::Inf; }

  // The speaker, where the token lies in the content of a statement whose speaker the text names; the innermost
  // statement counts. Null where there is none.
  const Hop* speaker(Index t) const;
  // Who says it where the token is the cue of a statement, as the head of their phrase; kNone where it is none.
  Index sayer(Index t) const;
  // The last speaker before `place` who is known by name, among the few statements before it; null where there is none.
  const Hop* speaker_before(ByteRange place) const;

  const Pack& pack;
  const Workspace& workspace;
  const Document& doc;
  const TokenIndex& index;
  const Vocabulary& vocabulary;
  WordLists lists;

 private:
  struct Content {
    ByteRange place;
    Index statement;
  };
  std::vector<Content> contents_;  // sorted by place
  std::vector<Content> cues_;      // likewise
};

inline constexpr int kMaxClimb = 12;  // words upwards in the tree that any question looks at

}  // namespace greffier::events
