#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "greffier/error.h"
#include "greffier/record.h"
#include "output/json.h"

namespace greffier {
namespace {

// A small document by hand: every kind of item, over a text with wide, composed and invisible characters.
Document sample() {
  Document d;
  d.article.id = "a\"1";
  d.article.lang = "fr";
  d.article.published = "2020-08";
  d.article.published_span = *parse_iso_span("2020-08");
  d.article.text = "😀 « E\u0301lise\u00A0»\tdit Léa.";
  const auto place = [&](std::string_view part) {
    const std::size_t at = d.article.text.find(part);
    return ByteRange{static_cast<Index>(at), static_cast<Index>(at + part.size())};
  };
  d.entities.push_back({EntityType::per, Sector::gov, Country("BY"), d.keep("Léa"), d.keep("Q1")});
  d.entities.push_back({});  // without a mention: never written
  d.mentions.push_back({.place = place("Léa"), .tokens = {}, .entity = 0});
  d.times.push_back({.place = place("dit"), .tokens = {}, .value = d.keep("PRESENT_REF"), .days = {}});
  d.spans.push_back(place("E\u0301lise"));
  d.hops.push_back({place("Léa"), 0, HopRole::origin, SourceType::official});
  d.hops.push_back({place("dit"), 1, HopRole::relay});
  d.statements.push_back({.cue = place("dit"),
                          .cue_lemma = d.keep("dire"),
                          .content = {0, 1},
                          .chain = {0, 2},
                          .time = 0,
                          .origin = d.origin_of("fr.x")});
  d.parties.push_back({place("Léa"), 0, Country("BY"), Sector::gov});
  d.links.push_back(0);
  d.events.push_back({.trigger = place("dit"),
                      .actors = {0, 1},
                      .targets = {},
                      .according_to = {0, 1},
                      .days = *parse_iso_span("2020-08-15"),
                      .code = *event_code(EventType::consult, "phone")});
  return d;
}

TEST(Record, CountsCodePoints) {
  const Record r = record_of(sample());
  EXPECT_EQ(r.statements[0].content[0], (Span{4, 10}));
  EXPECT_EQ(r.statements[0].cue, (Span{13, 16}));
  EXPECT_EQ(r.entities[0].mentions[0].span, (Span{17, 20}));
}

TEST(Record, WritesNothingWithoutEvidence) {
  const Record r = record_of(sample());
  ASSERT_EQ(r.entities.size(), 1u);
  EXPECT_EQ(r.statements[0].chain[0].entity, "e1");
  EXPECT_EQ(r.statements[0].chain[1].entity, "");
}

TEST(Record, HasTheShapeOfTheManual) {
  const std::string line = to_json(record_of(sample()));
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(
      line,
      R"({"article": {"id": "a\"1", "source": null, "url": null, "title": null, "lang": "fr", "published": )"
      R"({"value": "2020-08", "earliest": "2020-08-01", "latest": "2020-08-31"}}, "text": "😀 « )"
      "E\u0301lise\u00A0»"
      R"(\tdit Léa.", "entities": [{"id": "e1", "type": "PER", "name": "Léa", "kb": "Q1", "country": "BY", "sector": "GOV", )"
      R"("mentions": [{"start": 17, "end": 20, "kind": "name"}]}], "times": [{"id": "t1", "start": 13, "end": 16, "type": "DATE", )"
      R"("value": "PRESENT_REF", "earliest": null, "latest": null, "rule": null}], "statements": [{"id": "s1", "kind": "indirect", )"
      R"("act": "assert", "polarity": "positive", "hearsay": false, "cue": {"start": 13, "end": 16, "lemma": "dire"}, )"
      R"("content": [{"start": 4, "end": 10}], "chain": [{"role": "origin", "start": 17, "end": 20, "entity": "e1", "type": "official"}, )"
      R"({"role": "relay", "start": 13, "end": 16, "entity": null, "type": null}], "inside": null, "time": "t1", "rule": "fr.x"}], )"
      R"("events": [{"id": "v1", "type": "CONSULT", "mode": "phone", "cameo": "041", "trigger": {"start": 13, "end": 16}, )"
      R"("actors": [{"start": 17, "end": 20, "entity": "e1", "country": "BY", "sector": "GOV"}], "targets": [], "time": null, )"
      R"("earliest": "2020-08-15", "latest": "2020-08-15", "dated_by": "publication", "place": null, "status": "happened", )"
      R"("according_to": ["s1"], "rule": null}]})");
}

TEST(Record, ComesBackFromItsLine) {
  const std::string line = to_json(record_of(sample()));
  EXPECT_EQ(to_json(record_from_json(line)), line);
  for (const char* bad :
       {"", "{}", "[]", R"({"article":{},"text":1})", R"({"article":{"id":"a"},"text":"","times":[{"id":"t1"}]})"})
    EXPECT_THROW(record_from_json(bad), Error) << bad;
}

TEST(Record, OfAnEmptyDocumentIsStillWhole) {
  const auto read = nlohmann::json::parse(to_json(record_of(Document())));
  EXPECT_EQ(read["text"], "");
  EXPECT_TRUE(read["article"]["published"]["value"].is_null());
  EXPECT_TRUE(read["events"].empty());
}

TEST(Json, EveryCodePointOfTheFirstBlocksSurvivesAReader) {
  std::string text;
  for (int c = 0; c < 128; ++c) text.push_back(static_cast<char>(c));
  text += "\u2028\u00A0é😀\"\\/";
  std::string out;
  append_json_string(out, text);
  EXPECT_EQ(nlohmann::json::parse(out).get<std::string>(), text);
}

}  // namespace
}  // namespace greffier
