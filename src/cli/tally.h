// What became of the articles: counted, listed at the end, and written to --aside where that is asked for.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greffier {

// One article that was set aside.
struct AsideNote {
  std::string place, id, reason, detail;
};

// Items set aside as JSON Lines: {"place", "id", "reason", "detail"}.
class AsideFile {
 public:
  explicit AsideFile(const std::string& path);  // "" writes nothing; throws Error{io}
  ~AsideFile();
  AsideFile(const AsideFile&) = delete;
  AsideFile& operator=(const AsideFile&) = delete;
  void write(const AsideNote& note);  // throws Error{io}

 private:
  std::string path_;
  int file_ = -1;
};

class Tally {
 public:
  void count_read(std::size_t repaired) { ++read_, repaired_ += repaired, repaired_articles_ += repaired > 0; }
  void count_aside(const AsideNote& note);

  std::uint64_t seen() const { return read_ + aside_; }
  std::uint64_t read() const { return read_; }
  std::uint64_t aside() const { return aside_; }
  // "24 articles read, 3 set aside …" with each reason, how often, and where first.
  std::string summary() const;

 private:
  struct Reason {
    std::uint64_t count = 0;
    std::vector<std::string> first;  // "FILE:LINE: detail"
  };
  std::uint64_t read_ = 0, aside_ = 0, repaired_ = 0, repaired_articles_ = 0;
  std::map<std::string, Reason> reasons_;
};

// One line on a terminal that says how far the work is.
class Progress {
 public:
  // total_bytes 0: unknown, so no time left can be told.
  Progress(bool shown, std::uint64_t total_bytes) : shown_(shown), total_(total_bytes) {}
  void step(std::uint64_t bytes, const Tally& tally);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool drawn_ = false;
  std::uint64_t total_, done_ = 0;
  Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace greffier
