// greffier read on good and bad input. The pack may still lack parts; these laws hold for any layer.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "base/utf8.h"
#include "support/program.h"

namespace greffier {
namespace {

using nlohmann::json;
using namespace std::string_view_literals;

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<json> records(const std::string& lines) {
  std::vector<json> all;
  for (std::string_view line : split_lines(lines)) all.push_back(json::parse(line));
  return all;
}

std::string article(std::string_view id, std::string_view text) {
  return json{{"id", id}, {"lang", "fr"}, {"date", "2020-08-15"}, {"source", "Essai"}, {"text", text}}.dump() + "\n";
}

// Sentences with everything that makes offsets hard, in words of our own.
const std::string_view kHard[] = {
    "Le ministre Paul Durand a déclaré lundi : « Nous signerons l'accord demain. » 😀😀 Il a quitté Genève."sv,
    "L'e\u0301lue Zoe\u0301 Garc\u0327on a dit, cite\u0301e par l'agence : \"Rien n'est de\u0301cide\u0301\"."sv,
    "«\u00A0Nous refusons\u00A0», a répondu la présidente\u202F; 12\u202F000 manifestants ont défilé à Lyon le 3 mai 2019."sv,
    "«Nous refusons», a-t-elle répondu.Hier,la police a arrêté 3 hommes.👩\u200d👩\u200d👧 Fin"sv,
    "TITRE SEUL\n\nUn texte\tavec tabulations,\r\nretours \u2028 et e\u0301\u0301\u0301 accents 𝕏𝕐 \u0000 nul."sv,
};

std::string hard_articles(int times) {
  std::string lines;
  for (int i = 0; i < times; ++i)
    for (std::string_view text : kHard) lines += article(fmt::format("h{}", lines.size()), text);
  return lines;
}

// Every span of a record must lie in its text, and not be empty.
void expect_spans(const json& value, std::size_t length, std::size_t& count) {
  if (value.is_object() && value.contains("start")) {
    EXPECT_LT(value["start"], value["end"]) << value;
    EXPECT_LE(value["end"], length) << value;
    ++count;
  }
  if (value.is_structured())
    for (const json& part : value) expect_spans(part, length, count);
}

std::size_t code_points(const std::string& text) { return utf8::CodePoints(text)(text.size()); }

TEST(Read, IdAndTextComeBackUnchanged) {
  const Program program;
  const std::string lines = hard_articles(1);
  const Ran ran = program.run("read --quiet" + Program::until(), lines);
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::vector<json> in = records(lines), out = records(ran.out);
  ASSERT_EQ(in.size(), out.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    EXPECT_EQ(out[i]["article"]["id"], in[i]["id"]);
    std::string text = in[i]["text"];
    utf8::repair(text);
    EXPECT_EQ(out[i]["text"], text);
  }
}

TEST(Read, EverySpanIsEvidence) {
  const Program program;
  std::size_t count = 0;
  for (const json& record : records(program.run("read --quiet" + Program::until(), hard_articles(1)).out))
    expect_spans(record, code_points(record["text"]), count);
  EXPECT_GE(count, Program::until().empty() ? 10u : 0u);
}

TEST(Read, NamesAreWhatTheTextSaysThere) {
  const Program program;
  for (const json& record : records(program.run("read --quiet" + Program::until(), hard_articles(1)).out)) {
    std::u32string text;
    const std::string bytes = record["text"];
    for (std::size_t at = 0; at < bytes.size();) {
      const auto [point, length] = utf8::decode(bytes, at);
      text.push_back(point), at += length;
    }
    for (const json& entity : record["entities"])
      for (const json& mention : entity["mentions"]) {
        if (mention["kind"].get<std::string>() != "name") continue;
        const auto first = text.at(mention["start"].get<std::size_t>());
        const auto last = text.at(mention["end"].get<std::size_t>() - 1);
        EXPECT_FALSE(utf8::is_space(first) || utf8::is_space(last) || utf8::is_mark(first)) << record << mention;
      }
  }
}

TEST(Read, ThreadsDoNotChangeAByte) {
  const Program program;
  program.write("in.jsonl", hard_articles(60) + "{bad\n" + hard_articles(20));
  const Ran one = program.run("read in.jsonl --aside aside1 --threads 1" + Program::until());
  const Ran eight = program.run("read in.jsonl --aside aside8 --threads 8" + Program::until());
  EXPECT_EQ(one.status, 1);
  EXPECT_TRUE(one.out == eight.out);
  EXPECT_EQ(one.err, eight.err);
  EXPECT_EQ(program.read("aside1"), program.read("aside8"));
  EXPECT_EQ(records(one.out).size(), 400u);
}

TEST(Read, ReadsStandardInputFilesAndPlainText) {
  const Program program;
  program.write("a.jsonl", "\xEF\xBB\xBF" + article("1", "Il pleut.") + "\r\n\n" + article("2", "Il neige."));
  program.write("note.txt", "\xEF\xBB\xBF" "Il vente.\r\nFort.");
  const Ran ran = program.run("read note.txt a.jsonl - --date 2020-08 --source Belga --lang fr" + Program::until(),
                              R"({"text":"Il grêle."})");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::vector<json> out = records(ran.out);
  ASSERT_EQ(out.size(), 4u);
  EXPECT_EQ(out[0]["article"]["id"], "note");
  EXPECT_EQ(out[0]["text"], "Il vente.\nFort.");
  EXPECT_EQ(out[0]["article"]["source"], "Belga");
  EXPECT_EQ(out[0]["article"]["published"]["value"], "2020-08");
  EXPECT_EQ(out[1]["article"]["source"], "Essai");
  EXPECT_EQ(out[2]["article"]["id"], "2");
  EXPECT_EQ(out[3]["text"], "Il grêle.");
  EXPECT_TRUE(says(ran.err, "4 articles read, 0 set aside")) << ran.err;
}

TEST(Read, PlainTextFromAPipe) {
  const Program program;
  const Ran ran =
      program.run("read --date 2020-08-15 --source Belga --lang fr --title T --id x" + Program::until(), "Il pleut.\nEncore.");
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  const json record = records(ran.out).at(0);
  EXPECT_EQ(record["article"]["id"], "x");
  EXPECT_EQ(record["article"]["title"], "T");
  EXPECT_EQ(record["text"], "Il pleut.\nEncore.");
}

TEST(Read, MapsKeys) {
  const Program program;
  const Ran ran = program.run("read --map text=body,date=published_at,id=guid" + Program::until(),
                              R"({"guid":77,"body":"Il pleut.","published_at":"2020-08-15T10:00:00+02:00","lang":"fr"})");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const json record = records(ran.out).at(0);
  EXPECT_EQ(record["article"]["id"], "77");
  EXPECT_EQ(record["article"]["published"]["earliest"], "2020-08-15");
}

TEST(Read, BadArticlesAreSetAsideAndCounted) {
  const Program program;
  std::string lines = article("good", "Il pleut.");
  lines += "{\"text\": \"unfinished\n";
  lines += "{\"id\": 5, \"date\": \"2020-13-45\", \"text\": \"a\"}\n";
  lines += "{\"id\": 6, \"date\": \"2020-01-01\"}\n";
  lines += "{\"id\": 7, \"text\": \"  \"}\n";
  lines += "{\"id\": 8, \"text\": \"a\", \"text\": \"b\"}\n";
  lines += "{\"id\": 9, \"text\": \"It is raining.\", \"lang\": \"xx\"}\n";
  lines += "{\"id\": 10, \"lang\": \"fr\", \"text\": \"caf\xE9 ferm\xE9\"}\n";
  program.write("in.jsonl", lines);
  const Ran ran = program.run("read in.jsonl --aside aside.jsonl" + Program::until());
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(records(ran.out).size(), 2u);
  EXPECT_TRUE(says(ran.err, "2 articles read, 6 set aside")) << ran.err;
  EXPECT_TRUE(says(ran.err, "2 bytes repaired in 1 article")) << ran.err;
  EXPECT_TRUE(says(ran.err, "the date does not exist")) << ran.err;
  const std::vector<json> aside = records(program.read("aside.jsonl"));
  ASSERT_EQ(aside.size(), 6u);
  EXPECT_EQ(aside[0]["place"], "in.jsonl:2");
  EXPECT_EQ(aside[0]["reason"], "not JSON");
  EXPECT_EQ(aside[1]["id"], "5");
  EXPECT_EQ(aside[5]["reason"], "another language");
  EXPECT_EQ(program.run("read in.jsonl --quiet" + Program::until()).err, "");
}

TEST(Read, AHugeLineNeitherStopsNorFillsAnything) {
  const Program program;
  const std::string big = "{\"id\":\"big\",\"text\":\"" + std::string(50u << 20, 'a') + "\"}\n";
  const Ran ran =
      program.run("read" + Program::until(), big + std::string(70u << 20, 'x') + "\n" + article("after", "Il pleut."));
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(records(ran.out).size(), 1u);
  EXPECT_TRUE(says(ran.err, "standard input:1")) << ran.err;
  EXPECT_TRUE(says(ran.err, "standard input:2")) << ran.err;
}

TEST(Read, AnEmptyInputIsWell) {
  const Program program;
  const Ran ran = program.run("read" + Program::until(), "\n\n");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(says(ran.err, "0 articles read")) << ran.err;
}

}  // namespace
}  // namespace greffier
