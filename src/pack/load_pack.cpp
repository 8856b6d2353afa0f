#include <toml++/toml.h>
#include <fmt/format.h>

#include "base/mapped_file.h"
#include "greffier/error.h"
#include "greffier/pack.h"
#include "learn/linear_model.h"
#include "learn/parser.h"
#include "learn/tagger.h"
#include "pack/knowledge.h"
#include "pack/lexicon.h"
#include "pack/rules.h"
#include "pack/vocabulary.h"

namespace greffier {
namespace {

template <class Part>
std::shared_ptr<const Part> part(const std::filesystem::path& path) {
  return std::filesystem::exists(path) ? std::make_shared<const Part>(path) : nullptr;
}

template <class Part>
std::shared_ptr<const Part> of_two_models(const std::filesystem::path& first, const std::filesystem::path& second) {
  auto a = part<LinearModel>(first), b = part<LinearModel>(second);
  return a && b ? std::make_shared<const Part>(std::move(a), std::move(b)) : nullptr;
}

RuleSet rules(const Pack& pack, const char* name, Vocabulary& vocabulary) {
  const auto path = pack.folder / name;
  if (!std::filesystem::exists(path)) return {};
  return compile_rules(read_file(path), path.string(), pack.lang, vocabulary);
}

void read_settings(Pack& pack) {
  const auto path = pack.folder / "pack.toml";
  try {
    const toml::table settings = toml::parse(read_file(path), path.string());
    pack.lang = settings["lang"].value_or(std::string());
    pack.name = settings["name"].value_or(pack.lang);
  } catch (const toml::parse_error& error) {
    throw Error(ErrorCode::pack, fmt::format("{}:{}: {}", path.string(), error.source().begin.line, error.description()));
  }
  if (pack.lang.empty()) throw Error(ErrorCode::pack, fmt::format("{}: needs a line like lang = \"fr\"", path.string()));
}

}  // namespace

std::shared_ptr<const Pack> load_pack(const std::filesystem::path& folder) {
  auto pack = std::make_shared<Pack>();
  pack->folder = folder;
  read_settings(*pack);
  auto vocabulary = std::make_shared<Vocabulary>(folder / "lists");
  pack->time_rules = rules(*pack, "times.rules", *vocabulary);
  pack->statement_rules = rules(*pack, "statements.rules", *vocabulary);
  pack->event_rules = rules(*pack, "events.rules", *vocabulary);
  pack->vocabulary = std::move(vocabulary);
  pack->lexicon = part<Lexicon>(folder / "lexicon.bin");
  pack->knowledge = part<Knowledge>(folder / "knowledge");
  pack->contraction_model = part<LinearModel>(folder / "contractions.model");
  pack->sentence_model = part<LinearModel>(folder / "sentences.model");
  pack->tagger = of_two_models<Tagger>(folder / "tags.model", folder / "features.model");
  pack->parser = of_two_models<Parser>(folder / "actions.model", folder / "labels.model");
  pack->name_model = part<LinearModel>(folder / "names.model");
  return pack;
}

}  // namespace greffier
