// Small steps on strings that the standard library lacks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace greffier {

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::vector<std::string_view> split_words(std::string_view text);  // at ASCII white space, no empty words
std::vector<std::string_view> split_lines(std::string_view text);  // without "\n" or "\r\n"

// The words of a text as strings, and such a text again: "a b" ↔ {a, b}.
std::vector<std::string> words_of(std::string_view text);
std::string joined(const std::vector<std::string>& words);

// The candidate nearest to `word` within a third of its length in edits (Damerau-Levenshtein), or an empty string.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);
// " (did you mean 'x'?)" or an empty string.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

// FNV-1a, 64 bits: stable on every machine, so files may hold it.
constexpr std::uint64_t hash(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325ULL) {
  for (char c : text) seed = (seed ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL;
  return seed;
}

}  // namespace greffier
