#include "cli/store_flags.h"

#include <fmt/format.h>

#include <cstdlib>

#include "base/strings.h"
#include "greffier/error.h"

namespace greffier {
namespace {

template <class Enum>
std::string word_of(const Arguments& arguments, std::string_view flag, Enum last) {
  const std::string word = arguments.text(flag);
  if (word.empty() || from_spelling<Enum>(word)) return word;
  std::vector<std::string_view> all;
  for (unsigned i = 0; i <= static_cast<unsigned>(last); ++i) all.push_back(spelling(static_cast<Enum>(i)));
  throw Error(ErrorCode::usage, fmt::format("{} {}: there is no such thing{}; one of {}", flag, word, did_you_mean(word, all),
                                            fmt::join(all, ", ")));
}

DaySpan days_of(const Arguments& arguments, std::string_view flag) {
  const std::string text = arguments.text(flag);
  if (text.empty()) return {};
  const auto span = parse_iso_span(text);
  if (!span) throw Error(ErrorCode::usage, fmt::format("{} {}: is no ISO 8601 date such as 2020-08-15 or 2020-08", flag, text));
  return *span;
}

}  // namespace

bool has_store(const Arguments& arguments) {
  std::error_code error;
  return arguments.has("--store") || std::getenv("GREFFIER_STORE") != nullptr ||
         std::filesystem::exists(store_path(arguments), error);
}

std::filesystem::path store_path(const Arguments& arguments) {
  if (arguments.has("--store")) return arguments.text("--store");
  const char* named = std::getenv("GREFFIER_STORE");
  return named ? named : "greffier.db";
}

Question question_of(const Arguments& arguments) {
  Question q;
  q.about = arguments.text("--about");
  q.actor = arguments.text("--actor");
  q.target = arguments.text("--target");
  q.act = word_of(arguments, "--act", Act::decline);
  q.type = word_of(arguments, "--type", EventType::assault);
  q.status = word_of(arguments, "--status", EventStatus::denied);
  q.from = iso_date(days_of(arguments, "--from").first);
  q.to = iso_date(days_of(arguments, "--to").last);
  static constexpr std::string_view kReasons[] = {"", "denied", "turned", "figures", "one-side"};
  q.why = arguments.choice("--why", kReasons, "");
  if (q.why == "one-side") q.why = "one side";
  q.limit = arguments.number("--limit", 50, 1, 1'000'000);
  q.offset = arguments.number("--skip", 0);
  return q;
}

}  // namespace greffier
