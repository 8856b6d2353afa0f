// Sparse linear weights: for each feature a row with one small weight for each label, mapped from a file and read in place.
//
// The format is docs/formats/model.md. Made by AveragedPerceptron (learn/perceptron.h).
#pragma once

#include <cstddef>
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

// The setting of a model that says which lead is enough (LinearModel::enough_lead).
inline constexpr std::string_view kLeadSetting = "lead";

// A model before it is written: averaged weights, already whole numbers of one row's width each.
struct ModelRows {
  std::vector<std::string> labels;
  std::map<std::string, std::string> settings;    // small strings for whoever uses the model
  std::vector<Feature> features;                  // sorted, no feature twice
  std::vector<std::int8_t> weights;               // features.size() rows of labels.size()
};

// The bytes of the file that LinearModel reads.
std::string encode(const ModelRows& rows);

struct Choice {
  std::size_t label = 0;
  std::int32_t lead = 0;  // of its score over the next best; the highest number where nothing else may be chosen
};

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
  // The lead from which on a decision by the quick features stands (learn/quick.h); the highest number where the trainer wrote
  // none.
  std::int32_t enough_lead() const { return enough_lead_; }

  // The label with the highest score, the first of equals, and by how much it leads the next.
  static std::size_t best(std::span<const std::int32_t> scores);
  static Choice choice(std::span<const std::int32_t> scores);

 private:
  void read(std::string_view name);
  void read_strings(std::string_view text, std::size_t label_count, std::string_view name);
  void check_table(std::uint64_t rows, std::string_view name) const;
  template <class Look>
  void search(Feature feature, std::size_t mark, Look look) const;
  std::size_t known_of(std::span<const Feature> features, Feature* known) const;
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
  std::int32_t enough_lead_ = INT32_MAX;
  std::vector<std::string_view> labels_;
  std::map<std::string_view, std::string_view> settings_;
};

}  // namespace greffier
