#include "stages/time_of.h"

#include <gtest/gtest.h>

#include "stages/workspace.h"
#include "support/documents.h"

namespace greffier {
namespace {

const Day kDay = *day_of(2020, 8, 12);

// A sentence with one time expression of one token, on kDay, in an article of 15 August.
struct Reading {
  Reading(std::string_view rows, Index time, times::Link link = times::Link::at) : d(document_of(rows)) {
    d.day = {kDay + 3, kDay + 3};
    const TokenRange tokens{time, time + 1};
    d.times.push_back({d.place_of(tokens), tokens, {}, {kDay, kDay}, TimeType::date, 0});
    w.times.resize(1);
    w.times[0].link = link;
  }
  Index governing(Index token) const { return governing_time(d, w, token); }
  Dating dating(Index token, EventStatus status) const { return date_deed(d, w, token, status); }
  Document d;
  Workspace w;
};

constexpr std::string_view kPlain =
    "Mercredi mercredi NOUN _ 3 obl\n"
    "Marie Marie PROPN _ 3 nsubj\n"
    "ordonna ordonner VERB _ 0 root\n"
    "une un DET _ 5 det\n"
    "frappe frappe NOUN _ 3 obj\n";

TEST(TimeOf, VerbAndItsObject) {
  const Reading r(kPlain, 0);
  EXPECT_EQ(r.governing(2), 0u);
  EXPECT_EQ(r.governing(4), 0u);
  EXPECT_EQ(r.dating(4, EventStatus::happened).days, (DaySpan{kDay, kDay}));
}

TEST(TimeOf, ReportedContentHasATimeOfItsOwn) {
  const Reading r(
      "Mercredi mercredi NOUN _ 2 obl\n"
      "dit dire VERB _ 0 root\n"
      "que que SCONJ _ 4 mark\n"
      "partait partir VERB _ 2 ccomp\n", 0);
  EXPECT_EQ(r.governing(1), 0u);
  EXPECT_EQ(r.governing(3), kNone);
}

TEST(TimeOf, InfinitiveBehindAPrepositionHasATimeOfItsOwn) {
  const Reading r(
      "Mercredi mercredi NOUN _ 2 obl\n"
      "mentit mentir VERB _ 0 root\n"
      "avant avant ADP _ 5 mark\n"
      "de de ADP _ 5 mark\n"
      "partir partir VERB VerbForm=Inf 2 advcl\n", 0);
  EXPECT_EQ(r.governing(1), 0u);
  EXPECT_EQ(r.governing(4), kNone);
}

TEST(TimeOf, ATimeWithoutAPrepositionBelongsToTheClause) {
  const Reading r(
      "verra voir VERB _ 0 root\n"
      "conseil conseil NOUN _ 1 obj\n"
      "des de ADP _ 4 case\n"
      "sages sage NOUN _ 2 nmod\n"
      "mercredi mercredi NOUN _ 4 nmod\n", 4);
  EXPECT_EQ(r.governing(0), 0u);
}

TEST(TimeOf, SinceReachesToThePublication) {
  const Reading r(kPlain, 0, times::Link::since);
  EXPECT_EQ(r.dating(2, EventStatus::ongoing).days, (DaySpan{kDay, kDay + 3}));
  EXPECT_EQ(r.dating(2, EventStatus::future).days, (DaySpan{kDay, kNoDay}));
  EXPECT_EQ(Reading(kPlain, 0, times::Link::before).dating(2, EventStatus::happened).days, (DaySpan{kNoDay, kDay}));
}

TEST(TimeOf, WhatHasHappenedThisWeekHasHappenedByNow) {
  Reading r(kPlain, 0);
  r.d.times[0].days = {kDay - 2, kDay + 4};
  EXPECT_EQ(r.dating(2, EventStatus::happened).days, (DaySpan{kDay - 2, kDay + 3}));
  EXPECT_EQ(r.dating(2, EventStatus::future).days, (DaySpan{kDay - 2, kDay + 4}));
}

TEST(TimeOf, WithoutATimeThePublicationBounds) {
  Reading r(kPlain, 0);
  r.d.times.clear();
  const Dating told = r.dating(2, EventStatus::happened);
  EXPECT_EQ(told.days, (DaySpan{kNoDay, kDay + 3}));
  EXPECT_EQ(told.dated_by, DatedBy::publication);
  EXPECT_EQ(r.dating(2, EventStatus::future).days, DaySpan{});
}

TEST(TimeOf, WhatIsFearedHasNotTheDayOfTheFear) {
  const Reading r(kPlain, 0);
  EXPECT_EQ(r.dating(4, EventStatus::possible).days, DaySpan{});
  EXPECT_EQ(r.dating(2, EventStatus::possible).days, (DaySpan{kDay, kDay}));
}

TEST(TimeOf, AsEarlyAsADayIsThatDayForWhatHappened) {
  const Reading r(kPlain, 0, times::Link::from);
  EXPECT_EQ(r.dating(2, EventStatus::happened).days, (DaySpan{kDay, kDay}));
  EXPECT_EQ(r.dating(2, EventStatus::future).days, (DaySpan{kDay, kNoDay}));
}

}  // namespace
}  // namespace greffier
