// Runs the built program as a user would, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace greffier {

struct Ran {
  int status = -1;
  std::string out, err;
};

class Program {
 public:
  Program();
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // `words` as a shell reads them, e.g. "read a.jsonl --quiet"; relative files are those of write().
  Ran run(const std::string& words, std::string_view input = {}) const;
  // A shell line in which $G is the program.
  Ran shell(const std::string& line, std::string_view input = {}) const;
  void write(const std::string& name, std::string_view content) const;
  std::string read(const std::string& name) const;
  // " --until LAYER" with the deepest layer that the committed pack can give; empty where the pack is whole.
  static std::string until();

 private:
  std::filesystem::path folder_;
};

}  // namespace greffier
