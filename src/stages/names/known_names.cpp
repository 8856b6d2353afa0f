// A name at the beginning of a sentence, above all one of common words, shows the model little but its capital. What the pack
// knows under exactly these words is taken where a mistake is unlikely: a body's name of several words, the short name of a
// state behind an article with a capital of its own.
// Cost: one look-up for each word with a capital that is in no name. Tested in tests/golden/names.case.
#include "stages/names/known_names.h"

#include <algorithm>

#include "base/utf8.h"

namespace greffier::names {
namespace {

class Adder {
 public:
  Adder(const Knowledge& knowledge, const std::vector<Fingerprint>& words, Origin origin, Document& d)
      : knowledge_(knowledge), words_(words), origin_(origin), d_(d) {}

  void run() {
    const std::size_t old = d_.mentions.size();
    std::size_t next = 0;
    for (const Sentence& sentence : d_.sentences)
      for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        while (next < old && d_.mentions[next].tokens.end <= t) ++next;
        if (next < old && d_.mentions[next].tokens.begin <= t) continue;
        if (!capital(t)) continue;
        const Index limit = next < old ? std::min(sentence.tokens.end, d_.mentions[next].tokens.begin) : sentence.tokens.end;
        if (const TokenRange found = known(sentence.tokens.begin, t, limit); !found.empty()) t = found.end - 1;
      }
    std::inplace_merge(d_.mentions.begin(), d_.mentions.begin() + static_cast<std::ptrdiff_t>(old), d_.mentions.end(),
                       [](const Mention& a, const Mention& b) { return a.tokens.begin < b.tokens.begin; });
  }

 private:
  bool capital(Index t) const { return utf8::is_upper(utf8::decode(d_.form(d_.tokens[t]), 0).point); }

  TokenRange known(Index begin, Index t, Index limit) {
    const auto hit = knowledge_.thing_names().longest(words_, t, limit);
    if (!hit || hit.tokens.begin != t) return {};
    const KnownThing& thing = knowledge_.things()[knowledge_.thing_names().value(hit.first).number];
    const bool body = thing.type == EntityType::org && hit.tokens.size() > 1 && d_.tokens[t].upos != Upos::DET;
    const bool state = thing.kind == "state" && t > begin && d_.tokens[t - 1].upos == Upos::DET;
    if (!body && !state) return {};
    d_.mentions.push_back({d_.place_of(hit.tokens), hit.tokens, kNone, MentionKind::name, thing.type, origin_});
    return hit.tokens;
  }

  const Knowledge& knowledge_;
  const std::vector<Fingerprint>& words_;
  Origin origin_;
  Document& d_;
};

}  // namespace

void add_known_names(const Knowledge& knowledge, const std::vector<Fingerprint>& words, Origin origin, Document& document) {
  Adder(knowledge, words, origin, document).run();
}

}  // namespace greffier::names
