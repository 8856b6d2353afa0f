// Where articles come from: the files that were named, or standard input, as a stream of items.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "doors/jsonl.h"
#include "doors/line_reader.h"

namespace greffier {

enum class Door : unsigned char { by_name, jsonl, text };

struct Item {  // what one article is to be made of
  std::string bytes;
  std::uint32_t source = 0;
  std::size_t line = 0;  // 0: the whole file
  bool too_long = false;
  bool text = false;
};

class Sources {
 public:
  // No path means standard input. `door` by_name: a name that ends in .txt is plain text; else what does not begin
  // with "{" is plain text where `told` says so. Throws Error{io} where a file is missing.
  Sources(std::vector<std::string> paths, Door door, bool told, const std::atomic<bool>& stop);

  // The next item; false at the end. Throws Error{io}.
  bool next(Item& item);

  std::string place(const Item& item) const;  // "FILE:LINE"
  const std::string& path(const Item& item) const { return paths_[item.source]; }
  std::uint64_t total_bytes() const { return total_bytes_; }  // 0 where unknown

 private:
  bool is_text();
  bool whole_file(Item& item);
  bool next_line(Item& item);

  std::vector<std::string> paths_;
  Door door_;
  bool told_;
  const std::atomic<bool>& stop_;
  std::uint64_t total_bytes_ = 0;
  std::uint32_t source_ = 0;
  std::unique_ptr<LineReader> reader_;
};

}  // namespace greffier
