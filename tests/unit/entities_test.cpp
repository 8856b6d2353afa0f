// Who is who, on texts of our own, through the whole pipeline.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/engine.h"

namespace greffier {
namespace {

struct Entities : testing::Test {
  void SetUp() override {
    if (!test_engine()) GTEST_SKIP() << "left out: the pack is not complete";
  }
};

// The mentions of the entity so named, in text order.
std::vector<std::string> mentions_of(const Document& d, std::string_view name) {
  std::vector<std::string> out;
  for (const Mention& m : d.mentions)
    if (m.entity != kNone && d.pooled(d.entities[m.entity].name) == name) out.emplace_back(d.text(m.place));
  return out;
}

const Entity* entity(const Document& d, std::string_view name) {
  const auto at = std::find_if(d.entities.begin(), d.entities.end(), [&](const Entity& e) { return d.pooled(e.name) == name; });
  return at == d.entities.end() ? nullptr : &*at;
}

using Strings = std::vector<std::string>;

TEST_F(Entities, LastNameGoesWithTheFullOne) {
  const Document d = read_text("Emmanuel Macron a reçu Angela Merkel à Paris. Macron a salué la chancelière.", "2018-03-16");
  EXPECT_EQ(check(d), "");
  EXPECT_EQ(mentions_of(d, "Emmanuel Macron"), (Strings{"Emmanuel Macron", "Macron"}));
  ASSERT_NE(entity(d, "Emmanuel Macron"), nullptr);
  EXPECT_EQ(entity(d, "Emmanuel Macron")->country.view(), "FR");
  EXPECT_EQ(entity(d, "Emmanuel Macron")->sector, Sector::gov);
}

TEST_F(Entities, AcronymGoesWithWhatItStandsFor) {
  const Document d = read_text("La Banque centrale européenne (BCE) a relevé ses taux. La BCE craint une hausse des prix.");
  const Strings mentions = mentions_of(d, "Banque centrale européenne");
  EXPECT_GE(std::count(mentions.begin(), mentions.end(), "BCE"), 2);
}

TEST_F(Entities, TitleIsNoPartOfAName) {
  const Document d = read_text("Mme Merkel a rencontré M. Poutine à Berlin.", "2018-03-16");
  EXPECT_EQ(mentions_of(d, "Merkel"), Strings{"Merkel"});
  EXPECT_EQ(mentions_of(d, "Poutine"), Strings{"Poutine"});
}

TEST_F(Entities, DescriptionBesideAName) {
  const Document d = read_text("Le président ukrainien Volodymyr Zelensky a visité Lviv.", "2020-08-15");
  EXPECT_EQ(mentions_of(d, "Volodymyr Zelensky"), (Strings{"Le président ukrainien", "Volodymyr Zelensky"}));
}

TEST_F(Entities, DescriptionPointsBack) {
  const Document d =
      read_text("Le président ukrainien Volodymyr Zelensky a visité Lviv. Vendredi, le président ukrainien a reçu des maires.");
  const Strings mentions = mentions_of(d, "Volodymyr Zelensky");
  EXPECT_TRUE(std::find(mentions.begin(), mentions.end(), "le président ukrainien") != mentions.end());
}

TEST_F(Entities, PronounAgreesInGender) {
  const Document d = read_text("Angela Merkel a critiqué Vladimir Poutine vendredi. Elle a demandé une enquête.", "2018-03-16");
  const Strings mentions = mentions_of(d, "Angela Merkel");
  EXPECT_TRUE(std::find(mentions.begin(), mentions.end(), "Elle") != mentions.end());
}

TEST_F(Entities, ImpersonalPronounIsNobody) {
  const Document d = read_text("Vladimir Poutine est arrivé à Minsk. Il pleut depuis deux jours.");
  EXPECT_EQ(mentions_of(d, "Vladimir Poutine"), Strings{"Vladimir Poutine"});
}

TEST_F(Entities, FirstPersonIsTheSpeaker) {
  const Document d = read_text("« Je ne partirai pas », a déclaré Angela Merkel.", "2018-03-16");
  EXPECT_EQ(mentions_of(d, "Angela Merkel"), (Strings{"Je", "Angela Merkel"}));
}

TEST_F(Entities, KnowledgeFitsTheDay) {
  const Document d = read_text("Le Kremlin a démenti. Vladimir Poutine se trouve à Moscou.", "2020-08-15");
  ASSERT_NE(entity(d, "Vladimir Poutine"), nullptr);
  EXPECT_EQ(d.pooled(entity(d, "Vladimir Poutine")->kb), "Q7747");
  ASSERT_NE(entity(d, "Kremlin"), nullptr);
  EXPECT_EQ(entity(d, "Kremlin")->country.view(), "RU");
}

TEST_F(Entities, CapitalThatActsIsAGovernment) {
  const Document d = read_text(
      "Minsk a renvoyé des prisonniers après le soutien de Moscou qui a dénoncé un complot. La réunion a eu lieu à Paris.");
  EXPECT_EQ(entity(d, "Minsk")->sector, Sector::gov);
  EXPECT_EQ(entity(d, "Moscou")->sector, Sector::gov);
  EXPECT_EQ(entity(d, "Paris")->sector, Sector::none);
}

TEST_F(Entities, WhoeverMayBeMeantIsToldAndNobodyChosen) {
  const Document d = read_text("Sri Lanka : un débat à Colombo. M. Rajapaksa a critiqué le Sri Lanka.", "2014-03-10");
  ASSERT_NE(entity(d, "Rajapaksa"), nullptr);
  EXPECT_TRUE(entity(d, "Rajapaksa")->kb.empty());
  EXPECT_NE(d.pooled(entity(d, "Rajapaksa")->candidates).find(' '), std::string_view::npos);
}

TEST_F(Entities, AnyTextIsSound) {
  for (const char* text : {"", ".", "« « »", "M.", "Il", "le le le le", "PARIS PARIS PARIS (PARIS", "« Je » « Je » « Je »",
                           "-t-il", "ex-URSS (", "d' d' D' L'"})
    EXPECT_EQ(check(read_text(text)), "") << text;
}

}  // namespace
}  // namespace greffier
