// Each quotation and each sentence is looked at once, with the sentences beside it, so the cost is linear in the text. Tested
// in tests/golden/statements.case.
#include "stages/statements/uncued.h"

#include <algorithm>

#include "stages/statements/cue.h"
#include "stages/statements/draft_of.h"
#include "stages/statements/edges.h"

namespace greffier::statements {
namespace {

constexpr Index kLead = 7;   // tokens of a sentence that may point back at a quotation
constexpr Index kLeast = 6;  // tokens; shorter ones are titles, names, words at a distance

// What is told already: the tokens that a cue or a content holds, and the drafts by the sentence of their cue (or content).
// Made once, so that no quotation and no sentence looks at all drafts.
class Told {
 public:
  Told(const Scene& s, const std::vector<Draft>& drafts)
      : held_(s.document.tokens.size()), first_(s.document.sentences.size(), kNone) {
    for (Index i = 0; i < drafts.size(); ++i) add(s, drafts[i], i);
  }

  void add(const Scene& s, const Draft& d, Index index) {
    mark(d.cue);
    for (TokenRange cut : d.content) mark(cut);
    next_.resize(index + 1, kNone);
    Index* at = &first_[s.document.sentence_of(d.cue_head != kNone ? d.cue_head : d.content[0].begin)];
    while (*at != kNone) at = &next_[*at];
    *at = index;
  }

  bool holds(TokenRange range) const {
    return std::any_of(held_.begin() + range.begin, held_.begin() + range.end, [](char held) { return held != 0; });
  }

  // The first draft of a sentence for which `fits` holds, or null.
  template <class Fits>
  const Draft* find(const std::vector<Draft>& drafts, Index sentence, Fits fits) const {
    for (Index i = first_[sentence]; i != kNone; i = next_[i])
      if (fits(drafts[i])) return &drafts[i];
    return nullptr;
  }

 private:
  void mark(TokenRange range) { std::fill(held_.begin() + range.begin, held_.begin() + range.end, char{1}); }

  std::vector<char> held_;    // by token
  std::vector<Index> first_;  // by sentence
  std::vector<Index> next_;   // by draft
};

// The quotation fills its sentences: nothing but marks stands beside it.
bool alone(const Scene& s, TokenRange outer) {
  const Sentence& first = s.sentence_of(outer.begin);
  if (first.heading || outer.begin > first.tokens.begin) return false;
  const TokenRange last = s.sentence_of(outer.end - 1).tokens;
  for (Index i = outer.end; i < last.end; ++i)
    if (!s.punct(i)) return false;
  return true;
}

// The draft of the sentence before that a quotation goes on with: the first that is not itself quoted.
const Draft* draft_before(const Scene& s, const Told& told, const std::vector<Draft>& drafts, Index begin) {
  if (begin == 0) return nullptr;
  return told.find(drafts, s.document.sentence_of(begin - 1), [&](const Draft& d) {
    return d.cue_head != kNone && d.speaker != kNone && s.quote_of[d.cue_head] == kNone;
  });
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
    points = points ||
             (i < after.begin + kLead && i > after.begin && s.listed(i, s.lists.words) && s.token(i - 1).upos == Upos::DET);
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
  Told told(s, drafts);
  for (Index n = 1; n < s.document.sentences.size(); ++n) {
    const TokenRange here = s.document.sentences[n].tokens, before = s.document.sentences[n - 1].tokens;
    if (s.document.sentences[n].heading || new_paragraph(s, here.begin) || !reported(s, here) || told.holds(here)) continue;
    const Draft* from = told.find(drafts, n - 1, [&](const Draft& d) {
      return d.speaker != kNone && d.kind != StatementKind::direct && runs_to_end(d, before);
    });
    if (from == nullptr) continue;
    Draft d;
    d.speaker = from->speaker;
    d.content.add(here);
    finish(s, d.content, kNone);
    if (d.content.empty()) continue;
    complete(s, {}, d);
    if (!d.hearsay) continue;
    told.add(s, d, static_cast<Index>(drafts.size()));
    drafts.push_back(d);
  }
}

void find_uncued(const Scene& s, std::vector<Draft>& drafts) {
  const Told told(s, drafts);
  const std::vector<Draft> known = drafts;
  for (Index q = 0; q < s.document.quotes.size(); ++q) {
    const Quote& quote = s.document.quotes[q];
    if (quote.inside != kNone || !quote.closed || quote.tokens.size() < kLeast || !alone(s, s.outer(q)) ||
        told.holds(quote.tokens))
      continue;
    if (finite_verb(s, quote.tokens) == kNone) continue;
    const Draft* before = draft_before(s, told, known, s.outer(q).begin);
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
