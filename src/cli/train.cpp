// greffier train: makes the binary files of a pack.
#include <fmt/format.h>

#include "base/mapped_file.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/train_names.h"
#include "document/conllu.h"
#include "greffier/error.h"
#include "learn/harmonise.h"
#include "learn/train_contractions.h"
#include "learn/train_parser.h"
#include "learn/train_quick.h"
#include "learn/train_sentences.h"
#include "pack/build_lexicon.h"
#include "pack/lemma.h"
#include "pack/token_lists.h"
#include "pack/vocabulary.h"

namespace greffier {
namespace {

namespace fs = std::filesystem;

constexpr Flag kOwnFlags[] = {
    {"--pack", "DIR",
     "the folder of the language: its lexicon is used, its models are written (default: the only one of --packs)"},
    {"--out", "DIR", "write the models to another folder"},
    {"--rounds", "N", "how often to go through the text"},
    {"--runs", "N", "how many runs to sum: each has its own order of sentences (default: 3)"},
    {"--smallest", "N", "leave out rows whose largest weight, of 127, is below N"},
    {"--seed", "N", "of the order in which sentences are visited (default: 1)"},
    {"--held-out", "FILE", "names only: report on these records"},
};
constexpr std::span<const Flag> kFlags[] = {kOwnFlags};

struct Job {
  fs::path pack, out;
  std::vector<fs::path> files;
  Arguments arguments;

  unsigned rounds(unsigned otherwise) const { return arguments.number("--rounds", otherwise, 1, 1000); }
  int smallest(unsigned otherwise) const { return static_cast<int>(arguments.number("--smallest", otherwise, 1, 127)); }
  Training training(unsigned default_rounds, unsigned default_smallest) const {
    return {.rounds = static_cast<int>(rounds(default_rounds)), .runs = static_cast<int>(arguments.number("--runs", 3, 1, 99)),
            .seed = arguments.number("--seed", 1), .quantising = {smallest(default_smallest)}};
  }
};

fs::path only_pack(const fs::path& packs) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(packs))
    if (fs::exists(entry.path() / "pack.toml")) found.push_back(entry.path());
  if (found.size() != 1)
    throw Error(ErrorCode::usage, fmt::format("{} holds {} packs: say which with --pack DIR", packs.string(), found.size()));
  return found[0];
}

void write_model(const Job& job, std::string_view name, const ModelRows& rows) {
  const fs::path path = job.out / name;
  const std::string bytes = encode(rows);
  write_file(path, bytes);
  say(fmt::format("{}: {} rows, {} bytes\n", path.string(), rows.features.size(), bytes.size()));
}

ClassesOf classes_of(const Lexicon& lexicon) {
  return [&lexicon](std::string_view folded) {
    const Lexicon::Classes classes = lexicon.classes(folded);
    return FormClasses{classes.tags, classes.morph};
  };
}

// The first file is the reference; the others are made like it.
std::vector<GoldSentence> like_the_first(const Job& job, const ClassesOf& classes) {
  std::vector<GoldSentence> all = read_treebank(std::span(job.files).first(1));
  std::vector<GoldSentence> others = read_treebank(std::span(job.files).subspan(1));
  harmonise(all, others, classes, {});
  all.insert(all.end(), others.begin(), others.end());
  return all;
}

void make_tags(const Job& job) {
  const Lexicon lexicon(job.pack / "lexicon.bin");
  const ClassesOf classes = classes_of(lexicon);
  const std::vector<GoldSentence> sentences = like_the_first(job, classes);
  write_model(job, "tags.model", with_quick_tags(train_tags(sentences, classes, job.training(8, 4)), sentences, classes));
}

void make_features(const Job& job) {
  const Lexicon lexicon(job.pack / "lexicon.bin");
  const ClassesOf classes = classes_of(lexicon);
  const std::vector<GoldSentence> sentences = like_the_first(job, classes);
  write_model(job, "features.model",
              with_quick_features(train_features(sentences, classes, job.training(8, 4)), sentences, classes));
}

