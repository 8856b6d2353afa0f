#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "cli/command.h"
#include "greffier/engine.h"
#include "greffier/error.h"

namespace greffier {

std::span<const Flag> common_flags() {
  static constexpr Flag kFlags[] = {
      {"--packs", "DIR", "the folder of language packs (default: $GREFFIER_PACKS, else beside the program)"},
      {"--color", "WHEN", "auto, always or never; auto keeps to terminals and obeys NO_COLOR"},
      {"--help", "", "say how the command is used"},
  };
  return kFlags;
}

std::filesystem::path packs_folder(const Arguments& arguments) {
  return arguments.has("--packs") ? std::filesystem::path(arguments.text("--packs")) : Engine::default_packs();
}

std::string Arguments::text(std::string_view flag, std::string_view otherwise) const {
  const auto at = values_.find(flag);
  return at == values_.end() ? std::string(otherwise) : at->second;
}

unsigned Arguments::number(std::string_view flag, unsigned otherwise, unsigned least, unsigned most) const {
  if (!has(flag)) return otherwise;
  const std::string value = text(flag);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < least || number > most)
    throw Error(ErrorCode::usage, fmt::format("{} {}: must be a whole number from {} to {}", flag, value, least, most));
  return number;
}

std::string Arguments::choice(std::string_view flag, std::span<const std::string_view> choices,
                              std::string_view otherwise) const {
  const std::string value = text(flag, otherwise);
  const std::vector<std::string_view> words(choices.begin(), choices.end());
  if (std::find(words.begin(), words.end(), value) == words.end())
    throw Error(ErrorCode::usage, fmt::format("{} {}: not known{}; it is one of {}", flag, value, did_you_mean(value, words),
                                              fmt::join(words, ", ")));
  return value;
}

}  // namespace greffier
