// A line is read as a stream of JSON events (nlohmann's SAX reader, which keeps no recursion), so that deep nesting and
// keys that nobody asked for cost nothing but their reading. Tested in tests/unit/doors_test.cpp, tests/fuzz/jsonl_door.cpp.
#include "doors/jsonl.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "doors/surrogates.h"
#include "greffier/error.h"

namespace greffier {
namespace {

constexpr std::size_t kText = 5;
static_assert(kArticleKeys[kText] == "text");

std::string& field(Article& a, std::size_t key) {
  std::string* const fields[] = {&a.id, &a.published, &a.source, &a.lang, &a.title, &a.text, &a.url};
  return *fields[key];
}

// Receives the events of one line; takes the strings and numbers of the object's own keys.
class Taker {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;

  Taker(Arrival& arrival, const KeyMap& keys) : arrival_(arrival), keys_(keys) {}

  bool null() { return true; }  // the same as no key
  bool boolean(bool) { return refuse("true or false"); }
  bool number_integer(number_integer_t value) { return take(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) { return take(std::to_string(value)); }
  bool number_float(number_float_t, const std::string& digits) { return take(digits); }
  bool string(std::string& value) { return take(std::move(value)); }
  bool binary(nlohmann::json::binary_t&) { return true; }
  bool start_object(std::size_t) {
    if (depth_ == 0) object_ = true;
    refuse("an object");
    return ++depth_, true;
  }
  bool end_object() { return --depth_, true; }
  bool start_array(std::size_t) {
    refuse("a list");
    return ++depth_, true;
  }
  bool end_array() { return --depth_, true; }

  bool key(const std::string& name) {
    if (depth_ != 1) return true;
    key_ = name.empty() ? kNoKey : static_cast<std::size_t>(std::find(keys_.begin(), keys_.end(), name) - keys_.begin());
    if (key_ < kNoKey && std::exchange(seen_[key_], true))
      arrival_.set_aside("a key stands there twice", fmt::format("'{}'", name));
    if (names_.size() < 200) names_.append(names_.empty() ? "" : ", ").append(name);
    return true;
  }

  bool parse_error(std::size_t byte, const std::string&, const nlohmann::json::exception& error) {
    std::string_view why = error.what();
    why.remove_prefix(std::min(why.find("] ") + 2, why.size()));
    if (const std::size_t at = why.rfind(" - "); at != why.npos) why.remove_prefix(at + 3);
    arrival_.set_aside("not JSON", fmt::format("byte {}: {}", byte, why.substr(0, why.find("; last read"))));
    return false;
  }

  void finish() {
    if (!object_)
      return arrival_.set_aside("not an object", "a line must be an object such as {\"id\": …, \"date\": …, \"text\": …}");
    if (!seen_[kText])
      arrival_.set_aside("there is no text",
                         fmt::format("no key '{}' among: {}; name it with --map text=KEY", keys_[kText], names_));
  }

 private:
  static constexpr std::size_t kNoKey = kArticleKeys.size();

  bool asked() const { return depth_ == 1 && object_ && key_ < kNoKey; }
  bool take(std::string value) {
    if (asked()) field(arrival_.article, key_) = std::move(value);
    return true;
  }
  bool refuse(std::string_view kind) {
    if (asked()) arrival_.set_aside("a value is no text", fmt::format("'{}' is {}", keys_[key_], kind));
    return true;
  }

  Arrival& arrival_;
  const KeyMap& keys_;
  std::size_t depth_ = 0;
  std::size_t key_ = kNoKey;  // which of keys_ the next value belongs to
  std::array<bool, kNoKey> seen_{};
  std::string names_;  // the object's keys, for the message
  bool object_ = false;
};

}  // namespace

KeyMap key_map(std::string_view text) {
  KeyMap keys;
  const std::vector<std::string_view> fields(kArticleKeys.begin(), kArticleKeys.end());
  for (std::string_view pair : text.empty() ? std::vector<std::string_view>() : split(text, ',')) {
    const std::size_t equals = pair.find('=');
    const std::string_view name = trim(pair.substr(0, equals));
    const auto at = std::find(fields.begin(), fields.end(), name);
    if (equals == pair.npos || trim(pair.substr(equals + 1)).empty())
      throw Error(ErrorCode::usage, fmt::format("--map {}: '{}' is not of the form FIELD=KEY, such as text=body", text, pair));
    if (at == fields.end())
      throw Error(ErrorCode::usage,
                  fmt::format("--map {}: no field is called '{}'{}; the fields are id, date, source, lang, title, text, url",
                              text, name, did_you_mean(name, fields)));
    keys[static_cast<std::size_t>(at - fields.begin())] = trim(pair.substr(equals + 1));
  }
  for (std::size_t i = 0; i < keys.size(); ++i)  // a key that another field took is no longer its own field's
    if (keys[i].empty() && std::find(keys.begin(), keys.end(), fields[i]) == keys.end()) keys[i] = fields[i];
  return keys;
}

Arrival article_from_json(std::string line, const KeyMap& keys, const Defaults& defaults) {
  Arrival arrival;
  arrival.repaired = utf8::repair(line) + mend_surrogates(line);
  Taker taker(arrival, keys);
  if (nlohmann::json::sax_parse(line, &taker)) taker.finish();
  if (!arrival.aside()) admit(arrival, defaults);
  return arrival;
}

}  // namespace greffier