void make_parser(const Job& job) {
  const Lexicon lexicon(job.pack / "lexicon.bin");
  const ClassesOf classes = classes_of(lexicon);
  std::vector<GoldSentence> sentences = like_the_first(job, classes);
  constexpr std::size_t kFolds = 5;
  jackknife(sentences, kFolds, classes, {.rounds = 8, .runs = 1, .seed = 1, .quantising = {}});
  for (GoldSentence& sentence : sentences)
    for (GoldWord& word : sentence) word.lemma = lemma_of(lexicon, word.form, word.upos, word.feats);
  const std::size_t of_reference = read_treebank(std::span(job.files).first(1)).size();
  const ParserRows rows = with_quick_parser(train_parser(sentences, of_reference, job.training(10, 16)), sentences);
  write_model(job, "actions.model", rows.moves);
  write_model(job, "labels.model", rows.labels);
}

void say_round(int round, std::size_t wrong) { say(fmt::format("round {}: {} wrong\n", round, wrong)); }

std::vector<Document> documents_of(const Job& job) {
  std::vector<Document> documents;
  for (const fs::path& file : job.files)
    for (Document& document : from_conllu(read_file(file), file.string())) documents.push_back(std::move(document));
  return documents;
}

ChoiceTraining choice_training(const Job& job) {
  return {static_cast<int>(job.rounds(10)), job.smallest(2), job.arguments.number("--seed", 1)};
}

void make_sentences(const Job& job) {
  const Lexicon lexicon(job.pack / "lexicon.bin");
  write_model(job, "sentences.model", train_sentences(documents_of(job), lexicon, choice_training(job), say_round));
}

// Asks nothing of the pack but its lists and its lexicon, so that models that are out of date do not stand in the way.
void make_contractions(const Job& job) {
  Pack pack;
  pack.vocabulary = std::make_shared<const Vocabulary>(job.pack / "lists");
  pack.lexicon = std::make_shared<const Lexicon>(job.pack / "lexicon.bin");
  write_model(job, "contractions.model",
              train_contractions(documents_of(job), TokenLists(pack), choice_training(job), say_round));
}

void make_names(const Job& job) {
  train_names({.pack = job.pack,
               .records = job.files,
               .held_out = job.arguments.text("--held-out"),
               .out = job.out / "names.model",
               .rounds = static_cast<int>(job.rounds(8)),
               .smallest = job.smallest(2)});
}

void make_lexicon(const Job& job) { build_lexicon(job.files, job.out / "lexicon.bin"); }

struct Kind {
  std::string_view name;
  void (*make)(const Job&);
};
constexpr Kind kKinds[] = {{"lexicon", make_lexicon}, {"sentences", make_sentences}, {"contractions", make_contractions},
                           {"tags", make_tags},       {"features", make_features},   {"parser", make_parser},
                           {"names", make_names}};

const Kind& kind_named(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Kind& kind : kKinds) {
    if (kind.name == name) return kind;
    names.push_back(kind.name);
  }
  throw Error(ErrorCode::usage,
              fmt::format("train {}: not known{}; it is one of {}", name, did_you_mean(name, names), fmt::join(names, ", ")));
}

int run(const Arguments& arguments, const Console&) {
  if (arguments.operands.size() < 2)
    throw Error(ErrorCode::usage, "train needs what to train and a file to learn from, e.g. train tags train.conllu");
  const Kind& kind = kind_named(arguments.operands[0]);
  Job job;
  job.arguments = arguments;
  job.pack = arguments.has("--pack") ? fs::path(arguments.text("--pack")) : only_pack(packs_folder(arguments));
  job.out = arguments.has("--out") ? fs::path(arguments.text("--out")) : job.pack;
  job.files.assign(arguments.operands.begin() + 1, arguments.operands.end());
  kind.make(job);
  return kWell;
}

}  // namespace

constinit const Command kTrainCommand = {
    .name = "train",
    .summary = "Make the lexicon or a model of a pack",
    .operands = "WHAT FILE…",
    .details = "  WHAT is one of\n"
               "    lexicon       lines of form, tag, features, lemma, count\n"
               "    sentences     ends of sentences, from CoNLL-U\n"
               "    contractions  which words that may be several are so, from CoNLL-U\n"
               "    tags          parts of speech, from CoNLL-U\n"
               "    features      features of the parts of speech, from CoNLL-U\n"
               "    parser        trees, from CoNLL-U: actions.model and labels.model\n"
               "    names         proper names, from records with their mentions\n"
               "  For tags, features and parser the first file is the reference; the others' tags and features are made like\n"
               "  it. The same files and seed give the same bytes on any machine. docs/grammar.md tells the order and why.\n",
    .examples = "  greffier train tags sequoia.conllu gsd.conllu --pack packs/fr\n"
                "  greffier train names records.jsonl --pack packs/fr --held-out dev.jsonl\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
