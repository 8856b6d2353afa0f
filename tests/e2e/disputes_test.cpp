// Every kind of disagreement, from text to table: what speaks against what, and what does not.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/program.h"

namespace greffier {
namespace {

struct News {
  const char *id, *day, *text;
};

std::string lines_of(std::vector<News> news, bool reversed = false) {
  std::string out;
  if (reversed) std::reverse(news.begin(), news.end());
  for (const News& n : news)
    out +=
        nlohmann::json{
            {"id", n.id}, {"date", n.day}, {"lang", "fr"}, {"source", std::string("Journal ") + n.id}, {"text", n.text}}
            .dump() +
        "\n";
  return out;
}

// "why first second", sorted.
std::string disputes(const std::vector<News>& news, bool reversed = false) {
  const Program program;
  program.write("a.jsonl", lines_of(news, reversed));
  EXPECT_EQ(program.run("keep a.jsonl --store s.db --quiet").status, 0);
  std::vector<std::string> rows;
  std::istringstream out(program.run("contradictions --store s.db --json").out);
  for (std::string line; std::getline(out, line);) {
    const auto row = nlohmann::json::parse(line);
    rows.push_back(row["why"].get<std::string>() + " " + row["first"].get<std::string>() +
                   (row["second"].is_null() ? "" : " " + row["second"].get<std::string>()));
  }
  std::sort(rows.begin(), rows.end());
  std::string all;
  for (const std::string& row : rows) all += (all.empty() ? "" : "; ") + row;
  return all;
}

struct Disputes : testing::Test {
  void SetUp() override {
    if (!Program::until().empty()) GTEST_SKIP() << "the pack is not whole";
  }
};

const std::vector<News> kReserves = {
    {"a", "2021-03-10",
     "Le ministre russe Sergueï Lavrov a affirmé mercredi que les réserves de gaz de la Biélorussie suffiraient pour quarante "
     "jours."},
    {"b", "2021-03-12",
     "L'opposante Maria Kolesnikova a démenti vendredi que les réserves de gaz de la Biélorussie suffiraient pour quarante "
     "jours."},
    {"c", "2021-03-15",
     "Sergueï Lavrov a démenti lundi que les réserves de gaz de la Biélorussie suffiraient pour quarante jours."},
};

TEST_F(Disputes, DenyAgainstAssertAndTheOppositeLater) {
  EXPECT_EQ(disputes(kReserves), "denied a#s1 b#s1; turned a#s1 c#s1");
}

TEST_F(Disputes, TheSameFromAnyOrder) { EXPECT_EQ(disputes(kReserves, true), disputes(kReserves)); }

TEST_F(Disputes, OppositeWordsOfOneSpeakerLater) {
  EXPECT_EQ(disputes({{"a", "2021-07-20", "« Je serai candidate à la mairie de Marseille », a déclaré mardi Samia Ghali."},
                      {"b", "2021-09-08",
                       "« Je ne serai pas candidate à la mairie de Marseille », a déclaré mercredi Samia Ghali."}}),
            "turned a#s1 b#s1");
}

TEST_F(Disputes, FiguresOfTwoArticles) {
  EXPECT_EQ(disputes({{"a", "2021-06-01",
                       "L'effondrement d'un pont près de Kandahar, dans le sud de l'Afghanistan, a fait 12 morts et 30 blessés "
                       "mardi matin, selon la police."},
                      {"b", "2021-06-02",
                       "Mardi matin, l'effondrement du pont près de Kandahar, dans le sud de l'Afghanistan, a fait 19 morts et "
                       "30 blessés, d'après un médecin."}}),
            "figures a#f1 b#f1");
}

TEST_F(Disputes, FiguresOfTwoSpeakersInOneArticle) {
  EXPECT_EQ(disputes({{"a", "2021-05-02",
                       "La préfecture a estimé que 7 000 manifestants avaient défilé samedi à Lyon. Les organisateurs ont "
                       "affirmé que 20 000 manifestants avaient défilé."}}),
            "figures a#f1 a#f2");
}

TEST_F(Disputes, ADeedToldByOneSideAlone) {
  const News told = {"a", "2021-07-04",
                     "Le ministère turc de la Défense a déclaré que l'armée syrienne avait bombardé le 3 juillet des soldats "
                     "turcs près d'Idleb."};
  EXPECT_EQ(disputes({told}), "one side a#v1");
  EXPECT_EQ(disputes({told, {"b", "2021-07-04", "L'armée syrienne a bombardé le 3 juillet des soldats turcs près d'Idleb."}}),
            "")
      << "the second tells it in its own voice";
}

TEST_F(Disputes, ADeedDoneAndNotDone) {
  EXPECT_EQ(disputes({{"a", "2021-10-05", "L'armée azerbaïdjanaise a bombardé lundi des soldats arméniens."},
                      {"b", "2021-10-05", "L'armée azerbaïdjanaise n'a pas bombardé lundi des soldats arméniens."}}),
            "denied a#v1 b#v1");
}

TEST_F(Disputes, WhatDoesNotSpeakAgainstIt) {
  const std::vector<std::vector<News>> quiet = {
      {{"a", "2021-06-01", "L'effondrement d'un pont près de Kandahar a fait 12 morts mardi."},
       {"b", "2021-06-02", "L'effondrement d'un pont près de Kandahar a fait au moins 11 morts mardi."}},
      {{"a", "2021-06-01", "L'effondrement d'un pont près de Kandahar a fait 12 morts mardi."},
       {"b", "2021-09-02", "L'effondrement d'un pont près de Kandahar a fait 15 morts mardi."}},
      {{"a", "2021-06-01", "« Je viendrai à Lyon avec mes amis », a dit Samia Ghali."},
       {"b", "2021-06-02", "« Je n'irai pas à Lyon sans la présidente du parti », a dit Samia Ghali."}},
      {{"a", "2021-06-01",
        "Personne ne peut nier que les réserves de gaz suffiraient pour quarante jours, a dit Samia Ghali."}},
      {{"a", "2021-06-01", "Samia Ghali a demandé si la Russie avait livré quarante chars."},
       {"b", "2021-06-02", "Paul Loup a démenti que les réserves de gaz suffiraient pour quarante jours."}},
  };
  for (const auto& news : quiet) EXPECT_EQ(disputes(news), "") << news[0].text;
}

}  // namespace
}  // namespace greffier
