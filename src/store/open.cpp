// Opening a store: whose file it is, whether it may be trusted, what brings it up to date. Tested in tests/unit/store_test.cpp
// and tests/unit/store_faults_test.cpp.
#include "store/open.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <map>
#include <thread>

#include "greffier/error.h"
#include "store/schema.h"

namespace greffier {
namespace {

int number(SQLite::Database& db, const char* pragma) { return db.execAndGet(pragma).getInt(); }

// A file that another program made, or that somebody prepared, must not run anything: no schema that calls functions with
// effects, no writing to what SQLite keeps for itself, no other files, no cell that lies about its size.
void harden(SQLite::Database& db) {
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_limit(db.getHandle(), SQLITE_LIMIT_ATTACHED, 0);
  db.exec("PRAGMA cell_size_check = ON");
  db.exec("PRAGMA cache_size = -65536");  // kB
}

void migrate(SQLite::Database& db, std::size_t from, std::size_t to) {
  const auto migrations = store_migrations();
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  if (static_cast<std::size_t>(number(db, "PRAGMA user_version")) != from) return;  // another process was quicker
  for (std::size_t i = from; i < to; ++i) db.exec(migrations[i]);
  db.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
  db.exec(fmt::format("PRAGMA user_version = {}", to));
  transaction.commit();
}

std::map<std::string, std::string> schema_of(SQLite::Database& db) {
  std::map<std::string, std::string> out;
  for (SQLite::Statement row(db, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"); row.executeStep();)
    out[row.getColumn(0).getString()] = row.getColumn(1).getString();
  return out;
}

// What Greffier asks must be what Greffier made: a view that says something else is another program's. Tables, views and
// indexes of others may stand beside.
void check_schema(SQLite::Database& db, const std::filesystem::path& path, std::size_t version) {
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(fresh, 0, version);
  const auto found = schema_of(db);
  for (const auto& [name, sql] : schema_of(fresh))
    if (const auto at = found.find(name); at == found.end() || at->second != sql)
      throw Error(ErrorCode::input, fmt::format("{}: '{}' is {}; it is not opened", path.string(), name,
                                                at == found.end() ? "missing" : "not what Greffier made"));
}

std::size_t check_identity(SQLite::Database& db, const std::filesystem::path& path) {
  if (number(db, "PRAGMA application_id") != kApplicationId)
    throw Error(ErrorCode::input, fmt::format("{}: is an SQLite file but no store of Greffier", path.string()));
  const int version = number(db, "PRAGMA user_version");
  if (version < 1)
    throw Error(ErrorCode::input, fmt::format("{}: no store of Greffier has version {}", path.string(), version));
  const auto known = static_cast<int>(store_migrations().size());
  if (version > known)
    throw Error(ErrorCode::input, fmt::format("{}: is a store of version {}, made by a newer Greffier; this one reads up to {}",
                                              path.string(), version, known));
  if (number(db, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") != 0)
    throw Error(ErrorCode::input,
                fmt::format("{}: holds triggers, which no store of Greffier has; it is not opened", path.string()));
  check_schema(db, path, static_cast<std::size_t>(version));
  return static_cast<std::size_t>(version);
}

// SQLite cannot make the files that readers share in a folder that may not be written, but needs none where nobody writes.
bool is_immutable(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  return ::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) != 0 && !std::filesystem::exists(path.string() + "-wal");
}

std::string uri_of(const std::filesystem::path& path) {
  std::string out = "file:";
  for (const char c : path.string())
    if (c == '?' || c == '#' || c == '%') out += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    else out += c;
  return out + "?immutable=1";
}

void check_pages(SQLite::Database& db, const std::filesystem::path& path) {
  const std::string found = db.execAndGet("PRAGMA quick_check(1)").getString();
  if (found != "ok")
    throw Error(ErrorCode::input,
                fmt::format("{}: is damaged and not written to: {}; `greffier verify` says more", path.string(), found));
}

// Where another process makes the same switch SQLite does not wait, since both could wait for each other: it is tried again.
void write_ahead(SQLite::Database& db, std::chrono::milliseconds patience) {
  constexpr auto kPause = std::chrono::milliseconds(5);
  const auto end = std::chrono::steady_clock::now() + patience;
  while (db.tryExec("PRAGMA journal_mode = WAL") == SQLITE_BUSY && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(kPause);
  db.exec("PRAGMA journal_mode = WAL");
}

}  // namespace

SQLite::Database open_store(const std::filesystem::path& path, Store::Access access, std::chrono::milliseconds patience) {
  const int wait = static_cast<int>(patience.count());
  if (access == Store::Access::write)
    return SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, wait);
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw Error(ErrorCode::io, fmt::format("{}: there is no such store; `greffier keep … --store {}` makes one", path.string(),
                                           path.string()));
  if (is_immutable(path)) return SQLite::Database(uri_of(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI, wait);
  return SQLite::Database(path.string(), SQLite::OPEN_READONLY, wait);
}

void prepare_store(SQLite::Database& db, const std::filesystem::path& path, Store::Access access,
                   std::chrono::milliseconds patience) {
  harden(db);
  const std::size_t newest = store_migrations().size();
  const bool empty = number(db, "SELECT count(*) FROM sqlite_master") == 0;
  const std::size_t version = empty && access == Store::Access::write ? 0 : check_identity(db, path);
  if (access == Store::Access::write) {
    check_pages(db, path);
    write_ahead(db, patience);
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA foreign_keys = ON");
    if (version < newest) migrate(db, version, newest);
  } else if (version < newest) {
    throw Error(ErrorCode::input, fmt::format("{}: is an older store; `greffier keep --store {}` brings it up to date",
                                              path.string(), path.string()));
  }
}

}  // namespace greffier
