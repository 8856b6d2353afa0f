// The store: what is kept comes back, what is known stays once, what is damaged is named, what is foreign is refused.
#include <gtest/gtest.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <fstream>

#include "greffier/error.h"
#include "greffier/store.h"
#include "store/schema.h"
#include "support/folder.h"
#include "support/records.h"

namespace greffier {
namespace {

struct StoreTest : testing::Test {
  Keeping keep(Store& store, const Record& one) {
    store.begin();
    const Keeping result = store.keep(one, Store::fingerprint(article_of(one)));
    store.commit();
    return result;
  }
  std::string refusal(Store::Access access) {
    try {
      Store store(path, access);
      return "opened";
    } catch (const Error& error) {
      return error.what();
    }
  }
  void sql(const std::string& text) {
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(text);
  }

  const Folder folder;
  const std::filesystem::path path = folder / "news.db";
  const Record record =
      with_event(said_record("a1", "Élise Noël", "affirme", "l'été 🌞 sera chaud", "2020-08-15"), "ACCUSE", "BY", "RU");
};

TEST_F(StoreTest, GivesBackWhatWasKept) {
  {
    Store store(path, Store::Access::write);
    EXPECT_EQ(keep(store, record), Keeping::kept);
  }
  const Store store(path, Store::Access::read);
  ASSERT_TRUE(store.record("a1"));
  EXPECT_EQ(to_json(*store.record("a1")), to_json(record));
  EXPECT_FALSE(store.record("a2"));
}

TEST_F(StoreTest, TwiceIsOnceAndAnotherTextIsAVersion) {
  Store store(path, Store::Access::write);
  keep(store, record);
  EXPECT_EQ(keep(store, record), Keeping::known);
  Record changed = record;
  changed.text += " Fin.";
  EXPECT_EQ(keep(store, changed), Keeping::new_version);
  EXPECT_EQ(store.article_count(), 1u);
  EXPECT_EQ(store.record("a1")->text, changed.text);
  EXPECT_EQ(store.said({}).total, 1u);
}

TEST_F(StoreTest, WhatIsNotCommittedIsNotThere) {
  {
    Store store(path, Store::Access::write);
    store.begin();
    store.keep(record, "print");
  }
  EXPECT_EQ(Store(path, Store::Access::read).article_count(), 0u);
}

TEST_F(StoreTest, AnswersByNameDayPartyAndWord) {
  Store store(path, Store::Access::write);
  keep(store, record);
  Question q;
  q.speaker = "noel";
  EXPECT_EQ(store.said(q).total, 1u);
  q.from = "2020-08-16";
  EXPECT_EQ(store.said(q).total, 0u);
  q = {};
  q.actor = "BY:GOV", q.target = "RU", q.type = "ACCUSE";
  EXPECT_EQ(store.events(q).total, 1u);
  q.target = "FR";
  EXPECT_EQ(store.events(q).total, 0u);
  EXPECT_EQ(store.search("ETE chaud", {}).total, 1u);
  EXPECT_EQ(store.search("\"sera chaud\"", {}).total, 1u);
  EXPECT_EQ(store.search("\"chaud sera\"", {}).total, 0u);
  EXPECT_EQ(store.search("chaud OR absent", {}).total, 0u) << "OR is a word like others";
  EXPECT_EQ(store.timeline("Élise Noël", {}).total, 1u);
}

TEST_F(StoreTest, HostileWordsAreOnlyWords) {
  Store store(path, Store::Access::write);
  keep(store, record);
  Question q;
  q.speaker = "'; DROP TABLE articles; --";
  EXPECT_EQ(store.said(q).total, 0u);
  EXPECT_EQ(store.search("x\" OR \"été", {}).total, 0u);
  EXPECT_EQ(store.article_count(), 1u);
}

struct Harm {
  const char* sql;
  const char* article;
  const char* named;
};

TEST_F(StoreTest, VerifyNamesEachKindOfDamage) {
  const Harm harms[] = {
      {"UPDATE articles SET text = replace(text, 'chaud', 'froid')", "a1",
       "the text is not the one that was kept: its SHA-256 differs"},
      {"UPDATE events SET trigger_end = 9999", "a1", "trigger of v1: 23..9999 is no place in a text of 42 characters"},
      {"UPDATE mentions SET \"start\" = -1", "a1", "mention of e1: -1..10 is no place"},
      {"UPDATE content SET \"end\" = \"start\"", "a1", "content of s1: 23..23 is no place"},
      {"UPDATE hops SET \"end\" = 500", "a1", "hop of s1: 0..500 is no place"},
      {"UPDATE parties SET \"start\" = 700 WHERE side = 'actor'", "a1", "party of v1: 700..1 is no place"},
      {"UPDATE statements SET cue_end = 500", "a1", "cue of s1: 11..500 is no place"},
      {"DELETE FROM content", "a1", "statement s1 has no content"},
      {"DELETE FROM mentions", "a1", "entity e1 has no mention"},
      {"UPDATE statements SET inside = 's9'", "a1", "statement s1 stands inside s9, which is not there"},
      {"UPDATE statements SET time = 't9'", "a1", "statement s1 is of time t9, which is not there"},
      {"UPDATE events SET time = 't9'", "a1", "event v1 is of time t9, which is not there"},
      {"UPDATE events SET earliest = '2021-01-01'", "a1", "event v1 ends before it begins"},
      {"UPDATE articles SET current = 0", "a1", "has no current version"},
      {"UPDATE hops SET entity = 77", "", "row of hops refers to a row of entities that is not there"},
      {"INSERT INTO words (words, rowid, title, text) SELECT 'delete', id, title, text FROM articles", "a1",
       "cannot be searched: it is missing from the index of words"},
  };
  for (const Harm& harm : harms) {
    std::filesystem::remove(path);
    {
      Store store(path, Store::Access::write);
      keep(store, record);
      std::size_t checked = 0;
      ASSERT_TRUE(store.verify(checked).empty());
      EXPECT_GT(checked, 4u);
    }
    sql(harm.sql);
    std::size_t checked = 0;
    const auto damage = Store(path, Store::Access::read).verify(checked);
    ASSERT_FALSE(damage.empty()) << harm.sql;
    EXPECT_EQ(damage[0].article, harm.article) << harm.sql;
    EXPECT_NE(damage[0].what.find(harm.named), std::string::npos) << harm.sql << "\n" << damage[0].what;
  }
}

TEST_F(StoreTest, RefusesWhatIsNoStoreOfIts) {
  EXPECT_NE(refusal(Store::Access::read).find("there is no such store"), std::string::npos);
  std::ofstream(path) << "This is no database, but a text that is long enough to look like one at first.";
  EXPECT_NE(refusal(Store::Access::write).find("no SQLite file"), std::string::npos);
  std::filesystem::remove(path);
  sql("CREATE TABLE t (a)");
  EXPECT_NE(refusal(Store::Access::write).find("no store of Greffier"), std::string::npos);
  std::filesystem::remove(path);
  { Store store(path, Store::Access::write); }
  sql("PRAGMA user_version = 99");
  EXPECT_NE(refusal(Store::Access::read).find("newer Greffier"), std::string::npos);
  sql("PRAGMA user_version = 3; CREATE TRIGGER t AFTER INSERT ON articles BEGIN SELECT 1; END");
  EXPECT_NE(refusal(Store::Access::write).find("triggers"), std::string::npos);
}

TEST_F(StoreTest, ReadersGoOnBesideTheWriter) {
  Store first(path, Store::Access::write);
  first.begin();
  first.keep(record, "print");
  const Store reader(path, Store::Access::read);
  EXPECT_EQ(reader.article_count(), 0u) << "readers see what is committed, beside the writer";
  first.commit();
  EXPECT_EQ(reader.article_count(), 1u);
}

}  // namespace
}  // namespace greffier
