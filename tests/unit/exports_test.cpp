#include "output/exports.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <algorithm>

#include "support/records.h"

namespace greffier {
namespace {

using nlohmann::json;

Record sample() {
  return with_event(said_record("a\"1", "Élise <Morand>", "affirme", "Paris aide Minsk", "2020-08-15"), "AID", "FR", "BY");
}

std::string exported(std::string_view form, const std::vector<Record>& records) {
  const auto exporter = std::ranges::find(export_forms(), form, &ExportForm::name)->make();
  std::string out;
  exporter->begin(out);
  for (const Record& record : records) exporter->write(record, out);
  exporter->end(out);
  return out;
}

std::vector<json> lines(const std::string& text) {
  std::vector<json> out;
  for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
    out.push_back(json::parse(text.substr(at, end - at)));
  return out;
}

TEST(Exports, EveryFormTakesAnEmptyStore) {
  for (const ExportForm& form : export_forms()) exported(form.name, {});
  EXPECT_TRUE(json::parse(exported("timelinejs", {}))["events"].empty());
}

TEST(Exports, TheQuoteIsCutByCodePoints) {
  Record r;
  r.text = "été à Brest";
  EXPECT_EQ(quoted(r, {4, 5}), "à");
  EXPECT_EQ(quoted(r, {6, 99}), "Brest");
  EXPECT_EQ(quoted(r, {50, 60}), "");
}

TEST(Exports, JsonFormsAreValidJson) {
  for (std::string_view form : {"jsonl", "polecat", "annotation", "ftm"})
    EXPECT_FALSE(lines(exported(form, {sample()})).empty()) << form;
  EXPECT_EQ(json::parse(exported("timelinejs", {sample(), sample()}))["events"].size(), 2u);
}

TEST(Exports, GdeltRowsHaveAsManyCellsAsTheHead) {
  const std::string out = exported("gdelt", {sample()});
  const auto head = std::count(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(out.find('\n')), '\t');
  EXPECT_EQ(std::ranges::count(out, '\t'), 2 * head);
}

TEST(Exports, CsvDisarmsFormulas) {
  Record r = sample();
  r.source = "=1+1";
  EXPECT_NE(exported("csv", {r}).find(",'=1+1,"), std::string::npos);
}

TEST(Exports, FollowTheMoneyTellsAnEntityOnce) {
  Record r;
  r.entities.push_back({"e1", "PER", "Élise Morand", "media:x", "FR", "", {}});
  const auto out = lines(exported("ftm", {r, r}));
  ASSERT_EQ(out.size(), 1u);
  EXPECT_FALSE(out[0]["properties"].contains("wikidataId"));
  EXPECT_EQ(out[0]["properties"]["country"][0], "fr");
}

}  // namespace
}  // namespace greffier
