#include "learn/contraction_features.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

struct Seen {
  std::uint64_t form = 0, tags = 0, verb = 0, ending = 0, shape = 0, plural = 0;
};

std::uint64_t shape_of(std::string_view form) {
  const char32_t p = utf8::decode(form, 0).point;
  if (utf8::is_lower(p)) return 1;
  if (utf8::is_upper(p)) return 2;
  if (utf8::is_digit(p)) return 3;
  return 4 + (p & 0xFFFF);
}

// A word; of a verb, also the hash of its lemma.
Seen look(std::string_view form, const Lexicon& lexicon, std::string& buffer) {
  buffer.clear();
  utf8::fold(form.substr(0, 64), buffer);
  const Lexicon::Classes classes = lexicon.classes(buffer);
  Seen seen{hash(buffer), classes.tags, 0, 0, shape_of(form), (classes.bits & (kSingular | kPlural)) / kSingular};
  seen.ending = hash(std::string_view(buffer).substr(buffer.size() - std::min<std::size_t>(3, buffer.size())));
  if (classes.bits & (1u << static_cast<unsigned>(Upos::VERB))) {
    const std::size_t end = buffer.size();
    const std::string folded = buffer;
    lexicon.lemma(folded, Upos::VERB, Feats(), buffer);
    seen.verb = hash(std::string_view(buffer).substr(end));
  }
  return seen;
}

}  // namespace

void contraction_features(std::string_view text, std::span<const ByteRange> surface, std::size_t i, const Lexicon& lexicon,
                          std::string& buffer, std::vector<Feature>& features) {
  const auto at = [&](std::size_t token) {
    return token < surface.size() ? look(text.substr(surface[token].begin, surface[token].size()), lexicon, buffer) : Seen{};
  };
  const Seen w = at(i), p1 = at(i - 1), p2 = at(i - 2), n1 = at(i + 1), n2 = at(i + 2);
  const std::uint64_t word = w.form;
  features.clear();
  const auto add = [&](std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    features.push_back(feature(0xc000 + kind, word, a, b, c));
  };
  add(0, w.shape), add(1, p1.form), add(2, p1.tags), add(3, p1.shape, w.shape), add(4, p1.verb), add(5, p1.ending);
  add(6, n1.form), add(7, n1.tags, n1.shape), add(8, n1.ending), add(9, p1.tags, n1.tags, n1.shape), add(10, p2.tags, p1.tags);
  add(11, p2.form, p1.tags), add(12, p1.form, n1.tags), add(13, n1.tags, n2.tags), add(14, p2.tags, p1.verb),
      add(15, p2.form, p1.form);
  add(16, n1.plural, n1.shape), add(17, p1.verb, n1.tags);
}

}  // namespace greffier
