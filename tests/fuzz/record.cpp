// Bytes → a record: an Error, or a record that goes out as JSON and comes back the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "greffier/error.h"
#include "greffier/record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace greffier;
  try {
    const Record record = record_from_json({reinterpret_cast<const char*>(data), size});
    const std::string once = to_json(record);
    if (to_json(record_from_json(once)) != once) std::abort();
  } catch (const Error& error) {
    if (error.code != ErrorCode::input) std::abort();
  }
  return 0;
}
