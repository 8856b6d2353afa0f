#include "stages/statements/uncued.h"

#include <algorithm>

#include "stages/statements/cue.h"
#include "stages/statements/draft_of.h"
#include "stages/statements/edges.h"

namespace greffier::statements {
namespace {

constexpr Index kLead = 7;   // tokens of a sentence that may point back at a quotation
constexpr Index kLeast = 6;  // tokens; shorter ones are titles, names, words at a distance

bool held(const std::vector<Draft>& drafts, TokenRange range) {
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) {
    return d.cue.overlaps(range) || std::any_of(d.content.begin(), d.content.end(), [&](TokenRange cut) { return cut.overlaps(range); });
  });
}

// The quotation fills its sentences: nothing but marks stands beside it.
bool alone(const Scene& s, TokenRange outer) {
  const Sentence& first = s.sentence_of(outer.begin);
  if (first.heading || outer.begin > first.tokens.begin) return false;
  const TokenRange last = s.sentence_of(outer.end - 1).tokens;
  for (Index i = outer.end; i < last.end; ++i)
    if (!s.punct(i)) return false;
  return true;
}

// The draft of the sentence before whose saying ends last, or null.
const Draft* draft_before(const Scene& s, const std::vector<Draft>& drafts, Index begin) {
  if (begin == 0) return nullptr;
  const TokenRange before = s.sentence_of(begin - 1).tokens;
  const Draft* best = nullptr;
  for (const Draft& d : drafts)
    if (d.cue_head != kNone && before.contains(d.cue_head) && d.speaker != kNone && s.quote_of[d.cue_head] == kNone &&
        (best == nullptr || d.cue_head < best->cue_head))
      best = &d;
  return best;
}

bool new_paragraph(const Scene& s, Index begin);

// The person that the sentence before, in the same paragraph, tells of: its subject, a named person or a pronoun for one.
Index person_before(const Scene& s, Index begin) {
  if (new_paragraph(s, begin)) return kNone;
  const TokenRange before = s.sentence_of(begin - 1).tokens;
  for (Index i = before.begin; i < before.end; ++i) {
    const Token& t = s.token(i);
    if (t.relation.base != Deprel::nsubj || s.quote_of[i] != kNone) continue;
    const bool person = (s.index.layers[i] & (kInName | kNameType)) == kInName;
    const bool by_trade = t.upos == Upos::NOUN && t.feats.number == Number::Sing && s.listed(i, s.lists.speaker);
    return person || by_trade ? i : kNone;
  }
  return kNone;
}

// The person of a sentence that points back at the quotation before it: "It was with these words that X …".
Index person_after(const Scene& s, Index begin) {
  const auto size = static_cast<Index>(s.document.tokens.size());
  while (begin < size && s.punct(begin)) ++begin;
  if (begin >= size || new_paragraph(s, begin)) return kNone;
  const TokenRange after = s.sentence_of(begin).tokens;
  bool points = false;
  for (Index i = after.begin; i < after.end; ++i) {
    points = points || (i < after.begin + kLead && i > after.begin && s.listed(i, s.lists.words) && s.token(i - 1).upos == Upos::DET);
    if (points && (s.index.layers[i] & (kInName | kNameType)) == kInName) return i;
  }
  return kNone;
}

bool new_paragraph(const Scene& s, Index begin) {
  if (begin == 0) return true;
  const ByteRange gap{s.token(begin - 1).place.end, s.token(begin).place.begin};
  return s.document.text(gap).find('\n') != std::string_view::npos;
}

// Whether what the draft says reaches to the end of the sentence of its cue: what follows may go on with it.
bool runs_to_end(const Draft& d, TokenRange sentence) {
  return std::any_of(d.content.begin(), d.content.end(), [&](TokenRange cut) { return cut.end + 2 >= sentence.end; });
}

// The main verb of a sentence in the press conditional.
bool reported(const Scene& s, TokenRange sentence) {
  for (Index i = sentence.begin; i < sentence.end; ++i) {
    const Token& t = s.token(i);
    if (t.head != kNone) continue;
    const Index verb = finite_of(s, i);
    const Index copula = child(s, i, Deprel::cop);
    return s.token(verb).feats.mood == Mood::Cnd || (copula != kNone && s.token(copula).feats.mood == Mood::Cnd);
  }
  return false;
}

}  // namespace

void find_continued(const Scene& s, std::vector<Draft>& drafts) {
  for (std::size_t n = 1; n < s.document.sentences.size(); ++n) {
    const TokenRange here = s.document.sentences[n].tokens, before = s.document.sentences[n - 1].tokens;
    if (s.document.sentences[n].heading || new_paragraph(s, here.begin) || !reported(s, here) || held(drafts, here)) continue;
    const auto from = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& d) {
      const Index at = d.cue_head != kNone ? d.cue_head : d.content[0].begin;
      return before.contains(at) && d.speaker != kNone && d.kind != StatementKind::direct && runs_to_end(d, before);
    });
    if (from == drafts.end()) continue;
    Draft d;
    d.speaker = from->speaker;
    d.content.add(here);
    finish(s, d.content, kNone);
    if (d.content.empty()) continue;
    complete(s, {}, d);
    if (d.hearsay) drafts.push_back(d);
  }
}

void find_uncued(const Scene& s, std::vector<Draft>& drafts) {
  const std::size_t cued = drafts.size();
  for (Index q = 0; q < s.document.quotes.size(); ++q) {
    const Quote& quote = s.document.quotes[q];
    if (quote.inside != kNone || !quote.closed || quote.tokens.size() < kLeast || !alone(s, s.outer(q)) || held(drafts, quote.tokens)) continue;
    if (finite_verb(s, quote.tokens) == kNone) continue;
    const std::vector<Draft> known(drafts.begin(), drafts.begin() + static_cast<std::ptrdiff_t>(cued));
    const Draft* before = draft_before(s, known, s.outer(q).begin);
    Draft d;
    d.speaker = person_after(s, s.outer(q).end);
    if (d.speaker == kNone) d.speaker = before != nullptr ? before->speaker : person_before(s, s.outer(q).begin);
    if (d.speaker == kNone) continue;
    d.content.add(quote.tokens);
    finish(s, d.content, kNone);
    if (d.content.empty()) continue;
    complete(s, {}, d);
    drafts.push_back(d);
  }
}

}  // namespace greffier::statements
