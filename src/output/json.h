// JSON, appended to a string: as fast as the string grows, keys in the order of the calls.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace greffier {

// Appends `text` (valid UTF-8) as a JSON string with its quotation marks.
void append_json_string(std::string& out, std::string_view text);

// Writes objects and arrays; the caller nests them properly. Commas are set by themselves.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& key(std::string_view name);
  void open(char bracket) { separate(), out_.push_back(bracket), first_ = true; }
  void close(char bracket) { out_.push_back(bracket), first_ = false; }

  void string(std::string_view text) { separate(), append_json_string(out_, text); }
  // An empty string stands for what is not known.
  void string_or_null(std::string_view text) { text.empty() ? null() : string(text); }
  void number(std::uint64_t value);
  void boolean(bool value) { separate(), out_.append(value ? "true" : "false"); }
  void null() { separate(), out_.append("null"); }

 private:
  void separate();

  std::string& out_;
  bool first_ = true;  // nothing stands before the next value in its object or array, or its key does
};

}  // namespace greffier
