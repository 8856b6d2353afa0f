// Writes a lexicon file from lines of text.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace greffier {

// Each line of `texts`: form, part of speech, features, lemma and count, set apart by tabs. A count of 0 marks a line of a
// dictionary; any other says how often a treebank has it. Returns the file's bytes, the same for the same lines.
// Throws Error{input} "NAME:LINE: …" for a line that is none.
std::string build_lexicon(std::string_view text, std::string_view name);

// build_lexicon() from files to a file.
void build_lexicon(const std::vector<std::filesystem::path>& from, const std::filesystem::path& to);

}  // namespace greffier
