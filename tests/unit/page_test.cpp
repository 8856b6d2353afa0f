#include <gtest/gtest.h>

#include "base/strings.h"
#include "output/columns.h"
#include "output/page.h"

namespace greffier {
namespace {

// "Léa a dit lundi que Marc viendrait, que Jean non." with Marc's coming inside what Léa said.
Record sample() {
  Record r;
  r.id = "a1", r.source = "Essai", r.earliest = "2020-08-01", r.latest = "2020-08-31", r.title = "Un titre";
  r.text = "Léa a dit lundi que Marc viendrait, que Jean non.\n\nFin\x1b[2J.";
  r.entities.push_back({"e1", "PER", "Léa Martin", "Q7", "BE", "GOV", {{{0, 3}, "name"}}});
  r.times.push_back({"t1", {10, 15}, "DATE", "2020-08-17", "2020-08-17", "2020-08-17", ""});
  Record::Statement outer;
  outer.id = "s1", outer.kind = "indirect", outer.act = "assert", outer.polarity = "positive", outer.time = "t1";
  outer.cue = Span{4, 9}, outer.content = {{20, 34}, {36, 48}},
  outer.chain = {{"origin", {0, 3}, "e1"}, {"relay", {20, 24}, ""}};
  Record::Statement inner = outer;
  inner.id = "s2", inner.inside = "s1", inner.content = {{20, 34}}, inner.chain = {}, inner.polarity = "negative",
  inner.hearsay = true;
  r.statements = {outer, inner};
  Record::Event e;
  e.id = "v1", e.type = "CONSULT", e.mode = "visit", e.trigger = {25, 34}, e.actors = {{{20, 24}, "", "FR", ""}};
  e.earliest = "2020-08-10", e.latest = "2020-08-16", e.status = "future", e.according_to = {"s1", "s2"};
  r.events.push_back(e);
  return r;
}

TEST(Page, ReadsWithoutColours) {
  EXPECT_EQ(page_of(sample(), {.width = 74}),
            "──────────────────────────────────────────────────────────────────────────\n"
            "a1 · Essai · 2020-08\n"
            "Un titre\n"
            "\n"
            "Léa a dit lundi que [s1\u00A0[s2\u00A0Marc viendrait]], [s1\u00A0que Jean non].\n"
            "\n"
            "Fin␛[2J.\n"
            "\n"
            "Statements\n"
            "  s1  Léa (Léa Martin) ← passed on by Marc\n"
            "      assert, indirect, 2020-08-17: Marc viendrait … que Jean non\n"
            "  s2  not named\n"
            "      not assert, indirect, hearsay, 2020-08-17, in s1: Marc viendrait\n"
            "\n"
            "Events\n"
            "      what     when           who      deed       to whom  status  said in\n"
            "  v1  CONSULT  2020-08-10…16  Marc FR  viendrait           future  s1 s2\n"
            "      visit\n"
            "\n"
            "Times\n"
            "      time   value       days\n"
            "  t1  lundi  2020-08-17  2020-08-17\n"
            "\n"
            "Names\n"
            "      name        kind  of      known as  in the text as\n"
            "  e1  Léa Martin  PER   BE GOV  Q7        Léa\n"
            "\n");
}

TEST(Page, KeepsToItsWidth) {
  for (unsigned width : {20u, 30u, 50u, 120u}) {
    const std::string page = page_of(sample(), {.width = width});
    for (std::string_view line : split_lines(page)) {
      const bool row = line.starts_with("  ");  // a table has a least width
      EXPECT_LE(row ? 0 : columns(line), width) << line;
    }
  }
}

TEST(Page, NoEscapeOfTheTextReachesTheTerminal) {
  EXPECT_EQ(page_of(sample(), {.width = 72}).find('\x1b'), std::string::npos);
}

TEST(Page, OfAnEmptyRecord) { EXPECT_NE(page_of(Record(), {}).find("day not known"), std::string::npos); }

}  // namespace
}  // namespace greffier
