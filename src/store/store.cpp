// A store as it is written, and the small steps on it. Tested in tests/unit/store_test.cpp and tests/e2e.
#include "greffier/store.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>

#include "greffier/engine.h"
#include "greffier/error.h"
#include "greffier/pack.h"
#include "store/open.h"
#include "store/parts.h"

namespace greffier {
namespace {

constexpr std::string_view hint(int code) {
  switch (code) {
    case SQLITE_BUSY: return " (another process is writing to it; try again when it is done)";
    case SQLITE_NOTADB: return " (it is no SQLite file)";
    case SQLITE_FULL: return " (what was committed before is kept; start again when there is room)";
    case SQLITE_IOERR: return " (what was committed before is kept; start again when the disk works)";
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN: return " (is there such a folder, and may you write in it?)";
    default: return "";
  }
}

}  // namespace

void fail_store(std::string_view deed, const SQLite::Exception& exception) {
  const int code = exception.getErrorCode() & 0xff;
  throw Error(code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? ErrorCode::input : ErrorCode::io,
              fmt::format("{}: {}{}", deed, exception.getErrorStr(), hint(code)));
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

Store::Store(const std::filesystem::path& path, Access access, std::chrono::milliseconds patience) {
  guarded(path.string(), [&] {
    parts_ = std::make_unique<Parts>(open_store(path, access, patience));
    prepare_store(parts_->db, path, access, patience);
  });
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;

void Store::read_by(const Pack& pack) {
  if (pack.vocabulary) parts_->counting.emplace(pack.vocabulary);
}

std::string Store::fingerprint(const Article& a) {
  std::string all;
  for (const std::string* field : {&a.id, &a.source, &a.lang, &a.title, &a.url, &a.published, &a.text})
    all += fmt::format("{}:{}", field->size(), *field);
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
    run(parts_->sql("INSERT OR IGNORE INTO aside (place, key, reason) VALUES (?, ?, ?)"),
        {std::string(place), std::string(id), std::string(reason)});
  });
}

std::size_t Store::article_count() const {
  return guarded("counting", [&] {
    return static_cast<std::size_t>(parts_->db.execAndGet("SELECT count(*) FROM articles WHERE current = 1").getInt64());
  });
}

}  // namespace greffier
