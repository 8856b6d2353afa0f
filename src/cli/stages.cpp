// greffier stages: the pipeline's table, and whether the pack has what each stage reads.
#include <fmt/format.h>

#include <iterator>

#include "cli/articles.h"
#include "cli/commands.h"
#include "greffier/engine.h"
#include "greffier/pipeline.h"

namespace greffier {
namespace {

int run(const Arguments& arguments, const Console&) {
  const Engine engine(packs_folder(arguments), Layer::none);
  const Pack& pack = engine.pipeline().pack();
  std::string out = fmt::format("{:<11} {:<11} {:<20} {}\n", "stage", "gives", "needs", "what it does");
  for (const Stage& stage : all_stages())
    fmt::format_to(std::back_inserter(out), "{:<11} {:<11} {:<20} {}{}\n", stage.name, layer_names(stage.gives),
                   layer_names(stage.needs), stage.summary,
                   stage.ready(pack) ? "" : fmt::format(" (not in this pack: {})", pack.folder.string()));
  write_out(out);
  return kWell;
}

}  // namespace

constinit const Command kStagesCommand = {
    .name = "stages",
    .summary = "List the stages of the pipeline, what each needs and gives",
    .operands = "",
    .details = "",
    .examples = "  greffier stages\n",
    .flags = {},
    .run = run,
};

}  // namespace greffier
