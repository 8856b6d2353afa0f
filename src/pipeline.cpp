#include "greffier/pipeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "greffier/error.h"
#include "stages/date_article.h"
#include "stages/find_events.h"
#include "stages/find_names.h"
#include "stages/find_statements.h"
#include "stages/find_times.h"
#include "stages/identify_language.h"
#include "stages/index_tokens.h"
#include "stages/lemmatise.h"
#include "stages/link_entities.h"
#include "stages/pair_quotes.h"
#include "stages/parse.h"
#include "stages/split_sentences.h"
#include "stages/tag.h"
#include "stages/tokenise.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

using enum Layer;

constexpr bool always(const Pack&) { return true; }

constexpr Stage kStages[] = {
    {"language", "tells the language where the article does not", none, language, identify_language, always},
    {"tokenise", "cuts the text into tokens and multi-word tokens", none, tokens, tokenise,
     [](const Pack& p) { return p.lexicon != nullptr; }},
    {"sentences", "groups the tokens into sentences", tokens, sentences, split_sentences, always},
    {"quotes", "pairs quotation marks of every shape", tokens | sentences, quotes, pair_quotes, always},
    {"tag", "parts of speech and features", sentences, tags, tag,
     [](const Pack& p) { return p.tagger != nullptr; }},
    {"lemmatise", "lemmas by lexicon and suffix", tags, lemmas, lemmatise, [](const Pack& p) { return p.lexicon != nullptr; }},
    {"parse", "the dependency tree", lemmas, tree, parse,
     [](const Pack& p) { return p.parser != nullptr; }},
    {"index", "what pattern matching asks of a document", quotes | lemmas | tree, index, index_tokens, always},
    {"names", "proper names of persons, organisations, places", index, names, find_names,
     [](const Pack& p) { return p.name_model != nullptr; }},
    {"entities", "who is who: knowledge and coreference", names, entities, link_entities,
     [](const Pack& p) { return p.knowledge != nullptr; }},
    {"times", "time expressions", names, times, find_times, [](const Pack& p) { return !p.time_rules.empty(); }},
    {"day", "the article's own day, and the values that hang on it", times, day, date_article, always},
    {"statements", "who said what, through whom", entities | day, statements, find_statements,
     [](const Pack& p) { return !p.statement_rules.empty(); }},
    {"events", "who did what to whom, when", statements, events, find_events,
     [](const Pack& p) { return !p.event_rules.empty(); }},
};

constexpr std::pair<Layer, std::string_view> kLayerNames[] = {
    {tokens, "tokens"}, {sentences, "sentences"}, {quotes, "quotes"}, {tags, "tags"},       {lemmas, "lemmas"},
    {tree, "tree"},     {index, "index"},         {names, "names"},   {entities, "entities"}, {times, "times"},
    {day, "day"},       {statements, "statements"}, {events, "events"}, {language, "language"}};

}  // namespace

std::span<const Stage> all_stages() { return kStages; }

std::string layer_names(Layer layers) {
  std::string out;
  for (const auto& [layer, name] : kLayerNames)
    if (has(layers, layer)) out.append(out.empty() ? "" : " ").append(name);
  return out.empty() ? "-" : out;
}

Pipeline::Pipeline(std::shared_ptr<const Pack> pack, Layer goal) : pack_(std::move(pack)) {
  Layer wanted = goal;
  for (auto stage = std::rbegin(kStages); stage != std::rend(kStages); ++stage) {
    if (!has(wanted, stage->gives)) continue;
    if (!stage->ready(*pack_))
      throw Error(ErrorCode::pack, fmt::format("{}: the stage '{}' has nothing to read there; is the pack complete?",
                                               pack_->folder.string(), stage->name));
    wanted = wanted | stage->needs;
    stages_.push_back(&*stage);
  }
  std::reverse(stages_.begin(), stages_.end());
}

void Pipeline::run(Workspace& workspace, Document& document, Layer known) const {
  for (const Stage* stage : stages_)
    if (!has(known, stage->gives)) stage->run(*pack_, workspace, document);
}

void WorkspaceDeleter::operator()(Workspace* workspace) const { delete workspace; }

WorkspacePtr make_workspace() { return WorkspacePtr(new Workspace); }

}  // namespace greffier
