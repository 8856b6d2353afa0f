// greffier parse: sentences, words and trees as CoNLL-U.
#include <algorithm>

#include "base/mapped_file.h"
#include "cli/articles.h"
#include "cli/commands.h"
#include "document/conllu.h"
#include "greffier/engine.h"

namespace greffier {
namespace {

constexpr Layer kGoal = Layer::lemmas | Layer::tree;

void print(const Document& document, std::string& out) { out += to_conllu(document); }

// What the columns of a document say. A column of nothing but "_" is a layer that is to be made.
Layer layers_of(const Document& document) {
  const auto any = [&](auto known) { return std::ranges::any_of(document.tokens, known) ? ~0u : 0u; };
  const auto when = [](unsigned is, Layer layer) { return static_cast<Layer>(is & static_cast<unsigned>(layer)); };
  return Layer::language | Layer::tokens | Layer::sentences |
         when(any([](const Token& t) { return t.upos != Upos::X; }), Layer::tags) |
         when(any([](const Token& t) { return !t.lemma.empty(); }), Layer::lemmas) |
         when(any([](const Token& t) { return t.relation.base != Deprel::none; }), Layer::tree);
}

int complete(const Arguments& arguments) {
  const Engine engine(packs_folder(arguments), kGoal);
  const WorkspacePtr workspace = make_workspace();
  for (const std::string& file : arguments.operands)
    for (Document& document : from_conllu(read_file(file == "-" ? "/dev/stdin" : file), file)) {
      engine.pipeline().run(*workspace, document, layers_of(document));
      write_out(to_conllu(document));
    }
  return kWell;
}

bool is_conllu(const Arguments& arguments) {
  const auto named = [](const std::string& file) { return file.ends_with(".conllu"); };
  return arguments.text("--as") == "conllu" ||
         (!arguments.has("--as") && !arguments.operands.empty() && std::ranges::all_of(arguments.operands, named));
}

int run(const Arguments& arguments, const Console& console) {
  if (!is_conllu(arguments)) return for_each_article(arguments, console, {.goal = kGoal, .print = print});
  Arguments files = arguments;
  if (files.operands.empty()) files.operands.emplace_back("-");
  return complete(files);
}

constexpr std::span<const Flag> kFlags[] = {kArticleFlags};

}  // namespace

constinit const Command kParseCommand = {
    .name = "parse",
    .summary = "Write sentences, words and dependency trees as CoNLL-U",
    .operands = "[FILE…]",
    .details =
        "Universal Dependencies in CoNLL-U, one `# newdoc` for each article. With --until sentences no tags and no trees.\n"
        "  Files in .conllu, or --as conllu, are completed: their words and sentences are kept, and of tags, lemmas and\n"
        "  trees what they have; a layer whose column is `_` in a whole document is made. Other flags do not hold for them.\n",
    .examples =
        "  greffier parse note.txt\n"
        "  echo 'Il pleut.' | greffier parse --as text --until sentences\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
