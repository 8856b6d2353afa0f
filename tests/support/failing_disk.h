// A disk that fails when told to: an SQLite VFS that stands before the system's own.
#pragma once

#include <cstdint>

namespace greffier {

class FailingDisk {
 public:
  enum class Deed : std::uint8_t { read, write, sync };

  // While it lives, every file that SQLite opens goes through it; one at a time.
  FailingDisk();
  ~FailingDisk();
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

  // From the `after`th such deed on (0: the next one), it and all that follow fail with the SQLite code. Another call replaces
  // it.
  void fail(Deed deed, unsigned after, int code);
  void heal();
  bool failed() const;  // whether any deed has failed since the last fail()
};

}  // namespace greffier
