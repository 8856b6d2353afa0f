// The day of a deed: its own, its story's, its headline's, and none where the text tells none.
#include <gtest/gtest.h>

#include <string>

#include "support/engine.h"

namespace greffier {
namespace {

struct EventDating : testing::Test {
  void SetUp() override {
    if (!test_engine()) GTEST_SKIP() << "left out: the pack is not complete";
  }
  // "trigger earliest..latest" of every event.
  static std::string dated(std::string_view text) {
    const Document d = read_text(text, "2020-08-15");
    std::string out;
    for (const Event& e : d.events)
      out += (out.empty() ? "" : "; ") + std::string(d.text(e.trigger)) + " " + iso_date(e.days.first) + ".." +
             iso_date(e.days.last);
    return out;
  }
};

TEST_F(EventDating, ItsOwnDay) {
  EXPECT_EQ(dated("La police a arrêté deux journalistes le 12 août."), "arrêté 2020-08-12..2020-08-12");
}

TEST_F(EventDating, WithoutAnyDayTheDayOfPublicationBoundsIt) {
  EXPECT_EQ(dated("La police a arrêté deux journalistes."), "arrêté ..2020-08-15");
}

TEST_F(EventDating, WhatIsDatedAfterPublicationIsToCome) {
  const Document d = read_text("La grève des cheminots commencera le 20 août, dit le syndicat.", "2020-08-15");
  ASSERT_EQ(d.events.size(), 1u);
  EXPECT_EQ(d.events[0].status, EventStatus::future);
  EXPECT_EQ(iso_date(d.events[0].days.first), "2020-08-20");
}

TEST_F(EventDating, TheSameDeedToldAgainHasItsDay) {
  EXPECT_EQ(dated("Un attentat a visé un convoi militaire le 12 août. Les soldats ont fui. L'attentat a surpris le ministre."),
            "attentat 2020-08-12..2020-08-12; attentat 2020-08-12..2020-08-12");
}

TEST_F(EventDating, HearsayIsDatedAsWhatIsTold) {
  EXPECT_EQ(dated("Un attentat a visé un convoi militaire mercredi. Deux soldats auraient été tués."),
            "attentat 2020-08-12..2020-08-12; tués 2020-08-12..2020-08-12");
}

TEST_F(EventDating, TheDayOfASayingIsNotThatOfTheDeedsBehindIt) {
  EXPECT_EQ(dated("La préfète a parlé à la presse, a affirmé la mairie mercredi. La police a arrêté deux journalistes."),
            "arrêté ..2020-08-15");
}

TEST_F(EventDating, ASpanAndAListOfDaysAreCoveredWhole) {
  EXPECT_EQ(dated("La police a arrêté des journalistes du 3 au 5 août."), "arrêté 2020-08-03..2020-08-05");
  EXPECT_EQ(dated("La police a arrêté des journalistes le 31 juillet et le 4 août."), "arrêté 2020-07-31..2020-08-04");
}

TEST_F(EventDating, AReactionLiesBetweenItsDeedAndThePublication) {
  EXPECT_EQ(dated("Un attentat a visé un convoi militaire mercredi.\n\nLe ministre a condamné l'attentat."),
            "attentat 2020-08-12..2020-08-12; condamné 2020-08-12..2020-08-15; attentat 2020-08-12..2020-08-12");
}

TEST_F(EventDating, WhatWasDoneSinceThenLiesBetweenTheStoryAndThePublication) {
  EXPECT_EQ(dated("Un attentat a visé un convoi militaire mercredi. Trois hommes ont depuis été arrêtés."),
            "attentat 2020-08-12..2020-08-12; arrêtés 2020-08-12..2020-08-15");
}

TEST_F(EventDating, AWordThatIsSpokenOfHasNotTheDayOfTheSaying) {
  EXPECT_EQ(dated("Le gouvernement a dénoncé jeudi l'attentat contre la caserne."),
            "dénoncé 2020-08-13..2020-08-13; attentat ..2020-08-15");
}

TEST_F(EventDating, ThePluperfectGoesBeforeTheStory) {
  EXPECT_EQ(dated("La police avait arrêté deux journalistes le 3 août. La police a arrêté le maire."),
            "arrêté 2020-08-03..2020-08-03; arrêté ..2020-08-15");
}

TEST_F(EventDating, TheClauseThatDescribesANounDatesIt) {
  EXPECT_EQ(dated("Le syndicat a salué la grève qui a débuté lundi à Lyon."),
            "salué 2020-08-10..2020-08-15; grève 2020-08-10..2020-08-10");
  EXPECT_EQ(dated("Les soldats ont quitté la ville après l'attaque menée mardi par les rebelles."),
            "quitté ..2020-08-15; attaque 2020-08-11..2020-08-11");
}

TEST_F(EventDating, AParticipleBesideADeedOfTheWordHasItsDay) {
  EXPECT_EQ(dated("La maire a dénoncé mardi la grève des éboueurs, tout en invitant les syndicats à négocier."),
            "dénoncé 2020-08-11..2020-08-11; grève ..2020-08-15; invitant 2020-08-11..2020-08-11; négocier ..");
}

TEST_F(EventDating, WhatFollowsADeedToComeHasNoEnd) {
  EXPECT_EQ(dated("La loi sera adoptée lundi par le Parlement, avant d'être promulguée par le président."),
            "adoptée 2020-08-17..2020-08-17; promulguée 2020-08-17..");
}

TEST_F(EventDating, ADeedOfTheWordAmidDeedsOfTheHandIsOfTheirDay) {
  EXPECT_EQ(dated("Des militants ont attaqué la mairie mercredi.\n\nLe maire a appelé les militants à partir. La police a arrêté "
                  "dix personnes."),
            "attaqué 2020-08-12..2020-08-12; appelé 2020-08-12..2020-08-12; arrêté 2020-08-12..2020-08-12");
}

}  // namespace
}  // namespace greffier
