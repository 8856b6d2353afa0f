// Surface tokens by the automaton of scan_text.cpp, then contractions opened to their words (Universal Dependencies'
// multi-word tokens). Where a contraction may as well be one word (an article), a perceptron over the neighbouring words
// decides; without a model it is a contraction. Tested in tests/golden/tokens.case.
#include "stages/tokenise.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "learn/contraction_features.h"
#include "learn/linear_model.h"
#include "stages/scan_text.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

constexpr std::size_t kLongestContraction = 24;  // bytes

bool space_at(std::string_view text, std::size_t at) {
  return at >= text.size() || utf8::is_space(utf8::decode(text, at).point);
}

// Whether the ambiguous contraction `i` is one word.
bool one_word(const Pack& pack, Workspace& workspace, std::string_view text, std::size_t i) {
  if (!pack.contraction_model) return false;
  contraction_features(text, workspace.surface, i, *pack.lexicon, workspace.text, workspace.features);
  std::array<std::int32_t, 2> scores{};
  pack.contraction_model->score(workspace.features, scores);
  return scores[0] > scores[1];
}

void add_word(Document& document, ByteRange place, bool space_after) {
  Token& token = document.tokens.emplace_back();
  token.place = place;
  token.space_after = space_after;
}

// The words of a contraction; the first keeps the capital of the text.
void add_contraction(Document& document, ByteRange place, bool space_after, std::string_view words) {
  bool first = true;
  const bool capital = utf8::is_upper(utf8::decode(document.text(place), 0).point);
  const bool all = capital && place.size() > 1 && utf8::is_upper(utf8::decode_before(document.text(place), place.size()).point);
  while (!words.empty() && words != "?") {
    const std::size_t end = std::min(words.find(' '), words.size());
    const auto begin = static_cast<Index>(document.pool.size());
    for (std::size_t at = 0; at < end;) {
      const utf8::Decoded d = utf8::decode(words, at);
      utf8::append(document.pool, all || (capital && first && at == 0) ? utf8::upper(d.point) : d.point);
      at += d.length;
    }
    add_word(document, place, space_after);
    document.tokens.back().form = {begin, static_cast<Index>(document.pool.size())};
    document.tokens.back().multi = first ? MultiWord::first : MultiWord::later;
    words.remove_prefix(std::min(end + 1, words.size()));
    first = false;
  }
}

}  // namespace

void tokenise(const Pack& pack, Workspace& workspace, Document& document) {
  const TokenLists lists(pack);
  const std::string_view text = document.text();
  workspace.surface.clear();
  TextScanner scanner(text, lists, workspace.text);
  for (ByteRange place; !(place = scanner.next()).empty();) workspace.surface.push_back(place);
  document.tokens.reserve(workspace.surface.size() + workspace.surface.size() / 8);
  const std::span<const ByteRange> surface = workspace.surface;
  for (std::size_t i = 0; i < surface.size(); ++i) {
    const ByteRange place = surface[i];
    const bool space_after = space_at(text, place.end);
    std::string_view words;
    if (place.size() <= kLongestContraction && utf8::is_letter(utf8::decode(text, place.begin).point)) {
      workspace.text.clear();
      utf8::fold(document.text(place), workspace.text);
      words = lists.contraction(workspace.text);
    }
    if (words.empty() || (words.ends_with('?') && one_word(pack, workspace, text, i)))
      add_word(document, place, space_after);
    else
      add_contraction(document, place, space_after, words);
  }
}

}  // namespace greffier
