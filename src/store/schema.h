// The store's schema as a list of migrations; docs/formats/store.md describes it.
#pragma once

#include <span>

namespace greffier {

inline constexpr int kApplicationId = 0x47524546;  // "GREF", so that `file` and others can tell a store

// Migration i brings a store from version i to version i + 1; PRAGMA user_version holds the version.
std::span<const char* const> store_migrations();

}  // namespace greffier
