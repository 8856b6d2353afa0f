// What a Store holds, shared by the files of src/store.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "greffier/store.h"
#include "store/figures.h"

namespace greffier {

struct Store::Parts {
  explicit Parts(SQLite::Database&& opened) : db(std::move(opened)) {}

  SQLite::Database db;
  std::optional<SQLite::Transaction> transaction;
  std::optional<Counting> counting;
  std::map<const char*, SQLite::Statement> prepared;  // by the address of the SQL literal

  // A prepared statement, reset and without bindings.
  SQLite::Statement& sql(const char* text);
};

// Binds the parameters in order; an empty string becomes NULL.
void bind_all(SQLite::Statement& statement, std::initializer_list<Table::Value> values);

// Runs a statement that gives no rows.
void run(SQLite::Statement& statement, std::initializer_list<Table::Value> values);

// `text` as a value, NULL for an empty one.
Table::Value text_or_null(std::string_view text);

// Turns SQLite's exceptions into Error{io} with `deed` in front.
template <class Body>
auto guarded(std::string_view deed, Body body) -> decltype(body());

[[noreturn]] void fail_store(std::string_view deed, const SQLite::Exception& exception);

template <class Body>
auto guarded(std::string_view deed, Body body) -> decltype(body()) {
  try {
    return body();
  } catch (const SQLite::Exception& exception) {
    fail_store(deed, exception);
  }
}

// SHA-256 as 64 hexadecimal figures (FIPS 180-4, by OpenSSL).
std::string sha256(std::string_view text);

}  // namespace greffier
