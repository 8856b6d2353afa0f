// greffier export: the current records of a store in a form that other programs read.
#include <algorithm>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/store_flags.h"
#include "output/exports.h"

namespace greffier {
namespace {

constexpr std::size_t kChunk = 1 << 16;

void flush(std::string& out) {
  write_out(out);
  out.clear();
}

int run(const Arguments& arguments, const Console&) {
  std::vector<std::string_view> names;
  for (const ExportForm& form : export_forms()) names.push_back(form.name);
  const std::string wanted = arguments.choice("--as", names, "jsonl");
  const auto exporter = std::ranges::find(export_forms(), wanted, &ExportForm::name)->make();
  const Store store(store_path(arguments), Store::Access::read);
  std::string out;
  exporter->begin(out);
  store.each_record([&](const Record& record) {
    exporter->write(record, out);
    if (out.size() >= kChunk) flush(out);
  });
  exporter->end(out);
  flush(out);
  return kWell;
}

constexpr Flag kOwn[] = {{"--as", "FORM", "jsonl, csv, gdelt, polecat, annotation, gexf, timelinejs or ftm (default: jsonl)"}};
constexpr std::span<const Flag> kFlags[] = {kStoreFlags, kOwn};

}  // namespace

constinit const Command kExportCommand = {
    .name = "export",
    .summary = "Write the records of a store for other programs",
    .operands = "",
    .details = "docs/formats/exports.md says what each field means.\n",
    .examples = "  greffier export --store news.db --as gexf > actors.gexf\n",
    .flags = kFlags,
    .run = run,
};

}  // namespace greffier
