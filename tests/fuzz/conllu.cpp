// Bytes → CoNLL-U in, out and in again: sound documents or an Error, and what was read comes back as it went.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "document/conllu.h"
#include "greffier/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace greffier;
  try {
    for (const Document& document : from_conllu({reinterpret_cast<const char*>(data), size}, "fuzz")) {
      if (!check(document).empty()) std::abort();
      const std::string once = to_conllu(document);
      const auto again = from_conllu(once, "again");
      if (again.size() != 1 || to_conllu(again[0]) != once) std::abort();
    }
  } catch (const Error& error) {
    if (error.code != ErrorCode::input) std::abort();
  }
  return 0;
}
