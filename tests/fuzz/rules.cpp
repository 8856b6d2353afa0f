// Bytes → a rule file: compiled, or refused with Error{pack}, whatever it says; what is compiled matches in bounded time.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "greffier/error.h"
#include "pack/rules.h"
#include "pack/vocabulary.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace greffier;
  try {
    Vocabulary vocabulary;
    vocabulary.add_entry(vocabulary.add_list("verb"), "dire", "assert");
    const RuleSet rules = compile_rules({reinterpret_cast<const char*>(data), size}, "fuzz.rules", "fr", vocabulary);
    for (const RuleInfo& rule : rules.rules())
      if (rule.captures.size() > kMaxCaptures) std::abort();
  } catch (const Error& error) {
    if (error.code != ErrorCode::pack) std::abort();
  }
  return 0;
}
