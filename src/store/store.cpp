// Opening a store and the small steps on it. Tested in tests/unit/store_test.cpp and tests/e2e.
#include "greffier/store.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>

#include "greffier/engine.h"
#include "greffier/error.h"
#include "greffier/pack.h"
#include "store/parts.h"
#include "store/schema.h"

namespace greffier {
namespace {

constexpr int kBusyMilliseconds = 10000;

int number(SQLite::Database& db, const char* pragma) { return db.execAndGet(pragma).getInt(); }

// A file that another program made, or that somebody prepared, must not run anything: no triggers, no trusted schema.
void harden(SQLite::Database& db) {
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_limit(db.getHandle(), SQLITE_LIMIT_ATTACHED, 0);
}

void migrate(SQLite::Database& db, int from) {
  const auto migrations = store_migrations();
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  for (auto i = static_cast<std::size_t>(from); i < migrations.size(); ++i) db.exec(migrations[i]);
  db.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
  db.exec(fmt::format("PRAGMA user_version = {}", migrations.size()));
  transaction.commit();
}

void check_identity(SQLite::Database& db, const std::filesystem::path& path) {
  if (number(db, "PRAGMA application_id") != kApplicationId)
    throw Error(ErrorCode::input, fmt::format("{}: is an SQLite file but no store of Greffier", path.string()));
  const int version = number(db, "PRAGMA user_version");
  const auto known = static_cast<int>(store_migrations().size());
  if (version > known)
    throw Error(ErrorCode::input, fmt::format("{}: is a store of version {}, made by a newer Greffier; this one reads up to {}", path.string(), version, known));
  if (number(db, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") != 0)
    throw Error(ErrorCode::input, fmt::format("{}: holds triggers, which no store of Greffier has; it is not opened", path.string()));
}

SQLite::Database open(const std::filesystem::path& path, Store::Access access) {
  const bool writes = access == Store::Access::write;
  if (!writes && !std::filesystem::exists(path))
    throw Error(ErrorCode::io, fmt::format("{}: there is no such store; `greffier keep … --store {}` makes one", path.string(), path.string()));
  return SQLite::Database(path.string(), writes ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE : SQLite::OPEN_READONLY, kBusyMilliseconds);
}

void prepare(SQLite::Database& db, const std::filesystem::path& path, Store::Access access) {
  harden(db);
  const bool empty = number(db, "SELECT count(*) FROM sqlite_master") == 0;
  if (access == Store::Access::write) {
    if (!empty) check_identity(db, path);
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA foreign_keys = ON");
    migrate(db, empty ? 0 : number(db, "PRAGMA user_version"));
  } else {
    check_identity(db, path);
    if (number(db, "PRAGMA user_version") < static_cast<int>(store_migrations().size()))
      throw Error(ErrorCode::input, fmt::format("{}: is an older store; `greffier keep --store {}` brings it up to date", path.string(), path.string()));
  }
}

}  // namespace

void fail_store(std::string_view deed, const SQLite::Exception& exception) {
  const int code = exception.getErrorCode();
  const char* hint = code == SQLITE_BUSY     ? " (another process is writing to it; try again when it is done)"
                     : code == SQLITE_NOTADB ? " (it is no SQLite file)"
                                             : "";
  throw Error(code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? ErrorCode::input : ErrorCode::io,
              fmt::format("{}: {}{}", deed, exception.getErrorStr(), hint));
}

SQLite::Statement& Store::Parts::sql(const char* text) {
  auto at = prepared.find(text);
  if (at == prepared.end()) at = prepared.emplace(text, SQLite::Statement(db, text)).first;
  at->second.reset();
  at->second.clearBindings();
  return at->second;
}

Table::Value text_or_null(std::string_view text) {
  if (text.empty()) return std::monostate();
  return std::string(text);
}

void bind_all(SQLite::Statement& statement, std::initializer_list<Table::Value> values) {
  int i = 0;
  for (const Table::Value& value : values) {
    ++i;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) statement.bind(i, *whole);
    else if (const auto* text = std::get_if<std::string>(&value)) statement.bind(i, *text);
  }
}

void run(SQLite::Statement& statement, std::initializer_list<Table::Value> values) {
  bind_all(statement, values);
  statement.exec();
  statement.reset();
}

std::string sha256(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string hex;
  for (unsigned i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

Store::Store(const std::filesystem::path& path, Access access) {
  guarded(path.string(), [&] {
    parts_ = std::make_unique<Parts>(open(path, access));
    prepare(parts_->db, path, access);
  });
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;

void Store::read_by(const Pack& pack) {
  if (pack.vocabulary) parts_->counting.emplace(pack.vocabulary);
}

std::string Store::fingerprint(const Article& a) {
  std::string all;
  for (const std::string* field : {&a.id, &a.source, &a.lang, &a.title, &a.url, &a.published, &a.text}) all += fmt::format("{}:{}", field->size(), *field);
  return sha256(all);
}

bool Store::knows(std::string_view print) const {
  return guarded("looking for an article", [&] {
    SQLite::Statement& query = parts_->sql("SELECT 1 FROM articles WHERE fingerprint = ?");
    bind_all(query, {std::string(print)});
    return query.executeStep();
  });
}

std::unordered_set<std::string> Store::fingerprints() const {
  return guarded("reading what is known", [&] {
    std::unordered_set<std::string> all;
    SQLite::Statement rows(parts_->db, "SELECT fingerprint FROM articles");
    while (rows.executeStep()) all.insert(rows.getColumn(0).getString());
    return all;
  });
}

void Store::begin() {
  guarded("beginning to write", [&] { parts_->transaction.emplace(parts_->db, SQLite::TransactionBehavior::IMMEDIATE); });
}

void Store::commit() {
  guarded("writing to the store", [&] {
    for (auto& [text, statement] : parts_->prepared) statement.reset();
    parts_->transaction->commit();
    parts_->transaction.reset();
  });
}

void Store::set_aside(std::string_view place, std::string_view id, std::string_view reason) {
  guarded("setting an article aside", [&] {
    run(parts_->sql("INSERT OR IGNORE INTO aside (place, key, reason) VALUES (?, ?, ?)"), {std::string(place), std::string(id), std::string(reason)});
  });
}

std::size_t Store::article_count() const {
  return guarded("counting", [&] { return static_cast<std::size_t>(parts_->db.execAndGet("SELECT count(*) FROM articles WHERE current = 1").getInt64()); });
}

}  // namespace greffier
