// The language of a text by its small words: the pack's list `language` says which word speaks for which language, and the
// one that most words of the text's beginning speak for wins. Where none is heard, the share of words that the lexicon knows
// decides between the pack's own language and "und", ISO 639's code for a language that is not determined. An article that
// tells its language is believed. Cost: bounded, since only the beginning is read. Tested in tests/unit/language_test.cpp.
#include "stages/identify_language.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "pack/lexicon.h"
#include "pack/vocabulary.h"
#include "stages/workspace.h"

namespace greffier {
namespace {

constexpr std::size_t kBeginning = 6000;  // bytes of the text that are read
constexpr std::size_t kMostLanguages = 16;

struct Votes {
  std::string_view language;
  int count = 0;
};

struct Heard {
  std::array<Votes, kMostLanguages> votes{};
  int words = 0;  // of two letters or more
  int known = 0;  // to the lexicon

  void vote(std::string_view language) {
    for (Votes& v : votes) {
      if (v.count > 0 && v.language != language) continue;
      v.language = language;
      ++v.count;
      return;
    }
  }
};

void hear(const Pack& pack, ListId list, std::string_view word, Heard& heard) {
  ++heard.words;
  heard.known += pack.lexicon && pack.lexicon->find(word) != 0;
  const Symbol symbol = pack.vocabulary->find(word);
  if (symbol == 0) return;
  if (const std::string_view language = pack.vocabulary->value(symbol, list); !language.empty()) heard.vote(language);
}

Heard listen(const Pack& pack, std::string_view text, std::string& word) {
  const ListId list = pack.vocabulary->list("language");
  Heard heard;
  for (std::size_t at = 0; at < std::min(text.size(), kBeginning);) {
    const std::size_t begin = at;
    while (at < text.size() && at - begin < 64 && utf8::is_letter(utf8::decode(text, at).point))
      at += utf8::decode(text, at).length;
    if (at - begin >= 2) {
      word.clear();
      utf8::fold(text.substr(begin, at - begin), word);
      hear(pack, list, word, heard);
    }
    if (at == begin) at += utf8::decode(text, at).length;
  }
  return heard;
}

}  // namespace

void identify_language(const Pack& pack, Workspace& workspace, Document& document) {
  std::string& told = document.article.lang;
  if (!told.empty() || !pack.vocabulary) return;
  const Heard heard = listen(pack, document.text(), workspace.text);
  const auto most = std::max_element(heard.votes.begin(), heard.votes.end(),
                                     [](const Votes& a, const Votes& b) { return a.count < b.count; });
  constexpr int kFew = 4;  // words that tell nothing
  if (most->count >= 2) told = most->language;
  else if (heard.words > 0) told = heard.words <= kFew || 2 * heard.known >= heard.words ? pack.lang : "und";
}

}  // namespace greffier
