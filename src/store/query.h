// A SELECT put together from fixed fragments of SQL and bound values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/parts.h"

namespace greffier {

class Query {
 public:
  // `select` holds everything up to WHERE; its first column set is what the Table shows.
  Query(std::string_view select, std::string_view order) : select_(select), order_(order) {}

  // Adds a condition of fixed SQL with a `?` for each value.
  Query& with(std::string_view condition, std::initializer_list<Table::Value> values);
  // Rows whose days, in columns PREFIX.earliest and PREFIX.latest, may fall between from and to.
  Query& between(std::string_view prefix, const Question& question);

  Table run(Store::Parts& parts, const Question& question) const;

 private:
  std::string select_, order_, where_;
  std::vector<Table::Value> values_;
};

// JSON's list of the names whose last words are those of `name`, for use in `IN (SELECT value FROM json_each(?))`.
std::string names_like(Store::Parts& parts, std::string_view name);

}  // namespace greffier
