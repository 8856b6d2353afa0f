// Status by tense, mood, modality, negation and what governs the deed.
#include "stages/events/status.h"

#include <gtest/gtest.h>

#include "support/deeds.h"

namespace greffier {
namespace {

struct Case {
  std::string_view trigger;
  EventStatus expected;
  bool state;
  std::string_view rows;
  EventType type = EventType::assault;
};

constexpr Case kCases[] = {
    {"arrêté", EventStatus::happened, false, R"(
Elle elle PRON Person=3 3 nsubj
a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
arrêté arrêter VERB Tense=Past|VerbForm=Part 0 root
deux deux NUM _ 5 nummod
suspects suspect NOUN _ 3 obj)"},
    {"arrêté", EventStatus::denied, false, R"(
Elle elle PRON Person=3 5 nsubj
n' ne ADV Polarity=Neg 5 advmod
a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 5 aux:tense
pas pas ADV Polarity=Neg 5 advmod
arrêté arrêter VERB Tense=Past|VerbForm=Part 0 root
Paul Paul PROPN _ 5 obj)"},
    {"arrêté", EventStatus::possible, false, R"(
Elle elle PRON Person=3 3 nsubj
aurait avoir AUX Mood=Cnd|Tense=Pres|VerbForm=Fin 3 aux:tense
arrêté arrêter VERB Tense=Past|VerbForm=Part 0 root
Paul Paul PROPN _ 3 obj)"},
    {"arrêtera", EventStatus::future, false, R"(
Elle elle PRON Person=3 2 nsubj
arrêtera arrêter VERB Mood=Ind|Tense=Fut|VerbForm=Fin 0 root
Paul Paul PROPN _ 2 obj)"},
    {"arrêterait", EventStatus::future, false, R"(
Marie Marie PROPN _ 3 nsubj
a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
annoncé annoncer VERB Tense=Past|VerbForm=Part 0 root
qu' que SCONJ _ 6 mark
elle elle PRON Person=3 6 nsubj
arrêterait arrêter VERB Mood=Cnd|Tense=Pres|VerbForm=Fin 3 ccomp
Paul Paul PROPN _ 6 obj)"},
    {"arrêter", EventStatus::possible, false, R"(
Elle elle PRON Person=3 2 nsubj
veut vouloir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
arrêter arrêter VERB VerbForm=Inf 2 xcomp
Paul Paul PROPN _ 3 obj)"},
    {"arrêter", EventStatus::future, false, R"(
Elle elle PRON Person=3 2 nsubj
va aller VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
arrêter arrêter VERB VerbForm=Inf 2 xcomp
Paul Paul PROPN _ 3 obj)"},
    {"tué", EventStatus::denied, false, R"(
Il il PRON Person=3 3 nsubj
a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
nié nier VERB Tense=Past|VerbForm=Part 0 root
avoir avoir AUX VerbForm=Inf 5 aux:tense
tué tuer VERB Tense=Past|VerbForm=Part 3 xcomp
Paul Paul PROPN _ 5 obj)"},
    {"attaque", EventStatus::possible, false, R"(
Elle elle PRON Person=3 2 nsubj
craint craindre VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
une un DET _ 4 det
attaque attaque NOUN _ 2 obj)"},
    {"grève", EventStatus::future, false, R"(
La le DET _ 2 det
grève grève NOUN _ 3 nsubj
commencera commencer VERB Mood=Ind|Tense=Fut|VerbForm=Fin 0 root
lundi lundi NOUN _ 3 obl:mod)"},
    {"soutient", EventStatus::ongoing, true, R"(
Rome Rome PROPN _ 2 nsubj
soutient soutenir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
Tripoli Tripoli PROPN _ 2 obj)"},
    {"libère", EventStatus::possible, false, R"(
Berlin Berlin PROPN _ 2 nsubj
demande demander VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
que que SCONJ _ 5 mark
Minsk Minsk PROPN _ 5 nsubj
renonce renoncer VERB Mood=Sub|Tense=Pres|VerbForm=Fin 2 ccomp
et et CCONJ _ 7 cc
libère libérer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 5 conj
Paul Paul PROPN _ 7 obj)"},
    {"attaque", EventStatus::possible, false, R"(
une un DET _ 3 det
éventuelle éventuel ADJ _ 3 amod
attaque attaque NOUN _ 0 root)"},
    {"frapper", EventStatus::denied, false, R"(
Elle elle PRON Person=3 3 nsubj
ne ne ADV Polarity=Neg 3 advmod
veut vouloir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
pas pas ADV Polarity=Neg 3 advmod
frapper frapper VERB VerbForm=Inf 3 xcomp)"},
    {"frapper", EventStatus::possible, false, R"(
Elle elle PRON Person=3 3 nsubj
n' ne ADV Polarity=Neg 3 advmod
exclut exclure VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
pas pas ADV Polarity=Neg 3 advmod
de de ADP _ 6 mark
frapper frapper VERB VerbForm=Inf 3 xcomp)"},
    {"combats", EventStatus::ongoing, false, R"(
Les le DET Definite=Def 2 det
combats combat NOUN _ 4 nsubj
se soi PRON Reflex=Yes 4 expl:comp
poursuivent poursuivre VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root)"},
    {"frappé", EventStatus::happened, false, R"(
Même même ADV _ 5 advmod
si si SCONJ _ 5 mark
elle elle PRON Person=3 5 nsubj
a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 5 aux:tense
frappé frapper VERB Tense=Past|VerbForm=Part 6 advcl
gagne gagner VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root)"},
    {"accusations", EventStatus::happened, false, R"(
Elle elle PRON Person=3 3 nsubj
a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
nié nier VERB Tense=Past|VerbForm=Part 0 root
ces ce DET _ 5 det
accusations accusation NOUN _ 3 obj)", EventType::accuse},
    {"dénoncer", EventStatus::happened, false, R"(
Elle elle PRON Person=3 3 nsubj
a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
marché marcher VERB Tense=Past|VerbForm=Part 0 root
pour pour ADP _ 5 mark
dénoncer dénoncer VERB VerbForm=Inf 3 advcl
Paul Paul PROPN _ 5 obj)", EventType::accuse},
    {"enquête", EventStatus::ongoing, true, R"(
L' le DET Definite=Def 2 det
enquête enquête NOUN _ 3 nsubj
vise viser VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
Paul Paul PROPN _ 3 obj)", EventType::accuse},
};

TEST(EventStatus, IsReadFromTheTree) {
  for (const Case& c : kCases) {
    const DeedSentence s(c.rows);
    EXPECT_EQ(spelling(events::status_of(s.reading(), s.token(c.trigger), c.type, c.state)), spelling(c.expected)) << s.document.text();
  }
}

}  // namespace
}  // namespace greffier
