// The stages as one table, and a run of them over a document.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;  // scratch memory of all stages, reused from document to document; one for each thread

// The layers that stages need and give, as bits.
enum class Layer : std::uint16_t {
  none = 0, tokens = 1, sentences = 2, quotes = 4, tags = 8, lemmas = 16, tree = 32, index = 64,
  names = 128, entities = 256, times = 512, day = 1024, statements = 2048, events = 4096, language = 8192
};
constexpr Layer operator|(Layer a, Layer b) { return static_cast<Layer>(static_cast<unsigned>(a) | static_cast<unsigned>(b)); }
constexpr bool has(Layer all, Layer part) {
  return (static_cast<unsigned>(all) & static_cast<unsigned>(part)) == static_cast<unsigned>(part);
}

// A pure step: reads the pack and the document, fills its own layer, keeps nothing. Total: no text makes it throw.
struct Stage {
  std::string_view name;
  std::string_view summary;
  Layer needs;
  Layer gives;
  void (*run)(const Pack&, Workspace&, Document&);
  bool (*ready)(const Pack&);  // whether the pack has what the stage reads
};

std::span<const Stage> all_stages();

// The names of the layers in `layers`, separated by blanks.
std::string layer_names(Layer layers);

class Pipeline {
 public:
  // The stages that are needed to give `goal`, in order. Throws Error{pack} where the pack lacks what one of them reads.
  Pipeline(std::shared_ptr<const Pack> pack, Layer goal);

  // Runs every stage on a fresh document, or those that give what a document that was read in does not know yet. Never
  // throws for any valid UTF-8 text.
  void run(Workspace& workspace, Document& document, Layer known = Layer::none) const;
  std::span<const Stage* const> stages() const { return stages_; }
  const Pack& pack() const { return *pack_; }

 private:
  std::shared_ptr<const Pack> pack_;
  std::vector<const Stage*> stages_;
};

struct WorkspaceDeleter {
  void operator()(Workspace*) const;
};
using WorkspacePtr = std::unique_ptr<Workspace, WorkspaceDeleter>;
WorkspacePtr make_workspace();

}  // namespace greffier
