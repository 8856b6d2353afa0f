// Small questions to a Document. Tested in tests/unit/document_test.cpp.
#include "greffier/document.h"

#include <algorithm>

namespace greffier {

bool operator==(const Article& a, const Article& b) {
  return a.id == b.id && a.source == b.source && a.lang == b.lang && a.title == b.title && a.url == b.url &&
         a.published == b.published && a.published_span == b.published_span && a.text == b.text;
}

PoolRange Document::keep(std::string_view string) {
  const auto begin = static_cast<Index>(pool.size());
  pool += string;
  return {begin, static_cast<Index>(pool.size())};
}

Origin Document::origin_of(std::string_view name) {
  const auto at = std::find(origins.begin(), origins.end(), name);
  if (at != origins.end()) return static_cast<Origin>(at - origins.begin());
  origins.emplace_back(name);
  return static_cast<Origin>(origins.size() - 1);
}

ByteRange Document::place_of(TokenRange range) const {
  if (range.empty()) return {};
  return {tokens[range.begin].place.begin, tokens[range.end - 1].place.end};
}

TokenRange Document::tokens_within(ByteRange place) const {
  const auto first =
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.place.begin < place.begin; });
  const auto last = std::partition_point(first, tokens.end(), [&](const Token& t) { return t.place.end <= place.end; });
  return {static_cast<Index>(first - tokens.begin()), static_cast<Index>(last - tokens.begin())};
}

Index Document::sentence_of(Index token) const {
  const auto at =
      std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.tokens.end <= token; });
  return at == sentences.end() ? kNone : static_cast<Index>(at - sentences.begin());
}

}  // namespace greffier
