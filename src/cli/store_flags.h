// The flags of every command that asks a store, and what they say as a Question.
#pragma once

#include "cli/command.h"
#include "greffier/store.h"

namespace greffier {

inline constexpr Flag kStoreFlags[] = {
    {"--store", "FILE", "the store (default: $GREFFIER_STORE, else greffier.db)"},
};

inline constexpr Flag kDayFlags[] = {
    {"--from", "DATE", "from this day on: 2020-08-15, 2020-08 or 2020"},
    {"--to", "DATE", "up to this day"},
};

// Whether a store is named by the flag or the environment, or stands where one is looked for.
bool has_store(const Arguments& arguments);
std::filesystem::path store_path(const Arguments& arguments);
// Throws Error{usage} for a date that does not exist or an act or type that nobody knows.
Question question_of(const Arguments& arguments);

}  // namespace greffier
