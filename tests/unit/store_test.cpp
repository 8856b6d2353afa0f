// The store: what is kept comes back, what is known stays once, what is damaged is named, what is foreign is refused.
#include <gtest/gtest.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <fstream>

#include "greffier/error.h"
#include "greffier/store.h"
#include "store/schema.h"
#include "support/records.h"

namespace greffier {
namespace {

struct StoreTest : testing::Test {
  StoreTest() {
    folder = std::filesystem::temp_directory_path() / ("greffier-store-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    path = folder / "news.db";
  }
  ~StoreTest() override { std::filesystem::remove_all(folder); }

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
  void sql(const std::string& text) { SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(text); }

  std::filesystem::path folder, path;
  const Record record = with_event(said_record("a1", "Élise Noël", "affirme", "l'été 🌞 sera chaud", "2020-08-15"), "ACCUSE", "BY", "RU");
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

TEST_F(StoreTest, VerifyNamesDamage) {
  {
    Store store(path, Store::Access::write);
    keep(store, record);
    std::size_t checked = 0;
    EXPECT_TRUE(store.verify(checked).empty());
    EXPECT_GT(checked, 4u);
  }
  sql("UPDATE articles SET text = replace(text, 'chaud', 'froid')");
  sql("UPDATE events SET trigger_end = 9999");
  std::size_t checked = 0;
  const auto damage = Store(path, Store::Access::read).verify(checked);
  ASSERT_EQ(damage.size(), 2u);
  EXPECT_EQ(damage[0].what, "the text is not the one that was kept: its SHA-256 differs");
  EXPECT_EQ(damage[1].article, "a1");
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

TEST_F(StoreTest, OlderStoreIsBroughtForward) {
  sql(std::string(store_migrations()[0]) + "PRAGMA application_id = " + std::to_string(kApplicationId) + "; PRAGMA user_version = 1;");
  EXPECT_NE(refusal(Store::Access::read).find("older store"), std::string::npos);
  {
    Store store(path, Store::Access::write);
    keep(store, record);
    store.compare();
  }
  EXPECT_EQ(Store(path, Store::Access::read).article_count(), 1u);
}

TEST_F(StoreTest, SecondWriterWaitsAndSaysSo) {
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
