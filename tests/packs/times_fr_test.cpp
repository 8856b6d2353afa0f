// French texts through the pipeline as far as times and the article's day: reasoning, reported speech, bad input.
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "greffier/engine.h"
#include "greffier/error.h"

namespace greffier {
namespace {

const Engine* engine() {
  static const std::unique_ptr<const Engine> one = []() -> std::unique_ptr<const Engine> {
    try {
      return std::make_unique<const Engine>(std::filesystem::path(GREFFIER_SOURCE_DIR) / "packs", Layer::day);
    } catch (const Error&) {
      return nullptr;
    }
  }();
  return one.get();
}

Document read(std::string text, std::string_view published) {
  static const WorkspacePtr workspace = make_workspace();
  Article article;
  article.lang = "fr";
  article.text = std::move(text);
  article.published = published;
  article.published_span = parse_iso_span(published).value_or(DaySpan{});
  return engine()->analyse(std::move(article), *workspace);
}

// "samedi 2020-08-15; dimanche 2020-08-09"
std::string times(const Document& d) {
  std::string out;
  for (const Time& t : d.times)
    out += (out.empty() ? "" : "; ") + std::string(d.text(t.place)) + " " + std::string(d.pooled(t.value));
  return out;
}

std::string times(std::string text, std::string_view published) { return times(read(std::move(text), published)); }

struct FrenchTimes : testing::Test {
  void SetUp() override {
    if (!engine()) GTEST_SKIP() << "left out: the French pack is not complete";
  }
};

TEST_F(FrenchTimes, DispatchThatTellsOnlyItsMonth) {
  const Document d = read(
      "La ministre de l'Intérieur a annoncé jeudi un couvre-feu. Depuis lundi, des milliers d'habitants occupent le port. "
      "Ils dénoncent le référendum du 8 juin. Plus tôt dans la journée, la police avait dispersé un cortège.",
      "2015-06");
  EXPECT_EQ(times(d), "jeudi 2015-06-11; lundi 2015-06-08; 8 juin 2015-06-08; Plus tôt dans la journée 2015-06-11");
  EXPECT_GE(d.day.first, *day_of(2015, 6, 11));
  EXPECT_FALSE(d.day_reasons.empty());
}

TEST_F(FrenchTimes, DaysBetweenTwoDeeds) {
  const Document d = read("La garde a repris mercredi le fort, cinq jours après l'assaut du vendredi 13 novembre.", "2015-11");
  EXPECT_EQ(times(d), "mercredi 2015-11-18; cinq jours P5D; vendredi 13 novembre 2015-11-13");
  EXPECT_EQ(iso_date(d.day.first), "2015-11-18");
}

TEST_F(FrenchTimes, SinceADateIsNotBeforeIt) {
  const Document d = read("Depuis le 17 octobre, les habitants occupent la place.", "2019-10");
  EXPECT_EQ(iso_date(d.day.first), "2019-10-17");
  EXPECT_EQ(iso_date(d.day.last), "2019-10-31");
}

TEST_F(FrenchTimes, DatelineBehindAPlace) {
  const Document d = read("Genève, 8 décembre (ATS) – Le conseil a rejeté samedi le budget.", "2018");
  EXPECT_EQ(times(d), "8 décembre 2018-12-08; samedi 2018-12-08");
}

TEST_F(FrenchTimes, WhatStaysOpenHasX) {
  const Document d = read("Le maire a démissionné jeudi. Il partira demain.", "2015-06");
  EXPECT_EQ(times(d), "jeudi 2015-XX-XX; demain 2015-XX-XX");
  EXPECT_EQ(iso_date(d.times[0].days.first), "2015-05-28");
  EXPECT_EQ(iso_date(d.times[0].days.last), "2015-06-25");
}

TEST_F(FrenchTimes, DatelineOfAnUndatedArticle) {
  const Document d = read("Le pont est rouvert\n\n3 mars 2017. – Le maire a inauguré lundi le pont de la rivière.", "");
  EXPECT_EQ(iso_date(d.day.first), "2017-03-03");
  EXPECT_EQ(times(d), "3 mars 2017 2017-03-03; lundi 2017-02-27");
}

TEST_F(FrenchTimes, UndatedTextKeepsItsXs) {
  EXPECT_EQ(times("Le maire a démissionné lundi.", ""), "lundi XXXX-WXX-1");
}

TEST_F(FrenchTimes, TheSpeakersNow) {
  EXPECT_EQ(times("« Je signerai le décret demain », a déclaré la présidente lundi.", "2020-08-15"),
            "demain 2020-08-11; lundi 2020-08-10");
}

TEST_F(FrenchTimes, ContradictionIsReported) {
  const Document d = read("Le juge a été entendu mardi 15 août 2018 par la cour.", "2018-08-16");
  ASSERT_EQ(d.day_reasons.size(), 1u);
  EXPECT_TRUE(d.day_reasons[0].starts_with("contradiction")) << d.day_reasons[0];
}

TEST_F(FrenchTimes, WhatDoesNotExistIsMarkedAndStaysOpen) {
  const Document d = read("Il est né le 31 février 2019 et mort le 30/02/2019.", "2020-08-15");
  EXPECT_EQ(times(d), "31 février 2019 2019-02-XX; 30/02/2019 2019-02-XX");
  ASSERT_EQ(d.day_reasons.size(), 2u);
  EXPECT_EQ(d.day_reasons[0], "«31 février 2019» is no day of the calendar");
  EXPECT_EQ(times("Rendez-vous en l'an 99999.", "2020-08-15"), "an 99999 FUTURE_REF");
  EXPECT_EQ(times("Le 29 février 2019 n'existe pas, le 29 février 2020 existe.", "2020-08-15"),
            "29 février 2019 2019-02-XX; 29 février 2020 2020-02-29");
}

TEST_F(FrenchTimes, ArticleOfTheFuture) {
  EXPECT_EQ(times("La colonie a fêté hier ses dix ans.", "2999-01-01"), "hier 2998-12-31; dix ans P10Y");
}

TEST_F(FrenchTimes, AThousandDatesInARowAreRead) {
  std::string text = "Il a cité ";
  for (int i = 0; i < 5000; ++i) text += "le 3 mars, ";
  text += "puis rien.";
  const Document d = read(std::move(text), "2015");
  EXPECT_EQ(check(d), "");
  EXPECT_EQ(d.times.size(), 5000u);
}

TEST_F(FrenchTimes, HugeNumbersDoNotOverflow) {
  const Document d =
      read("Il y a 999999999 ans, dans 888888888 siècles, il y a 777777777 jours, 999999999 heures plus tard.", "2020-08-15");
  EXPECT_EQ(check(d), "");
  for (const Time& t : d.times) EXPECT_FALSE(t.days.known()) << d.text(t.place);
}

}  // namespace
}  // namespace greffier
