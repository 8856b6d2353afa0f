// Bytes → text → every stage that the pack can run → check, record, JSON and back, page. No text makes a stage throw, and
// every finding is sound. The first byte chooses the width of the page.
#include <cstdio>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "doors/text.h"
#include "greffier/engine.h"
#include "greffier/error.h"
#include "greffier/record.h"
#include "output/page.h"

namespace {

using namespace greffier;

// The engine for the deepest layer that the committed pack gives.
std::unique_ptr<Engine> deepest_engine() {
  for (Layer layer : {Layer::events, Layer::statements, Layer::day, Layer::tree, Layer::quotes}) try {
      return std::make_unique<Engine>(Engine::default_packs(), layer);
    } catch (const Error& error) {
      std::fprintf(stderr, "%s\n", error.what());
    }
  std::abort();
}

void require(bool holds, const char* law, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s\n", law, what.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::unique_ptr<Engine> engine = deepest_engine();
  static const WorkspacePtr workspace = make_workspace();
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  Arrival arrival = article_from_text(bytes, {}, {"2020-08", "Essai", "fr"});
  if (arrival.aside()) return 0;
  const std::string text = arrival.article.text;
  const Document document = engine->analyse(std::move(arrival.article), *workspace);
  require(document.text() == text, "the text never changes", text);
  require(check(document).empty(), "check", check(document));
  const Record record = record_of(document);
  const std::string line = to_json(record);
  require(to_json(record_from_json(line)) == line, "there and back", line);
  require(!page_of(record, {.width = 20u + data[0] % 100u}).empty(), "page", line);
  return 0;
}
