// `greffier train names`: learns the model of names from records that carry names.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace greffier {

struct NameTrainingFiles {
  std::filesystem::path pack;                  // the folder of the language; its other models must be there
  std::vector<std::filesystem::path> records;  // JSON Lines in the shape of docs/formats/record.md
  std::filesystem::path held_out;              // likewise, for the report; may be empty
  std::filesystem::path out;                   // the model to write
  int rounds = 8;
  int smallest = 2;
};

// Trains, writes the model and reports to standard error. Throws Error{usage, io, pack}.
void train_names(const NameTrainingFiles& files);

}  // namespace greffier
