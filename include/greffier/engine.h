// Packs and pipelines, ready to use: the door for programs that embed Greffier.
#pragma once

#include <filesystem>
#include <memory>

#include "greffier/document.h"
#include "greffier/pipeline.h"

namespace greffier {

// Const after construction; threads share it, each with a workspace of its own.
class Engine {
 public:
  // `packs` is a folder that holds one folder for each language. Throws Error{pack}.
  explicit Engine(const std::filesystem::path& packs, Layer goal = Layer::events);

  // Reads one article. Throws Error{input} where no pack reads its language; any text is safe.
  Document analyse(Article article, Workspace& workspace) const;
  const Pipeline& pipeline() const { return *pipeline_; }

  // The folder of packs: $GREFFIER_PACKS, else beside the program, else where it was installed or built.
  static std::filesystem::path default_packs();

 private:
  std::unique_ptr<const Pipeline> pipeline_;
};

// The version of the program, e.g. "0.1.0".
std::string_view version();

}  // namespace greffier
