// Where content begins and ends, on trees made by hand: marks, inserted cues, quotations that are cut short by the tree.
#include <gtest/gtest.h>

#include "stages/statements/content.h"
#include "stages/statements/edges.h"
#include "stages/statements/inserted.h"
#include "stages/statements/sift.h"
#include "support/documents.h"

namespace greffier {
namespace {

using namespace statements;

// A quotation between the first « and the first » of the sentence; blanks stand around the marks.
void add_quote(Document& d) {
  Quote q;
  for (Index i = 0; i < d.tokens.size(); ++i) {
    const std::string_view form = d.text(d.tokens[i].place);
    if (form == "«") q.outer.begin = d.tokens[i].place.begin, q.tokens.begin = i + 1;
    if (form == "»") q.outer.end = d.tokens[i].place.end, q.tokens.end = i;
  }
  q.inner = d.place_of(q.tokens);
  d.quotes.push_back(q);
}

struct Cutting {
  explicit Cutting(std::string_view rows, bool quoted = true) : document(document_of(rows)) {
    if (quoted) add_quote(document);
    index = index_of(document, *pack.vocabulary);
    index_quotes(document, quote_of);
  }
  Scene scene() const { return {pack, document, index, quote_of, Lists(*pack.vocabulary)}; }
  std::string shown(const Cuts& cuts) const {
    std::string out;
    for (TokenRange cut : cuts) out.append(out.empty() ? "" : " | ").append(document.text(document.place_of(cut)));
    return out;
  }

  Pack pack = [] {
    Pack p;
    p.vocabulary = std::make_shared<Vocabulary>();
    return p;
  }();
  Document document;
  TokenIndex index;
  std::vector<Index> quote_of;
};

constexpr std::string_view kInserted = R"(
« « PUNCT _ 4 punct
La le DET _ 3 det
pluie pluie NOUN _ 4 nsubj
cesse cesser VERB VerbForm=Fin 0 root
» » PUNCT _ 4 punct
, , PUNCT _ 7 punct
dit dire VERB VerbForm=Fin 4 parataxis
Marie Marie PROPN _ 7 nsubj
. . PUNCT _ 4 punct
)";

TEST(StatementCuts, QuotationBeforeTheCueLosesItsMarks) {
  const Cutting c(kInserted);
  Cuts cuts = before(c.scene(), {6, 8}, 6);
  finish(c.scene(), cuts, 6);
  EXPECT_EQ(c.shown(cuts), "La pluie cesse");
  EXPECT_EQ(kind_of(c.scene(), cuts, 6), StatementKind::direct);
}

constexpr std::string_view kWithin = R"(
« « PUNCT _ 7 punct
La le DET _ 3 det
pluie pluie NOUN _ 8 nsubj
, , PUNCT _ 5 punct
dit dire VERB VerbForm=Fin 8 parataxis
Marie Marie PROPN _ 5 nsubj
, , PUNCT _ 5 punct
cesse cesser VERB VerbForm=Fin 0 root
» » PUNCT _ 8 punct
. . PUNCT _ 8 punct
)";

TEST(StatementCuts, CueWithinTheQuotationCutsItInTwo) {
  const Cutting c(kWithin);
  Cuts cuts = before(c.scene(), {4, 6}, 4);
  finish(c.scene(), cuts, 4);
  EXPECT_EQ(c.shown(cuts), "La pluie | cesse");
}

constexpr std::string_view kThat = R"(
Marie Marie PROPN _ 2 nsubj
dit dire VERB VerbForm=Fin 0 root
que que SCONJ _ 6 mark
la le DET _ 5 det
pluie pluie NOUN _ 6 nsubj
cesse cesser VERB VerbForm=Fin 2 ccomp
« « PUNCT _ 8 punct
enfin enfin ADV _ 6 advmod
pour pour ADP _ 10 case
nous nous PRON _ 2 obl
» » PUNCT _ 10 punct
. . PUNCT _ 2 punct
)";

TEST(StatementCuts, ClauseIsWidenedToTheWholeQuotation) {
  const Cutting c(kThat);
  Cuts cuts;
  cuts.add(clause_after(c.scene(), 2));
  EXPECT_EQ(c.shown(cuts), "la pluie cesse « enfin");
  finish(c.scene(), cuts, 1);
  EXPECT_EQ(c.shown(cuts), "la pluie cesse « enfin pour nous »");
  EXPECT_EQ(kind_of(c.scene(), cuts, 1), StatementKind::mixed);
}

TEST(StatementCuts, WithoutMarksAnInsertedCueTakesTheSentenceBefore) {
  const Cutting c(R"(
La le DET _ 2 det
pluie pluie NOUN _ 3 nsubj
cesse cesser VERB VerbForm=Fin 0 root
, , PUNCT _ 5 punct
dit dire VERB VerbForm=Fin 3 parataxis
Marie Marie PROPN _ 5 nsubj
. . PUNCT _ 3 punct
)", false);
  Cuts cuts = before(c.scene(), {4, 6}, 4);
  finish(c.scene(), cuts, 4);
  EXPECT_EQ(c.shown(cuts), "La pluie cesse");
  EXPECT_EQ(kind_of(c.scene(), cuts, 4), StatementKind::indirect);
}

TEST(StatementCuts, PrepositionsAreNoPartOfAPhrase) {
  const Cutting c(R"(
Il il PRON _ 2 nsubj
parle parler VERB VerbForm=Fin 0 root
de de ADP _ 5 case
la le DET _ 5 det
pluie pluie NOUN _ 2 obl
)", false);
  Cuts cuts;
  cuts.add(clause_of(c.scene(), 4));
  EXPECT_EQ(c.shown(cuts), "la pluie");
}

Draft draft(Index rule, Index cue, TokenRange content) {
  Draft d;
  d.rule = rule;
  d.cue_head = cue;
  d.cue = {cue, cue + 1};
  d.content.add(content);
  return d;
}

TEST(StatementSift, TheEarlierRuleKeepsACueAndAContent) {
  const Cutting c(kInserted);
  std::vector<Draft> drafts = {draft(3, 1, {2, 8}), draft(1, 1, {3, 8}), draft(2, 20, {3, 8}), draft(5, 30, {31, 40})};
  sift(c.scene(), drafts);
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_EQ(drafts[0].rule, 1U);
  EXPECT_EQ(drafts[1].rule, 5U);
}

TEST(StatementSift, TheSmallestContentThatHoldsTheCueIsAround) {
  const std::vector<Draft> drafts = {draft(1, 1, {2, 40}), draft(1, 5, {6, 40}), draft(1, 10, {11, 20}),
                                     draft(1, 50, {51, 60})};
  std::vector<Index> inside;
  nest(drafts, inside);
  EXPECT_EQ(inside, (std::vector<Index>{kNone, 0, 1, kNone}));
}

}  // namespace
}  // namespace greffier
