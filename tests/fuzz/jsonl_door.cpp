// Bytes → the JSON Lines door: whatever the bytes, an article that is sound or a reason why there is none.
#include <cstdlib>
#include <cstdint>
#include <string>

#include "base/utf8.h"
#include "doors/jsonl.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace greffier;
  static const KeyMap keys = key_map("title=headline");
  const Arrival arrival = article_from_json(std::string(reinterpret_cast<const char*>(data), size), keys, {"2020-08", "", ""});
  if (arrival.aside()) return 0;
  const Article& a = arrival.article;
  for (const std::string* field : {&a.id, &a.source, &a.lang, &a.title, &a.url, &a.published, &a.text})
    require(utf8::valid(*field));
  require(!a.id.empty() && !a.text.empty() && a.published_span.known());
  require(a.text.find('\0') == std::string::npos);
  return 0;
}
