// French texts through the whole pipeline: parties that no single clause tells.
#include <gtest/gtest.h>

#include <string>

#include "greffier/document.h"
#include "support/engine.h"

namespace greffier {
namespace {

std::string side(const Document& d, ItemRange range) {
  std::string out;
  for (Index i = range.begin; i < range.end; ++i) {
    const Party& p = d.parties[i];
    out += (out.empty() ? "" : "+") + std::string(p.country.empty() ? "--" : p.country.view()) + "/" +
           std::string(p.sector == Sector::none ? "--" : spelling(p.sector));
  }
  return out.empty() ? "-" : out;
}

// "rencontré RU/GOV+US/GOV > -", for each event in turn.
std::string deeds(std::string_view text) {
  const Document d = read_text(text);
  std::string out;
  for (const Event& e : d.events)
    out += (out.empty() ? "" : "; ") + std::string(d.text(e.trigger)) + " " + side(d, e.actors) + " > " + side(d, e.targets);
  return out;
}

struct FrenchEvents : testing::Test {
  void SetUp() override {
    if (!test_engine()) GTEST_SKIP() << "left out: the French pack is not complete";
  }
};

TEST_F(FrenchEvents, TwoNationalitiesAreTwoParties) {
  EXPECT_EQ(deeds("Les ministres italien et polonais ont démissionné."), "démissionné IT/GOV+PL/GOV > -");
}

TEST_F(FrenchEvents, TheTwoAreThoseNamedBefore) {
  EXPECT_EQ(
      deeds("Lundi, Vladimir Poutine a appelé Emmanuel Macron par téléphone. Les deux présidents ont convenu d'une trêve."),
      "appelé RU/GOV+FR/GOV > -; convenu RU/GOV+FR/GOV > -; trêve - > -");
}

TEST_F(FrenchEvents, BlamedForADeedIsItsDoer) {
  EXPECT_EQ(deeds("Berlin a condamné la répression du pouvoir syrien."), "condamné DE/GOV > SY/GOV; répression SY/GOV > -");
}

TEST_F(FrenchEvents, AttackHitsWhoIsKilledInIt) {
  EXPECT_EQ(deeds("Trois soldats français ont été tués dans une attaque au Mali."), "tués - > FR/MIL; attaque - > FR/MIL");
}

TEST_F(FrenchEvents, SameNounHasTheCountryToldBefore) {
  EXPECT_EQ(
      deeds("L'armée a bombardé une caserne libyenne, a dit Paris. La caserne a été bombardée deux fois, selon Paris et Rome."),
      "bombardé FR/MIL > LY/MIL; bombardée - > LY/MIL");
}

TEST_F(FrenchEvents, UnknownMenWhoAreArrestedOrKillCountAsCriminals) {
  EXPECT_EQ(deeds("La police belge a interpellé deux hommes à Liège."), "interpellé BE/COP > BE/CRM");
  EXPECT_EQ(deeds("Un homme a poignardé un gendarme à Liège."), "poignardé BE/CRM > BE/COP");
}

TEST_F(FrenchEvents, CapitalThatActsIsAGovernmentAndOneThatSuffersAPlace) {
  EXPECT_EQ(deeds("Moscou a condamné le bombardement de Damas."), "condamné RU/GOV > -; bombardement - > SY/--");
}

TEST_F(FrenchEvents, AdjectiveOfNationalityIsADoer) {
  EXPECT_EQ(deeds("Cuba dénonce l'embargo américain."), "dénonce CU/GOV > US/GOV; embargo US/GOV > -");
}

TEST_F(FrenchEvents, PeopleCountedAreTheParty) {
  EXPECT_EQ(deeds("Des miliciens ont massacré trente villageois congolais."), "massacré CD/REB > CD/CVL");
}

TEST_F(FrenchEvents, OfficialsOfAUnionHaveNoCountry) {
  EXPECT_EQ(deeds("Les chefs d'Etat de la Cédéao ont rencontré le roi du Maroc."), "rencontré --/IGO+MA/GOV > -");
}

TEST_F(FrenchEvents, CounterpartHasTheTradeOfTheOther) {
  EXPECT_EQ(deeds("Les services secrets israéliens ont partagé des informations avec leurs homologues français."),
            "partagé IL/SPY+FR/SPY > -");
}

TEST_F(FrenchEvents, PlaceOfAnAgreementIsNoParty) {
  EXPECT_EQ(deeds("Le président américain a dénoncé l'accord de Paris."), "dénoncé US/GOV > -");
}

TEST_F(FrenchEvents, WhoRefusesTalksIsASideOfThem) {
  EXPECT_EQ(deeds("Le gouvernement vénézuélien refuse toute négociation avec l'opposition."),
            "refuse VE/GOV > -; négociation VE/OPP+VE/GOV > -");
}

TEST_F(FrenchEvents, BodyBehindANameSaysItsTrade) {
  EXPECT_EQ(deeds("« Nous refusons ce chantage », répond Marc Petit, de la CFDT."), "refusons FR/LAB > -");
}

TEST_F(FrenchEvents, ReformOfAMinisterIsHeldAgainstHim) {
  EXPECT_EQ(deeds("Des pompiers belges ont manifesté à Namur contre la réforme du ministre."), "manifesté BE/HLH > BE/GOV");
}

TEST_F(FrenchEvents, ArmedPartyBombsWhereAnotherOneIsHit) {
  EXPECT_EQ(deeds("Le bombardement de l'aviation syrienne sur un hôpital a duré une heure."), "bombardement SY/MIL > SY/HLH");
}

TEST_F(FrenchEvents, DeedThatHurtsPointsToItsDoer) {
  EXPECT_EQ(deeds("Vingt civils syriens ont été tués par des frappes russes."), "tués RU/GOV > SY/CVL");
}

}  // namespace
}  // namespace greffier
