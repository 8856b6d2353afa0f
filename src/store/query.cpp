#include "store/query.h"

#include <fmt/format.h>

#include "base/strings.h"
#include "base/utf8.h"

namespace greffier {
namespace {

Table::Value value_of(const SQLite::Column& column) {
  if (column.isNull()) return std::monostate();
  if (column.isInteger()) return column.getInt64();
  return column.getString();
}

// Whether one ends with the other at the beginning of a word.
bool ends_alike(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  return a.ends_with(b) && (a.size() == b.size() || a[a.size() - b.size() - 1] == ' ');
}

void add_row(SQLite::Statement& item, std::int64_t id, Table& table) {
  item.bind(1, id);
  if (!item.executeStep()) return;
  auto& row = table.rows.emplace_back();
  for (int i = 0; i < item.getColumnCount(); ++i) row.push_back(value_of(item.getColumn(i)));
}

void bind_list(SQLite::Statement& statement, const std::vector<Table::Value>& values) {
  int i = 0;
  for (const Table::Value& value : values) {
    ++i;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) statement.bind(i, *whole);
    else if (const auto* text = std::get_if<std::string>(&value)) statement.bind(i, *text);
  }
}

}  // namespace

Query& Query::with(std::string_view condition, std::initializer_list<Table::Value> values) {
  where_.append(where_.empty() ? " WHERE " : " AND ").append(condition);
  values_.insert(values_.end(), values);
  return *this;
}

Query& Query::once() {
  once_ = true;
  return *this;
}

Query& Query::first(std::initializer_list<Table::Value> values) {
  values_.insert(values_.begin(), values);
  return *this;
}

Query& Query::between(std::string_view prefix, const Question& question) {
  if (!question.from.empty()) with(fmt::format("coalesce({}.latest, '9999') >= ?", prefix), {question.from});
  if (!question.to.empty()) with(fmt::format("coalesce({}.earliest, '0000') <= ?", prefix), {question.to});
  return *this;
}

Table Query::run(Store::Parts& parts, const Question& question, const char* row) const {
  return run(parts, question, [row](std::int64_t) { return row; });
}

Table Query::run(Store::Parts& parts, const Question& question, const std::function<const char*(std::int64_t)>& row) const {
  return guarded("asking the store", [&] {
    Table table;
    if (!once_) {
      SQLite::Statement count(parts.db, fmt::format("SELECT count(*) FROM {}{}", from_, where_));
      bind_list(count, values_);
      count.executeStep();
      table.total = static_cast<std::size_t>(count.getColumn(0).getInt64());
    }
    const std::string page_of = once_ ? std::string() : fmt::format(" LIMIT {} OFFSET {}", question.limit, question.offset);
    SQLite::Statement page(parts.db, fmt::format("SELECT {} FROM {}{} ORDER BY {}{}", id_, from_, where_, order_, page_of));
    bind_list(page, values_);
    SQLite::Statement& head = parts.sql(row(0));
    for (int i = 0; i < head.getColumnCount(); ++i) table.columns.emplace_back(head.getColumnName(i));
    while (page.executeStep()) {
      const std::size_t at = once_ ? table.total++ : question.offset;
      if (at >= question.offset && at - question.offset < question.limit)
        add_row(parts.sql(row(page.getColumn(0).getInt64())), page.getColumn(0).getInt64(), table);
    }
    return table;
  });
}

std::string names_like(Store::Parts& parts, std::string_view name) {
  const std::string bare = utf8::bare(trim(name));
  const auto words = split_words(bare);
  std::string list;
  if (!words.empty()) {
    SQLite::Statement& names = parts.sql("SELECT id, bare FROM names WHERE last_word = ? ORDER BY id");
    bind_all(names, {std::string(words.back())});
    while (names.executeStep())
      if (ends_alike(names.getColumn(1).getString(), bare))
        list += fmt::format("{}{}", list.empty() ? "" : ",", names.getColumn(0).getInt64());
  }
  return "[" + list + "]";
}

}  // namespace greffier
