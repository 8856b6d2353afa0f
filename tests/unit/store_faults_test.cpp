// What may go wrong under a store: a disk that is full or breaks at any moment, a cut WAL, folders that cannot be written,
// two writers, files that somebody prepared. What was committed is there afterwards, and nothing is there twice.
#include <gtest/gtest.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "greffier/error.h"
#include "greffier/store.h"
#include "store/schema.h"
#include "support/failing_disk.h"
#include "support/folder.h"
#include "support/records.h"

namespace greffier {
namespace {

constexpr std::size_t kArticles = 6;

Record record(std::size_t i) {
  const std::string id = "a" + std::to_string(i);
  return with_event(
      said_record(id, "Élise Noël", "affirme", "l'été de l'année " + std::to_string(i) + " sera chaud", "2020-08-15"), "AID",
      "BY", "RU");
}

void keep(Store& store, std::size_t i) {
  store.begin();
  store.keep(record(i), Store::fingerprint(article_of(record(i))));
  store.commit();
}

// Keeps all, each in a transaction of its own; how many were committed before an Error ended it.
std::size_t keep_all(const std::filesystem::path& path, std::string& error) {
  std::size_t committed = 0;
  try {
    Store store(path, Store::Access::write);
    for (std::size_t i = 0; i < kArticles; ++i) {
      keep(store, i);
      committed = i + 1;
    }
    store.compare();
    error.clear();
  } catch (const Error& e) {
    error = e.what();
  }
  return committed;
}

std::vector<std::string> damage_of(const std::filesystem::path& path) {
  std::size_t checked = 0;
  std::vector<std::string> out;
  for (const Damage& d : Store(path, Store::Access::read).verify(checked)) out.push_back(d.article + ": " + d.what);
  return out;
}

std::string refusal(const std::filesystem::path& path, Store::Access access) {
  try {
    Store store(path, access, std::chrono::milliseconds(50));
    return "opened";
  } catch (const Error& error) {
    return error.what();
  }
}

struct Fault {
  FailingDisk::Deed deed;
  int code;
  const char* says;
};

class DiskFaults : public testing::TestWithParam<Fault> {};

TEST_P(DiskFaults, AtAnyMomentLoseNothingCommittedAndRepeatNothing) {
  const Folder folder;
  FailingDisk disk;
  std::string error;
  unsigned faults = 0;
  for (unsigned after = 0;; after += 1 + after / 4) {
    const auto path = folder / ("store" + std::to_string(after) + ".db");
    disk.fail(GetParam().deed, after, GetParam().code);
    const std::size_t committed = keep_all(path, error);
    const bool failed = disk.failed();
    disk.heal();
    if (!failed) break;
    if (!error.empty()) {
      EXPECT_NE(error.find(GetParam().says), std::string::npos) << error;
      ++faults;
    }
    keep_all(path, error);
    ASSERT_EQ(error, "") << "after " << after;
    const Store store(path, Store::Access::read);
    ASSERT_EQ(store.article_count(), kArticles) << "after " << after << ", " << committed << " had been committed";
    ASSERT_EQ(store.said({}).total, kArticles);
    ASSERT_EQ(damage_of(path), std::vector<std::string>{}) << "after " << after;
  }
  EXPECT_GT(faults, 3u);
}

TEST_P(DiskFaults, LeaveWhatWasCommittedReadable) {
  const Folder folder;
  FailingDisk disk;
  std::string error;
  ASSERT_EQ(keep_all(folder / "s.db", error), kArticles);
  {
    Store store(folder / "s.db", Store::Access::write);
    disk.fail(GetParam().deed, 1, GetParam().code);
    try {
      for (std::size_t i = kArticles; i < 40; ++i) keep(store, i);
    } catch (const Error&) {
    }
  }
  disk.heal();
  EXPECT_GE(Store(folder / "s.db", Store::Access::read).article_count(), kArticles);
  EXPECT_EQ(damage_of(folder / "s.db"), std::vector<std::string>{});
}

constexpr Fault kFaults[] = {
    {FailingDisk::Deed::write, SQLITE_FULL, "full"},           {FailingDisk::Deed::write, SQLITE_IOERR_WRITE, "I/O"},
    {FailingDisk::Deed::sync, SQLITE_IOERR_FSYNC, "I/O"},      {FailingDisk::Deed::read, SQLITE_IOERR_READ, "I/O"},
};

std::string name_of(const testing::TestParamInfo<Fault>& fault) {
  static constexpr const char* kNames[] = {"Read", "Write", "Sync"};
  return kNames[static_cast<int>(fault.param.deed)] + std::string(fault.param.code == SQLITE_FULL ? "FullDisk" : "Error");
}

INSTANTIATE_TEST_SUITE_P(Store, DiskFaults, testing::ValuesIn(kFaults), name_of);

// Copies the file and its WAL as they are while a writer has them open, the WAL cut at `size`.
std::filesystem::path torn_copy(const Folder& folder, const std::filesystem::path& from, std::uintmax_t size) {
  const auto to = folder / ("torn" + std::to_string(size) + ".db");
  std::filesystem::copy_file(from, to);
  std::filesystem::copy_file(from.string() + "-wal", to.string() + "-wal");
  std::filesystem::resize_file(to.string() + "-wal", size);
  return to;
}

TEST(StoreFaults, ACutWalLosesItsEndAlone) {
  const Folder folder;
  Store store(folder / "s.db", Store::Access::write);
  std::vector<std::uintmax_t> sizes;  // of the WAL after each commit
  for (std::size_t i = 0; i < kArticles; ++i) {
    keep(store, i);
    sizes.push_back(std::filesystem::file_size((folder / "s.db").string() + "-wal"));
  }
  for (std::uintmax_t size = 0; size <= sizes.back(); size += 20011) {
    const auto torn = torn_copy(folder, folder / "s.db", size);
    if (size < sizes[0]) continue;  // the tables themselves may still be in the WAL
    const auto whole = static_cast<std::size_t>(std::ranges::count_if(sizes, [&](std::uintmax_t s) { return s <= size; }));
    EXPECT_EQ(Store(torn, Store::Access::write).article_count(), whole) << size;
    EXPECT_EQ(damage_of(torn), std::vector<std::string>{}) << size;
  }
}

// Runs as somebody who may only read; root may write anywhere.
template <class Body>
void as_reader(Body body) {
  const bool root = ::geteuid() == 0;
  if (root && ::seteuid(65534) != 0) GTEST_SKIP() << "cannot become another user";
  body();
  if (root) {
    ASSERT_EQ(::seteuid(0), 0);
  }
}

TEST(StoreFaults, AFolderThatCannotBeWrittenCanBeRead) {
  const Folder folder;
  std::string error;
  keep_all(folder / "s.db", error);
  ::chmod((folder / "s.db").c_str(), 0444);
  ::chmod(folder.path().c_str(), 0555);
  as_reader([&] {
    EXPECT_EQ(Store(folder / "s.db", Store::Access::read).article_count(), kArticles);
    EXPECT_NE(refusal(folder / "s.db", Store::Access::write).find("readonly"), std::string::npos)
        << refusal(folder / "s.db", Store::Access::write);
    EXPECT_NE(refusal(folder / "new.db", Store::Access::write).find("may you write in it?"), std::string::npos);
  });
  ::chmod(folder.path().c_str(), 0755);
  EXPECT_NE(refusal(folder / "none/new.db", Store::Access::write).find("is there such a folder"), std::string::npos);
}

TEST(StoreFaults, ASecondWriterWaits) {
  const Folder folder;
  Store first(folder / "s.db", Store::Access::write);
  first.begin();
  first.keep(record(0), "print");
  std::thread release([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    first.commit();
  });
  Store second(folder / "s.db", Store::Access::write);
  keep(second, 1);
  release.join();
  EXPECT_EQ(second.article_count(), 2u);
}

// SQLite does not wait by itself where two switch a new file to write-ahead logging.
TEST(StoreFaults, AFileThatAnotherProcessIsMakingIsWaitedFor) {
  const Folder folder;
  SQLite::Database other((folder / "s.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  other.exec("BEGIN IMMEDIATE");
  std::thread release([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    other.exec("COMMIT");
  });
  Store store(folder / "s.db", Store::Access::write);
  release.join();
  keep(store, 1);
  EXPECT_EQ(store.article_count(), 1u);
}

TEST(StoreFaults, ASecondWriterThatWaitedInVainSaysSo) {
  const Folder folder;
  Store first(folder / "s.db", Store::Access::write);
  Store second(folder / "s.db", Store::Access::write, std::chrono::milliseconds(50));
  first.begin();
  try {
    second.begin();
    FAIL() << "two write at once";
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::io);
    EXPECT_NE(std::string(error.what()).find("another process is writing"), std::string::npos) << error.what();
  }
  first.keep(record(0), "print");
  first.commit();
  keep(second, 1);
  EXPECT_EQ(second.article_count(), 2u) << "and can go on when the first is done";
}

struct Hostile {
  const char* sql;
  const char* says;
};

TEST(StoreFaults, AFileThatSomebodyPreparedIsNotOpened) {
  const Hostile files[] = {
      {"CREATE TRIGGER t AFTER INSERT ON articles BEGIN DELETE FROM statements; END", "triggers"},
      {"DROP VIEW statement_list; CREATE VIEW statement_list AS SELECT load_extension('evil') AS id",
       "'statement_list' is not what Greffier made"},
      {"DROP VIEW evidence; CREATE VIEW evidence AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x FROM r) SELECT x FROM "
       "r",
       "'evidence' is not what"},
      {"DROP TABLE disputes; CREATE VIEW disputes AS SELECT * FROM articles", "'disputes' is not what Greffier made"},
      {"DROP TABLE about", "'about' is missing"},
      {"PRAGMA user_version = -3", "no store of Greffier"},
      {"PRAGMA user_version = 0", "no store of Greffier"},
      {"PRAGMA user_version = 77", "made by a newer Greffier"},
      {"PRAGMA application_id = 7", "no store of Greffier"},
  };
  const Folder folder;
  std::string error;
  keep_all(folder / "good.db", error);
  for (const Hostile& file : files) {
    std::filesystem::copy_file(folder / "good.db", folder / "bad.db", std::filesystem::copy_options::overwrite_existing);
    SQLite::Database((folder / "bad.db").string(), SQLite::OPEN_READWRITE).exec(file.sql);
    for (const auto access : {Store::Access::read, Store::Access::write}) {
      const std::string said = refusal(folder / "bad.db", access);
      EXPECT_NE(said.find(file.says), std::string::npos) << file.sql << "\n" << said;
    }
  }
}

TEST(StoreFaults, TablesOfOthersMayStandBeside) {
  const Folder folder;
  std::string error;
  keep_all(folder / "s.db", error);
  SQLite::Database((folder / "s.db").string(), SQLite::OPEN_READWRITE)
      .exec("CREATE TABLE notes (a); CREATE INDEX mine ON statements (act); CREATE VIEW my_list AS SELECT 1");
  EXPECT_EQ(refusal(folder / "s.db", Store::Access::read), "opened");
  EXPECT_EQ(refusal(folder / "s.db", Store::Access::write), "opened");
}

// Any byte of the file changed: opened and asked, or refused, and never worse.
TEST(StoreFaults, BrokenPagesAreErrorsAndNothingWorse) {
  const Folder folder;
  std::string error;
  keep_all(folder / "good.db", error);
  const auto size = std::filesystem::file_size(folder / "good.db");
  unsigned noticed = 0;
  for (std::uintmax_t at = 0; at < size; at += 1511) {
    std::filesystem::copy_file(folder / "good.db", folder / "bad.db", std::filesystem::copy_options::overwrite_existing);
    std::fstream file(folder / "bad.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at));
    file.write("\xff\x00\x7f\xff", 4);
    file.close();
    try {
      const Store store(folder / "bad.db", Store::Access::read);
      std::size_t checked = 0;
      noticed += !store.verify(checked).empty();
      store.said({});
      store.search("chaud", {});
      store.timeline("Noël", {});
      store.each_record([](const Record&) {});
    } catch (const Error&) {
      ++noticed;
    }
  }
  EXPECT_GT(noticed, 10u);
}

TEST(StoreFaults, DamagedPagesAreNotWrittenTo) {
  const Folder folder;
  std::string error;
  keep_all(folder / "s.db", error);
  std::fstream file(folder / "s.db", std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(5 * 4096);
  file.write(std::string(4096, '\x5a').data(), 4096);
  file.close();
  EXPECT_NE(refusal(folder / "s.db", Store::Access::write).find("damaged"), std::string::npos)
      << refusal(folder / "s.db", Store::Access::write);
}

// A store of each version, with rows, is brought forward and holds what it held.
TEST(StoreFaults, EveryOlderVersionIsMigrated) {
  for (std::size_t version = 1; version < store_migrations().size(); ++version) {
    const Folder folder;
    {
      SQLite::Database old((folder / "s.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      for (std::size_t i = 0; i < version; ++i) old.exec(store_migrations()[i]);
      old.exec("PRAGMA application_id = " + std::to_string(kApplicationId) +
               "; PRAGMA user_version = " + std::to_string(version));
      old.exec(
          "INSERT INTO articles (key, version, current, text, sha256, fingerprint, program) VALUES ('k', 1, 0, 'Il pleuvait.', "
          "'x', 'f1', '0'), ('k', 2, 1, 'Il pleut.', 'y', 'f2', '0');"
          "INSERT INTO words (rowid, title, text) SELECT id, title, text FROM articles" +
          std::string(version < 4 ? ";" : " WHERE current = 1;") +
          "INSERT INTO names (name, bare, last_word) VALUES ('Noël', 'noel', 'noel');"
          "INSERT INTO entities (article, n, type, name) VALUES (2, 'e1', 'PER', 1);"
          "INSERT INTO statements (article, n, kind, act, polarity, hearsay) VALUES (2, 's1', 'direct', 'assert', 'positive', "
          "0);"
          "INSERT INTO content VALUES (1, 1, 0, 9); INSERT INTO hops (statement, n, role, \"start\", \"end\", entity) VALUES "
          "(1, 1, 'origin', 0, 2, 1)");
    }
    EXPECT_NE(refusal(folder / "s.db", Store::Access::read).find("an older store; `greffier keep"), std::string::npos);
    Store store(folder / "s.db", Store::Access::write);
    store.compare();
    EXPECT_EQ(store.article_count(), 1u);
    EXPECT_EQ(store.search("pleut", {}).total, 1u);
    EXPECT_EQ(store.search("pleuvait", {}).total, 0u) << "what has been replaced is not searched";
    Question noel;
    noel.speaker = "Noël";
    EXPECT_EQ(store.said(noel).total, 1u);
    EXPECT_EQ(store.record("k")->statements.at(0).chain.at(0).type, "");
  }
}

}  // namespace
}  // namespace greffier
