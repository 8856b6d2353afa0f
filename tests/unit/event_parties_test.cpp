// Logical subject and object through passive, relative clause, coordination, control and participles.
#include <gtest/gtest.h>

#include "stages/events/clause.h"
#include "stages/events/slots.h"
#include "support/deeds.h"

namespace greffier {
namespace {

struct Case {
  std::string_view verb, subject, object;
  std::string_view rows;
};

constexpr Case kCases[] = {
    {"arrêté", "police", "suspect", R"(
La le DET _ 2 det
police police NOUN _ 4 nsubj
a avoir AUX VerbForm=Fin 4 aux:tense
arrêté arrêter VERB Tense=Past|VerbForm=Part 0 root
un un DET _ 6 det
suspect suspect NOUN _ 4 obj)"},
    {"arrêté", "police", "suspect", R"(
Un un DET _ 2 det
suspect suspect NOUN _ 5 nsubj:pass
a avoir AUX VerbForm=Fin 5 aux:tense
été être AUX Tense=Past|VerbForm=Part 5 aux:pass
arrêté arrêter VERB Tense=Past|VerbForm=Part 0 root
par par ADP _ 8 case
la le DET _ 8 det
police police NOUN _ 5 obl:agent)"},
    {"battu", "-", "suspect", R"(
Un un DET _ 2 det
suspect suspect NOUN _ 4 nsubj:pass
est être AUX VerbForm=Fin 4 aux:pass
arrêté arrêter VERB Tense=Past|VerbForm=Part 0 root
puis puis CCONJ _ 6 cc
battu battre VERB Tense=Past|VerbForm=Part 4 conj)"},
    {"menacé", "homme", "juge", R"(
Un un DET _ 2 det
homme homme NOUN _ 0 root
qui qui PRON PronType=Rel 5 nsubj
a avoir AUX VerbForm=Fin 5 aux:tense
menacé menacer VERB Tense=Past|VerbForm=Part 2 acl:relcl
le le DET _ 7 det
juge juge NOUN _ 5 obj)"},
    {"quitter", "otages", "pays", R"(
Elle elle PRON Person=3 2 nsubj
force forcer VERB VerbForm=Fin 0 root
les le DET _ 4 det
otages otage NOUN _ 2 obj
à à ADP _ 6 mark
quitter quitter VERB VerbForm=Inf 2 xcomp
le le DET _ 8 det
pays pays NOUN _ 6 obj)"},
    {"quitter", "Elle", "pays", R"(
Elle elle PRON Person=3 2 nsubj
veut vouloir VERB VerbForm=Fin 0 root
quitter quitter VERB VerbForm=Inf 2 xcomp
le le DET _ 5 det
pays pays NOUN _ 3 obj)"},
    {"tué", "Paul", "juge", R"(
Paul Paul PROPN _ 3 nsubj:pass
est être AUX VerbForm=Fin 3 aux:pass
accusé accuser VERB Tense=Past|VerbForm=Part 0 root
d' de ADP _ 6 mark
avoir avoir AUX VerbForm=Inf 6 aux:tense
tué tuer VERB Tense=Past|VerbForm=Part 3 xcomp
un un DET _ 8 det
juge juge NOUN _ 6 obj)"},
    {"commis", "rebelles", "attentat", R"(
L' le DET _ 2 det
attentat attentat NOUN _ 0 root
commis commettre VERB Tense=Past|VerbForm=Part 2 acl
par par ADP _ 6 case
les le DET _ 6 det
rebelles rebelle NOUN _ 3 obl:agent)"},
};

TEST(EventParties, LogicalArguments) {
  for (const Case& c : kCases) {
    const DeedSentence s(c.rows);
    const events::Reading r = s.reading();
    EXPECT_EQ(s.word(events::deep_subject(r, s.token(c.verb))), c.subject) << s.document.text();
    EXPECT_EQ(s.word(events::deep_object(r, s.token(c.verb))), c.object) << s.document.text();
  }
}

TEST(EventParties, ParticipleBehindANounNamesItsDoerAndSufferer) {
  const DeedSentence s(R"(
L' le DET _ 2 det
attaque attaque NOUN _ 0 root
menée mener VERB Tense=Past|VerbForm=Part 2 acl
par par ADP _ 6 case
les le DET _ 6 det
rebelles rebelle NOUN _ 3 obl:agent
contre contre ADP _ 9 case
la le DET _ 9 det
caserne caserne NOUN _ 3 obl)");
  const events::Reading r = s.reading();
  const events::TokenList doer = events::carried_actor(r, s.token("attaque"));
  ASSERT_FALSE(doer.empty());
  EXPECT_EQ(s.word(*doer.begin()), "rebelles");
  const events::TokenList sufferer = events::in_slot(r, s.token("attaque"), events::Slot::against);
  ASSERT_FALSE(sufferer.empty());
  EXPECT_EQ(s.word(*sufferer.begin()), "caserne");
}

TEST(EventParties, LoopsInABrokenTreeEnd) {
  const DeedSentence s("vouloir vouloir VERB VerbForm=Inf 2 xcomp\nquitter quitter VERB VerbForm=Inf 1 xcomp");
  const events::Reading r = s.reading();
  EXPECT_EQ(events::deep_subject(r, 0), kNone);
  EXPECT_EQ(events::deep_object(r, 1), kNone);
}

}  // namespace
}  // namespace greffier
