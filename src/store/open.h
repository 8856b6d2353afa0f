// The file behind a Store.
#pragma once

#include <chrono>
#include <filesystem>

#include "store/parts.h"

namespace greffier {

SQLite::Database open_store(const std::filesystem::path& path, Store::Access access, std::chrono::milliseconds patience);

// Hardens the connection, refuses what is no store, migrates an older one where it may be written.
void prepare_store(SQLite::Database& db, const std::filesystem::path& path, Store::Access access,
                   std::chrono::milliseconds patience);

}  // namespace greffier
