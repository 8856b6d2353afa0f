#include "doors/text.h"

namespace greffier {

Arrival article_from_text(std::string bytes, Article told, const Defaults& defaults) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  std::size_t kept = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n') continue;
    bytes[kept++] = bytes[at] == '\r' ? '\n' : bytes[at];
  }
  bytes.resize(kept);
  Arrival arrival;
  arrival.article = std::move(told);
  arrival.article.text = std::move(bytes);
  admit(arrival, defaults);
  return arrival;
}

}  // namespace greffier
