#include "output/excerpt.h"

#include <gtest/gtest.h>

#include "output/exports.h"
#include "support/records.h"

namespace greffier {
namespace {

TEST(Excerpt, HoldsOneItemAndWhatProvesIt) {
  Record record =
      with_event(said_record("a1", "Élise Noël", "affirme", "l'été 🌞 sera chaud", "2020-08-15"), "ACCUSE", "BY", "RU");
  const std::string before = "Un autre paragraphe, plus haut.\n";
  record.text = before + record.text + "\nEt un autre, plus bas.";
  const auto shift = [&](Span& span) { span.start += 32, span.end += 32; };
  for (auto& e : record.entities)
    for (auto& m : e.mentions) shift(m.span);
  for (auto& s : record.statements) {
    for (auto& c : s.content) shift(c);
    for (auto& h : s.chain) shift(h.span);
    if (s.cue) shift(*s.cue);
  }
  const Record cut = excerpt(record, record.statements[0].content[0], record.statements[0].id);
  EXPECT_EQ(cut.text.find("paragraphe"), std::string::npos);
  ASSERT_EQ(cut.statements.size(), 1u);
  EXPECT_TRUE(cut.events.empty());
  EXPECT_EQ(quoted(cut, cut.statements[0].content[0]), quoted(record, record.statements[0].content[0]));
}

TEST(Excerpt, APlaceBeyondTheTextIsEmptyAndHarmless) {
  Record record;
  record.text = "Court.";
  EXPECT_EQ(excerpt(record, {90, 99}, "s1").text, "Court.");
  EXPECT_EQ(excerpt(record, {2, 1}, "s1").text, "Court.");
  EXPECT_EQ(excerpt({}, {0, 0}, "s1").text, "");
}

TEST(Excerpt, LongParagraphsAreCutAtBlanks) {
  Record record;
  for (int i = 0; i < 1000; ++i) record.text += "mot ";
  const Record cut = excerpt(record, {2000, 2003}, "x");
  EXPECT_GT(cut.text.size(), 700u);
  EXPECT_LT(cut.text.size(), 900u);
  EXPECT_TRUE(cut.text.starts_with("mot"));
}

}  // namespace
}  // namespace greffier
