// One language as data: lists, lexicon, knowledge, models and rules, loaded from a folder such as packs/fr.
//
// A Pack is const after loading and may be shared by threads. Model and lexicon files are mapped, not read.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "greffier/pattern.h"

namespace greffier {

class Vocabulary;   // symbols of literals and list entries; the word lists   src/pack/vocabulary.h
class Lexicon;      // forms with lemma, part of speech and features          src/pack/lexicon.h
class Knowledge;    // states, cities, offices, bodies: names to entries      src/pack/knowledge.h
class LinearModel;  // sparse weights of a perceptron                         src/learn/linear_model.h
class Tagger;       // parts of speech and features                           src/learn/tagger.h
class Parser;       // trees                                                  src/learn/parser.h

// A part that the folder lacks is null (a rule set: empty); the pipeline then says which stage cannot run.
struct Pack {
  std::string lang;  // "fr"
  std::string name;  // "French"
  std::filesystem::path folder;
  std::shared_ptr<const Vocabulary> vocabulary;
  std::shared_ptr<const Lexicon> lexicon;
  std::shared_ptr<const Knowledge> knowledge;
  std::shared_ptr<const LinearModel> language_model;  // identify_language; shared by all packs
  std::shared_ptr<const LinearModel> contraction_model;  // tokenise: contractions that may be one word
  std::shared_ptr<const LinearModel> sentence_model;  // split_sentences
  std::shared_ptr<const Tagger> tagger;               // tags.model and features.model
  std::shared_ptr<const Parser> parser;               // actions.model and labels.model
  std::shared_ptr<const LinearModel> name_model;      // find_names: BIO labels
  RuleSet time_rules;
  RuleSet statement_rules;
  RuleSet event_rules;
};

// Loads a pack's folder; throws Error{pack} with file, line and what would work.
std::shared_ptr<const Pack> load_pack(const std::filesystem::path& folder);

}  // namespace greffier
