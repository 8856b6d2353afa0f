// Descriptions and pronouns, on texts of our own, through the whole pipeline.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/engine.h"

namespace greffier {
namespace {

struct Coreference : testing::Test {
  void SetUp() override {
    if (!test_engine()) GTEST_SKIP() << "left out: the pack is not complete";
  }
};

// Whether the words stand for the entity so named.
bool stands_for(const Document& d, std::string_view words, std::string_view name) {
  return std::any_of(d.mentions.begin(), d.mentions.end(), [&](const Mention& m) {
    return m.entity != kNone && d.text(m.place) == words && d.pooled(d.entities[m.entity].name) == name;
  });
}

bool linked(const Document& d, std::string_view words) {
  return std::any_of(d.mentions.begin(), d.mentions.end(),
                     [&](const Mention& m) { return m.kind != MentionKind::name && d.text(m.place) == words; });
}

TEST_F(Coreference, PronounOfAnInversionIsTheSpeaker) {
  const Document d =
      read_text("Angela Merkel est arrivée à Lyon vendredi. « Nous tiendrons parole », a-t-elle assuré.", "2018-03-16");
  EXPECT_TRUE(stands_for(d, "elle", "Angela Merkel"));
}

TEST_F(Coreference, PronounBesideItsSubjectIsNobodyElse) {
  const Document d = read_text("Angela Merkel est arrivée à Lyon. Le maire a-t-il refusé de la voir ?", "2018-03-16");
  EXPECT_FALSE(linked(d, "il"));
}

TEST_F(Coreference, NoSubjectBehindAnImpersonalVerb) {
  for (const char* text :
       {"Vladimir Poutine est à Minsk. Il pourrait y avoir des blessés.", "Vladimir Poutine est à Minsk. Il existe un accord.",
        "Vladimir Poutine est à Minsk. Il convient de noter ce retard."})
    EXPECT_FALSE(linked(read_text(text, "2018-03-16"), "Il")) << text;
}

TEST_F(Coreference, TheLatterIsTheOneNamedLast) {
  const Document d =
      read_text("Vladimir Poutine a reçu Emmanuel Macron au Kremlin. Ce dernier a salué un dialogue franc.", "2018-03-16");
  EXPECT_TRUE(stands_for(d, "Ce dernier", "Emmanuel Macron") || stands_for(d, "Ce dernier", "Kremlin"));
  EXPECT_FALSE(stands_for(d, "Ce dernier", "Vladimir Poutine"));
}

TEST_F(Coreference, OfficeIsHeldOnTheDayOfTheArticle) {
  const char* text =
      "Emmanuel Macron et Angela Merkel se sont vus à Berlin. Vendredi, la chancelière allemande a annoncé un plan.";
  EXPECT_TRUE(stands_for(read_text(text, "2018-03-16"), "la chancelière allemande", "Angela Merkel"));
  EXPECT_FALSE(stands_for(read_text(text, "2003-03-16"), "la chancelière allemande", "Emmanuel Macron"));
}

TEST_F(Coreference, KnowledgeNamesWhomTheTextDoesNot) {
  const Document d = read_text("Le premier ministre israélien a quitté la salle.", "2018-03-16");
  EXPECT_TRUE(stands_for(d, "Le premier ministre israélien", "Benyamin Netanyahou"));
}

TEST_F(Coreference, AnOpenDayNamesNobody) {
  EXPECT_FALSE(linked(read_text("Le premier ministre israélien a quitté la salle.", ""), "Le premier ministre israélien"));
}

TEST_F(Coreference, CounterpartHoldsTheSameOffice) {
  const Document d = read_text("Emmanuel Macron a appelé dimanche son homologue russe.", "2018-03-16");
  EXPECT_TRUE(stands_for(d, "son homologue russe", "Vladimir Poutine"));
}

TEST_F(Coreference, TheirCountryIsThatOfWhomWeSpeak) {
  const Document d =
      read_text("La Russie et la Turquie discutent. Le président Vladimir Poutine a vanté la force de son pays.", "2018-03-16");
  EXPECT_TRUE(stands_for(d, "son pays", "Russie"));
}

TEST_F(Coreference, ThereIsIsNobody) {
  EXPECT_FALSE(linked(read_text("Vladimir Poutine a été élu il y a trois semaines.", "2018-03-16"), "il"));
}

TEST_F(Coreference, PredicateTellsOfItsSubject) {
  const Document d = read_text("Âgée de 40 ans, Jeanne Lefort est la députée de la Creuse depuis 2015.", "2018-03-16");
  EXPECT_TRUE(stands_for(d, "la députée de la Creuse", "Jeanne Lefort"));
}

TEST_F(Coreference, OneOfSeveralDescribesToo) {
  const Document d = read_text("« C'est faux », selon Jean Lefort, l'un de ses avocats.", "2018-03-16");
  EXPECT_TRUE(stands_for(d, "l'un de ses avocats", "Jean Lefort"));
}

TEST_F(Coreference, FormerHolderIsNotThePresentOne) {
  const Document d = read_text(
      "L'ancien président François Hollande a parlé. Le président Emmanuel Macron aussi. Samedi, le président a répondu.",
      "2018-03-16");
  EXPECT_TRUE(stands_for(d, "le président", "Emmanuel Macron"));
}

TEST_F(Coreference, DescriptionsBeforeOneAnother) {
  const Document d = read_text("L'émissaire de l'ONU, l'Autrichien Karl Lindner, s'est dit horrifié.", "2018-03-16");
  EXPECT_TRUE(stands_for(d, "L'émissaire de l'ONU", "Karl Lindner"));
  EXPECT_TRUE(stands_for(d, "l'Autrichien", "Karl Lindner"));
}

TEST_F(Coreference, NeighboursInAListKeepTheirOwnDescriptions) {
  const Document d = read_text("Le ministre Jean Lefort, le maire Paul Morin ainsi que la députée ont réagi.", "2018-03-16");
  EXPECT_FALSE(stands_for(d, "Le ministre Jean Lefort", "Paul Morin"));
}

TEST_F(Coreference, FirstNameBehindATitleIsAWholeName) {
  const Document d = read_text("Le président François Hollande a réagi. Plus tard, le pape François a prié.", "2016-07-26");
  EXPECT_FALSE(stands_for(d, "François", "François Hollande"));
}

TEST_F(Coreference, AcronymInBracketsBehindAnEarlierMention) {
  const Document d = read_text("La BCZ craint une hausse des prix. La BCZ (Banque centrale zambienne) a relevé ses taux.");
  EXPECT_TRUE(stands_for(d, "BCZ", "Banque centrale zambienne"));
}

}  // namespace
}  // namespace greffier
