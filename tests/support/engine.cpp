#include "support/engine.h"

#include <cstdio>

#include "greffier/error.h"

namespace greffier {

const Engine* test_engine() {
  static const std::unique_ptr<const Engine> engine = []() -> std::unique_ptr<const Engine> {
    try {
      return std::make_unique<const Engine>(std::filesystem::path(GREFFIER_SOURCE_DIR) / "packs");
    } catch (const Error& error) {
      std::fprintf(stderr, "no engine: %s\n", error.what());
      return nullptr;
    }
  }();
  return engine.get();
}

Document read_text(std::string_view text, std::string_view published) {
  static const WorkspacePtr workspace = make_workspace();
  Article article;
  article.id = "test";
  article.lang = "fr";
  article.text = text;
  article.published = published;
  article.published_span = parse_iso_span(published).value_or(DaySpan{});
  return test_engine()->analyse(std::move(article), *workspace);
}

}  // namespace greffier
