// Proper names, by a linear model with BIO labels and Viterbi, then made consistent within the document.
//
// Idea: Collins (2002), structured perceptron; the words' own look, their neighbours, parts of speech, and what the pack
// knows of them (learn/bio, names/clues, names/features). Then one text says one thing: a string that is a name in most of
// its places is the same name everywhere (Gale, Church and Yarowsky 1992, one sense per discourse).
// Cost: about 50 look-ups for each word that has a capital or a known name near it; the others are in no name. Limits: names
// do not nest, and none goes over the end of a sentence.
// Tested in tests/golden/names.case and, on gold, by tests/quality.
#include "stages/find_names.h"

#include <algorithm>

#include "greffier/pattern.h"
#include "learn/linear_model.h"
#include "stages/names/consistency.h"
#include "stages/names/features.h"
#include "stages/names/known_names.h"
#include "stages/names/known_types.h"
#include "stages/names/trim.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

constexpr std::size_t kAhead = 6, kBehind = 4;  // words between a word and a capital beyond which it is in no name
constexpr std::int32_t kCertain = 1 << 20;      // above any sum of weights

bool telling(const names::Clue& clue) {
  return clue.capital() || (clue.known & (names::kBody | names::kState | names::kOtherPlace | names::kOtherThing)) != 0;
}

// For each word, whether a capital or a known name is near enough for it to be part of a name.
void mark_near(std::span<const names::Clue> sentence, std::vector<std::uint8_t>& near) {
  near.assign(sentence.size(), 0);
  for (std::size_t t = 0; t < sentence.size(); ++t) {
    if (!telling(sentence[t])) continue;
    const std::size_t begin = t < kAhead ? 0 : t - kAhead, end = std::min(sentence.size(), t + kBehind + 1);
    std::fill(near.begin() + static_cast<std::ptrdiff_t>(begin), near.begin() + static_cast<std::ptrdiff_t>(end),
              std::uint8_t{1});
  }
}

void label(const LinearModel& model, const bio::Transitions& transitions, std::span<const names::Clue> sentence,
           NameScratch& scratch) {
  scratch.scores.assign(sentence.size(), {kCertain});
  mark_near(sentence, scratch.near);
  for (std::size_t t = 0; t < sentence.size(); ++t) {
    if (scratch.near[t] == 0) continue;
    scratch.features.clear();
    names::features_of(sentence, t, scratch.features);
    model.score(scratch.features, scratch.scores[t]);
  }
  scratch.viterbi.run(scratch.scores, transitions);
}

// The tokens from one surface word to another, the later words of the last one included.
TokenRange tokens_of(const Document& d, const names::Clue& first, const names::Clue& last) {
  Index end = last.token + 1;
  while (end < d.tokens.size() && d.tokens[end].multi == MultiWord::later) ++end;
  return {first.token, end};
}

void collect(Document& d, std::span<const names::Clue> sentence, const std::vector<std::uint8_t>& labels, Origin origin) {
  for (std::size_t t = 0; t < labels.size();) {
    if (labels[t] == bio::kOutside) {
      ++t;
      continue;
    }
    std::size_t end = t + 1;
    while (end < labels.size() && labels[end] != bio::kOutside && !bio::begins(labels[end])) ++end;
    const TokenRange tokens = tokens_of(d, sentence[t], sentence[end - 1]);
    d.mentions.push_back({d.place_of(tokens), tokens, kNone, MentionKind::name, bio::type_of(labels[t]), origin});
    t = end;
  }
}

void mark_layers(const Document& d, TokenIndex& index) {
  for (const Mention& mention : d.mentions)
    for (Index t = mention.tokens.begin; t < mention.tokens.end && t < index.layers.size(); ++t)
      index.layers[t] =
          static_cast<std::uint8_t>((index.layers[t] & ~kNameType) | kInName | static_cast<unsigned>(mention.type) << 4);
}

}  // namespace

void find_names(const Pack& pack, Workspace& workspace, Document& document) {
  NameScratch& scratch = workspace.names;
  names::gather(pack, document, workspace.index.layers, workspace.words, scratch.sheet);
  const bio::Transitions transitions = bio::transitions_of(*pack.name_model);
  const Origin origin = document.origin_of("names");
  document.mentions.clear();
  const std::span<const names::Clue> all(scratch.sheet.clues);
  for (std::size_t s = 0; s + 1 < scratch.sheet.first.size(); ++s) {
    const auto sentence = all.subspan(scratch.sheet.first[s], scratch.sheet.first[s + 1] - scratch.sheet.first[s]);
    label(*pack.name_model, transitions, sentence, scratch);
    collect(document, sentence, scratch.viterbi.labels, origin);
  }
  names::trim_names(pack, workspace, document);
  if (pack.knowledge) names::add_known_names(*pack.knowledge, workspace.words, origin, document);
  if (pack.knowledge) names::give_known_types(*pack.knowledge, workspace.words, document);
  names::make_consistent(workspace.words, scratch.sheet, document);
  mark_layers(document, workspace.index);
}

}  // namespace greffier
