#include "cli/train_names.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/mapped_file.h"
#include "base/strings.h"
#include "greffier/error.h"
#include "greffier/pipeline.h"
#include "learn/bio.h"
#include "learn/train_names.h"
#include "stages/find_names.h"
#include "stages/names/features.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

struct GoldName {
  ByteRange place;
  EntityType type;
  friend auto operator<=>(const GoldName&, const GoldName&) = default;
};

struct GoldText {
  Article article;
  std::vector<GoldName> names;  // sorted, without overlap
};

// The byte at which each code point begins, and the end.
std::vector<Index> bytes_of(std::string_view text) {
  std::vector<Index> out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) out.push_back(static_cast<Index>(i));
  out.push_back(static_cast<Index>(text.size()));
  return out;
}

GoldText gold_text(const nlohmann::json& record) {
  GoldText gold;
  gold.article.id = record.at("article").value("id", "");
  gold.article.text = record.at("text").get<std::string>();
  const std::vector<Index> bytes = bytes_of(gold.article.text);
  for (const auto& entity : record.at("entities"))
    for (const auto& mention : entity.at("mentions")) {
      const auto type = from_spelling<EntityType>(entity.at("type").get<std::string>());
      if (mention.at("kind") != "name" || !type) continue;
      gold.names.push_back({{bytes.at(mention.at("start")), bytes.at(mention.at("end"))}, *type});
    }
  std::sort(gold.names.begin(), gold.names.end());
  return gold;
}

std::vector<GoldText> read_gold(const std::filesystem::path& path) {
  std::vector<GoldText> all;
  const std::string text = read_file(path);
  int line = 0;
  for (std::string_view record : split_lines(text)) {
    ++line;
    if (trim(record).empty()) continue;
    try {
      all.push_back(gold_text(nlohmann::json::parse(record)));
    } catch (const std::exception& error) {
      throw Error(ErrorCode::usage, fmt::format("{}:{}: no record with names: {}", path.string(), line, error.what()));
    }
  }
  return all;
}

// The labels of one sentence: a word within a name goes to it; the first one begins it.
std::vector<std::uint8_t> labels_of(const Document& d, std::span<const names::Clue> sentence,
                                    const std::vector<GoldName>& gold) {
  std::vector<std::uint8_t> labels;
  const GoldName* open = nullptr;
  for (const names::Clue& clue : sentence) {
    const ByteRange place = d.tokens[clue.token].place;
    const auto after =
        std::upper_bound(gold.begin(), gold.end(), place.begin, [](Index at, const GoldName& n) { return at < n.place.begin; });
    auto name = after == gold.begin() ? nullptr : &*std::prev(after);
    if (name != nullptr && name->place.end <= place.begin) name = nullptr;
    if (name == nullptr && after != gold.end() && after->place.begin < place.end) name = &*after;
    const std::size_t label = name == nullptr ? bio::kOutside
                              : name == open  ? bio::inside_of(name->type)
                                              : bio::begin_of(name->type);
    labels.push_back(static_cast<std::uint8_t>(label));
    open = name;
  }
  return labels;
}

class Reader {
 public:
  explicit Reader(const std::filesystem::path& folder)
      : pack_(load_pack(folder)), pipeline_(pack_, Layer::index), workspace_(make_workspace()) {}

  Document read(const Article& article) {
    Document document;
    document.article = article;
    pipeline_.run(*workspace_, document);
    return document;
  }

  void sentences(const GoldText& gold, std::vector<NameSentence>& out) {
    const Document document = read(gold.article);
    names::ClueSheet& sheet = workspace_->names.sheet;
    names::gather(*pack_, document, workspace_->index.layers, workspace_->words, sheet);
    for (std::size_t s = 0; s + 1 < sheet.first.size(); ++s) {
      const auto sentence =
          std::span<const names::Clue>(sheet.clues).subspan(sheet.first[s], sheet.first[s + 1] - sheet.first[s]);
      NameSentence learnt;
      learnt.gold = labels_of(document, sentence, gold.names);
      for (std::size_t t = 0; t < sentence.size(); ++t) {
        names::features_of(sentence, t, learnt.features);
        learnt.first.push_back(static_cast<std::uint32_t>(learnt.features.size()));
      }
      out.push_back(std::move(learnt));
    }
  }

  std::set<GoldName> names(const Article& article, const std::shared_ptr<const LinearModel>& model) {
    Document document = read(article);
    Pack pack = *pack_;
    pack.name_model = model;
    find_names(pack, *workspace_, document);
    std::set<GoldName> found;
    for (const Mention& m : document.mentions) found.insert({m.place, m.type});
    return found;
  }

 private:
  std::shared_ptr<const Pack> pack_;
  Pipeline pipeline_;
  WorkspacePtr workspace_;
};

struct Counts {
  std::size_t right = 0, gold = 0, found = 0;
  double f1() const { return right == 0 ? 0.0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found); }
};

void report(const std::map<std::string, Counts>& counts) {
  for (const auto& [name, c] : counts)
    fmt::print(stderr, "{:6} F1 {:6.2f}   right {} gold {} found {}\n", name, c.f1(), c.right, c.gold, c.found);
}

void check(Reader& reader, const std::filesystem::path& held_out, const std::shared_ptr<const LinearModel>& model) {
  std::map<std::string, Counts> counts;
  for (const GoldText& gold : read_gold(held_out)) {
    const std::set<GoldName> right(gold.names.begin(), gold.names.end()), found = reader.names(gold.article, model);
    for (const GoldName& name : right)
      for (const std::string& key : {std::string("all"), std::string(spelling(name.type))})
        ++counts[key].gold, counts[key].right += found.contains(name);
    for (const GoldName& name : found)
      for (const std::string& key : {std::string("all"), std::string(spelling(name.type))}) ++counts[key].found;
  }
  report(counts);
}

}  // namespace

void train_names(const NameTrainingFiles& files) {
  Reader reader(files.pack);
  std::vector<NameSentence> sentences;
  for (const auto& path : files.records)
    for (const GoldText& gold : read_gold(path)) reader.sentences(gold, sentences);
  NameTraining training;
  training.rounds = files.rounds;
  training.smallest = files.smallest;
  const ModelRows rows = train_names(sentences, training, [](int round, std::size_t wrong) {
    fmt::print(stderr, "round {}: {} words wrong\n", round, wrong);
  });
  const std::string bytes = encode(rows);
  write_file(files.out, bytes);
  fmt::print(stderr, "{}: {} rows, {} bytes\n", files.out.string(), rows.features.size(), bytes.size());
  if (!files.held_out.empty()) check(reader, files.held_out, std::make_shared<const LinearModel>(bytes, files.out.string()));
}

}  // namespace greffier
