// Sparse linear weights: for each feature a row with one small weight for each label, mapped from a file and read in place.
//
// The format is docs/formats/model.md. Made by AveragedPerceptron (learn/perceptron.h).
#pragma once

#include <cstddef>
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "learn/features.h"

namespace greffier {

// A model before it is written: averaged weights, already whole numbers of one row's width each.
struct ModelRows {
  std::vector<std::string> labels;
  std::map<std::string, std::string> settings;    // small strings for whoever uses the model
  std::vector<Feature> features;                  // sorted, no feature twice
  std::vector<std::int8_t> weights;               // features.size() rows of labels.size()
};

// The bytes of the file that LinearModel reads.
std::string encode(const ModelRows& rows);

// Const, shared by threads.
class LinearModel {
 public:
  static constexpr std::size_t kMaxLabels = 127;

  // Maps a model file. Throws Error{pack} where it is cut short, damaged or of another version; Error{io}.
  explicit LinearModel(const std::filesystem::path& path);
  // Reads a copy of `bytes`, the content of such a file; `name` is for messages.
  LinearModel(std::string_view bytes, std::string_view name);
  LinearModel(const LinearModel&) = delete;
  LinearModel& operator=(const LinearModel&) = delete;

  std::size_t label_count() const { return labels_.size(); }
  std::string_view label(std::size_t i) const { return labels_[i]; }
  std::optional<std::size_t> label_index(std::string_view name) const;
  // A setting that the trainer wrote, or an empty string.
  std::string_view setting(std::string_view key) const;

  // Sets scores[i] to the sum of label i's weights over `features`; scores.size() must be label_count() or more.
  void score(std::span<const Feature> features, std::span<std::int32_t> scores) const;

  // The same in two steps, so that memory is asked for rows while the decision before is still being made: collect() adds
  // those of the features that the model may know.
  static constexpr std::size_t kMostKnown = 128;
  struct Known {
    std::array<Feature, kMostKnown> features;
    std::size_t count = 0;
  };
  // `features` may hold what `known` has room for.
  void collect(std::span<const Feature> features, Known& known) const;
  void score_known(const Known& known, std::span<std::int32_t> scores) const;
  // The label with the highest score, the first of equals.
  static std::size_t best(std::span<const std::int32_t> scores);

 private:
  void read(std::string_view name);
  void read_strings(std::string_view text, std::size_t label_count, std::string_view name);
  void check_table(std::uint64_t rows, std::string_view name) const;
  template <class Look>
  void search(Feature feature, std::size_t mark, Look look) const;
  void add(const Known& known, std::int32_t* scores) const;
  void make_filter(std::uint64_t rows);
  void score_dense(std::span<const Feature> features, std::int32_t* scores) const;
  void score_sparse(std::span<const Feature> features, std::int32_t* scores) const;

  std::optional<MappedFile> file_;
  std::vector<std::byte> copy_;
  std::span<const std::byte> bytes_;
  const std::byte* table_ = nullptr;
  std::uint64_t buckets_ = 0;
  std::vector<std::uint64_t> filter_;  // a bit for each key, or several: not set where no row can have it
  std::uint32_t filter_mask_ = 0;
  std::vector<std::string_view> labels_;
  std::map<std::string_view, std::string_view> settings_;
};

}  // namespace greffier
