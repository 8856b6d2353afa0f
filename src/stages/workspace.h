// The scratch memory of all stages. A stage keeps nothing in it from one document to the next but its capacity.
#pragma once

#include <string>
#include <vector>

#include "document/quote_marks.h"
#include "greffier/pattern.h"
#include "greffier/vocabulary.h"
#include "learn/bio.h"
#include "learn/parse_state.h"
#include "learn/tagger.h"
#include "pack/fingerprint.h"
#include "stages/entities/scratch.h"
#include "stages/names/clues.h"
#include "stages/times/expression.h"
#include "stages/times/select.h"

namespace greffier {

struct NameScratch {  // of find_names
  names::ClueSheet sheet;
  std::vector<Feature> features;
  std::vector<bio::Scores> scores;
  std::vector<std::uint8_t> near;
  bio::Viterbi viterbi;
};

struct Workspace {
  TokenIndex index;            // filled by index_tokens
  std::vector<Match> matches;  // of the rule set that a stage is running
  std::vector<Fingerprint> words;  // of the surface tokens, filled by find_names; empty for the later words of one
  NameScratch names;
  entities::Scratch entities;  // of link_entities
  Country home;                // the country that the article is about, filled by link_entities; may be empty
  std::vector<Country> scenes;  // of each sentence: the country where an unnamed party in it is at home; likewise
  std::vector<times::Expression> times;  // beside Document::times, from find_times on
  std::vector<times::Found> found_times;  // of the sentence that find_times is reading
  std::vector<Index> quote_of;  // find_statements: the innermost quote of each token
  std::vector<TagWord> tag_words;      // of the sentence that the tagger is at
  std::vector<ParseWord> parse_words;  // likewise the parser
  ParseState parse_state;
  std::vector<std::uint8_t> marks;     // mend_tree: of the sentence's words
  std::string text;            // any stage's buffer
  std::vector<ByteRange> surface;  // tokenise: the tokens before contractions are opened
  std::vector<Feature> features;       // of one decision
  std::vector<QuoteMark> quote_marks;  // split_sentences, pair_quotes: of each token
};

}  // namespace greffier
