#include <gtest/gtest.h>

#include "base/utf8.h"
#include "doors/jsonl.h"
#include "doors/surrogates.h"
#include "doors/text.h"
#include "greffier/error.h"

namespace greffier {
namespace {

Arrival json(std::string line, std::string_view map = {}, const Defaults& defaults = {}) {
  return article_from_json(std::move(line), key_map(map), defaults);
}

TEST(JsonlDoor, TakesEveryKeyOfAnArticle) {
  const Arrival a = json(
      R"({"id":"a1","date":"2020-08-15","source":"Belga","lang":"fr","title":"Titre","text":"Il pleut.","url":"http://x.be/1"})");
  ASSERT_FALSE(a.aside()) << a.reason << a.detail;
  EXPECT_EQ(a.article.id, "a1");
  EXPECT_EQ(a.article.published, "2020-08-15");
  EXPECT_TRUE(a.article.published_span.single());
  EXPECT_EQ(a.article.source, "Belga");
  EXPECT_EQ(a.article.lang, "fr");
  EXPECT_EQ(a.article.title, "Titre");
  EXPECT_EQ(a.article.text, "Il pleut.");
  EXPECT_EQ(a.article.url, "http://x.be/1");
}

struct Bad {
  const char* line;
  const char* reason;
};

TEST(JsonlDoor, SetsAsideWithAReason) {
  const Bad cases[] = {
      {"", "not JSON"},
      {"{", "not JSON"},
      {R"({"text":"a")", "not JSON"},
      {R"({"text":"a"} {"text":"b"})", "not JSON"},
      {R"({'text':'a'})", "not JSON"},
      {R"({"text":"a","n":1e400})", "not JSON"},
      {"\xFF\xFE", "not JSON"},
      {"[1, 2]", "not an object"},
      {R"([{"text":"a"}])", "not an object"},
      {"\"text\"", "not an object"},
      {"null", "not an object"},
      {"{}", "there is no text"},
      {R"({"body":"a"})", "there is no text"},
      {R"({"text":""})", "the text is empty"},
      {R"({"text":null})", "the text is empty"},
      {R"({"text":" \n\u00a0\u202f"})", "the text is empty"},
      {R"({"text":["a"]})", "a value is no text"},
      {R"({"text":{"text":"a"}})", "a value is no text"},
      {R"({"text":"a","title":true})", "a value is no text"},
      {R"({"text":"a","text":"b"})", "a key stands there twice"},
      {R"({"text":"a","date":"2020-13-45"})", "the date does not exist"},
      {R"({"text":"a","date":"2019-02-29"})", "the date does not exist"},
      {R"({"text":"a","date":"hier"})", "the date does not exist"},
  };
  for (const Bad& bad : cases) EXPECT_EQ(json(bad.line).reason, bad.reason) << bad.line;
}

TEST(JsonlDoor, TakesNumbersAsText) {
  const Arrival a = json(R"({"id":1234567890123,"date":2020,"text":"a","source":-1.50})");
  ASSERT_FALSE(a.aside()) << a.detail;
  EXPECT_EQ(a.article.id, "1234567890123");
  EXPECT_EQ(a.article.published, "2020");
  EXPECT_EQ(a.article.source, "-1.50");
}

TEST(JsonlDoor, PassesOverWhatNobodyAskedFor) {
  const Arrival a = json(R"({"meta":{"text":"no","id":[{"text":1}]},"tags":["text"],"text":"a","":1,"n":1e300})");
  ASSERT_FALSE(a.aside()) << a.reason << a.detail;
  EXPECT_EQ(a.article.text, "a");
}

TEST(JsonlDoor, ReadsDeepNestingWithoutRecursion) {
  constexpr std::size_t kDeep = 200'000;
  const std::string open(kDeep, '['), close(kDeep, ']');
  EXPECT_FALSE(json("{\"x\":" + open + close + ",\"text\":\"a\"}").aside());
  EXPECT_EQ(json("{\"text\":\"a\",\"x\":" + open + "}").reason, "not JSON");
}

TEST(JsonlDoor, MapsKeys) {
  const Arrival a = json(R"({"body":"le corps","text":"autre","published_at":"2020-08"})", "text=body, date=published_at");
  ASSERT_FALSE(a.aside());
  EXPECT_EQ(a.article.text, "le corps");
  EXPECT_EQ(a.article.published, "2020-08");
  const Arrival taken = json(R"({"title":"le titre"})", "text=title");
  EXPECT_EQ(taken.article.text, "le titre");
  EXPECT_EQ(taken.article.title, "");
}

TEST(JsonlDoor, RefusesAMapThatMapsNothing) {
  EXPECT_THROW(key_map("texte=body"), Error);
  EXPECT_THROW(key_map("text"), Error);
  EXPECT_THROW(key_map("text="), Error);
  EXPECT_THROW(key_map("text=a,,"), Error);
  try {
    key_map("dat=x");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::usage);
    EXPECT_NE(std::string(error.what()).find("did you mean 'date'?"), std::string::npos) << error.what();
  }
}

TEST(JsonlDoor, RepairsAndCounts) {
  const Arrival a = json("{\"id\":\"x\",\"text\":\"caf\xE9 na\xC3\xAFve \\u0000 \\ud83d \\ud83d\\ude00 \\\\ud83d\"}");
  ASSERT_FALSE(a.aside()) << a.detail;
  EXPECT_EQ(a.article.text, "caf\uFFFD naïve \uFFFD \uFFFD 😀 \\ud83d");
  EXPECT_EQ(a.repaired, 3u);
  EXPECT_TRUE(utf8::valid(a.article.text));
}

TEST(JsonlDoor, FillsInDefaults) {
  const Arrival a = json(R"({"text":"a","source":"AFP"})", {}, {"2020-08", "Belga", "fr-BE"});
  EXPECT_EQ(a.article.published, "2020-08");
  EXPECT_EQ(a.article.source, "AFP");
  EXPECT_EQ(a.article.lang, "fr");
}

TEST(JsonlDoor, MakesUpTheSameIdForTheSameArticle) {
  const std::string id = json(R"({"text":"a","source":"AFP"})").article.id;
  EXPECT_EQ(id.size(), 16u);
  EXPECT_EQ(json(R"({"source":"AFP","text":"a","id":null})").article.id, id);
  EXPECT_NE(json(R"({"source":"Belga","text":"a"})").article.id, id);
  EXPECT_NE(json(R"({"source":"AFP","text":"b"})").article.id, id);
  EXPECT_NE(json(R"({"source":"AFP","text":"a","date":"2020"})").article.id, id);
}

TEST(JsonlDoor, SetsAsideAnArchiveInOneText) {
  EXPECT_EQ(json("{\"text\":\"" + std::string(9u << 20, 'a') + "\"}").reason, "the text is too long");
}

TEST(Surrogates, MendsHalvesOnly) {
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"\\", "\\"},
                                                       {"\\u", "\\u"},
                                                       {"\\ud800", "\\ufffd"},
                                                       {"\\udc00", "\\ufffd"},
                                                       {"\\ud83d\\ude00", "\\ud83d\\ude00"},
                                                       {"\\ud83d\\ud83d\\ude00", "\\ufffd\\ud83d\\ude00"},
                                                       {"\\\\ud800", "\\\\ud800"},
                                                       {"\\\\\\ud800", "\\\\\\ufffd"},
                                                       {"\\uD8", "\\uD8"}};
  for (const auto& [before, after] : cases) {
    std::string text = before;
    mend_surrogates(text);
    EXPECT_EQ(text, after) << before;
  }
}

TEST(TextDoor, DropsTheMarkAndUnifiesLineEnds) {
  const Arrival a = article_from_text("\xEF\xBB\xBFun\r\ndeux\rtrois\n", {}, {"2020-08-15", "Belga", "FR"});
  ASSERT_FALSE(a.aside());
  EXPECT_EQ(a.article.text, "un\ndeux\ntrois\n");
  EXPECT_EQ(a.article.lang, "fr");
  EXPECT_EQ(article_from_text("\r\n \t", {}, {}).reason, "the text is empty");
}

}  // namespace
}  // namespace greffier
