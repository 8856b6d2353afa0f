// Questions put together from fixed fragments of SQL and bound values.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/parts.h"

namespace greffier {

// Which rows, and then what they say: ids are found, counted and ordered over the tables, and only those that are shown are
// looked up in the views, whose columns cost more.
class Query {
 public:
  // `from` holds the tables, `id` the expression of the item's id, `order` what they are sorted by.
  Query(std::string_view id, std::string_view from, std::string_view order) : id_(id), from_(from), order_(order) {}

  // Adds a condition of fixed SQL with a `?` for each value.
  Query& with(std::string_view condition, std::initializer_list<Table::Value> values);
  // Values of `?` in the tables, which stand before those of the conditions.
  Query& first(std::initializer_list<Table::Value> values);
  // Rows whose days, in columns PREFIX.earliest and PREFIX.latest, may fall between from and to.
  Query& between(std::string_view prefix, const Question& question);

  // Counts and pages in one go: better where the conditions cost more than the rows they leave.
  Query& once();
  // The page of the question's limit and offset; `row` is a SELECT with a `?` for the id.
  Table run(Store::Parts& parts, const Question& question, const char* row) const;
  // The same where each row has its own SELECT.
  Table run(Store::Parts& parts, const Question& question, const std::function<const char*(std::int64_t)>& row) const;

 private:
  std::string id_, from_, order_, where_;
  std::vector<Table::Value> values_;
  bool once_ = false;
};

// JSON's list of the names whose last words are those of `name`, for use in `IN (SELECT value FROM json_each(?))`.
std::string names_like(Store::Parts& parts, std::string_view name);

}  // namespace greffier
