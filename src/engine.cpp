#include "greffier/engine.h"

#include <fmt/format.h>

#include <cstdlib>

#include "greffier/error.h"

#ifndef GREFFIER_VERSION
#define GREFFIER_VERSION "0"
#endif
#ifndef GREFFIER_SOURCE_PACKS
#define GREFFIER_SOURCE_PACKS "packs"
#endif

namespace greffier {
namespace {

// The first language folder of `packs`; more than one language is for a later version.
std::filesystem::path first_pack(const std::filesystem::path& packs) {
  std::filesystem::path found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(packs, error))
    if (std::filesystem::exists(entry.path() / "pack.toml") && (found.empty() || entry.path() < found)) found = entry.path();
  if (found.empty())
    throw Error(ErrorCode::pack,
                fmt::format("{}: no language pack (a folder with a pack.toml) is there; set --packs or GREFFIER_PACKS",
                            packs.string()));
  return found;
}

}  // namespace

Engine::Engine(const std::filesystem::path& packs, Layer goal)
    : pipeline_(std::make_unique<Pipeline>(load_pack(first_pack(packs)), goal | Layer::language)) {}

Document Engine::analyse(Article article, Workspace& workspace) const {
  Document document;
  document.article = std::move(article);
  pipeline_->run(workspace, document);
  return document;
}

std::filesystem::path Engine::default_packs() {
  if (const char* folder = std::getenv("GREFFIER_PACKS")) return folder;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error)
    for (const auto& place : {program.parent_path() / "packs", program.parent_path() / "../share/greffier/packs"})
      if (std::filesystem::is_directory(place, error)) return place.lexically_normal();
  return GREFFIER_SOURCE_PACKS;
}

std::string_view version() { return GREFFIER_VERSION; }

}  // namespace greffier
