// The mapped table of a linear model.
//
// A hash table whose buckets are cache lines of 64 bytes: first the 32-bit keys, then the rows of 8-bit weights. A feature
// costs one cache miss, the misses of all features of a decision overlap because score() asks for every bucket before it
// reads the first, and all keys of a bucket are compared at once. The bucket comes from the high half of the feature, the
// key from the low half; a feature that the model does not know is taken for another with probability 2^-29 or so.
//
// With up to kDenseLabels labels a bucket holds eight rows with a weight for each. With more it holds four rows of six
// pairs of label and weight, since a feature has learnt of three labels or so out of fifty: a fourth of the size, and fewer
// additions; a feature with more pairs takes several rows. What does not fit into its bucket goes into the next one, and
// the bucket is marked as going on. Seven slots of ten are filled.
//
// Cost: the additions of the known features. Limits: kMaxLabels labels, sums fit 32 bits for any list of features that fits
// in memory. The whole file is checked once when it is opened (about 5 GB/s): size, checksum, every offset, every label, and
// that some bucket does not go on, without which a search would not end.
// Tested in tests/unit/linear_model_test.cpp: round trip, files cut at every length, every byte flipped.
#include "learn/linear_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

#include "greffier/error.h"
#include "learn/model_file.h"

namespace greffier {
namespace {

using namespace model_file;

constexpr std::size_t kMostAtOnce = FeatureList::kRoom;
constexpr std::size_t kMostListed = 128;  // rows between two additions: their sums fit 16 bits
constexpr std::size_t kFilterBits = 8;    // for each row, or up to twice as many

template <class Number>
Number load(const std::byte* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

// Four keys at once (a vector extension of GCC and Clang, for any processor).
using Four = std::uint32_t __attribute__((vector_size(16)));
Four equal(Four keys, std::uint32_t key) { return (keys == key) ? Four{~0u, ~0u, ~0u, ~0u} : Four{}; }
// All bits of the four, or-ed together.
std::uint32_t any_of(Four four) {
  std::uint64_t halves[2];
  std::memcpy(halves, &four, sizeof halves);
  const std::uint64_t both = halves[0] | halves[1];
  return static_cast<std::uint32_t>(both | both >> 32);
}

[[noreturn]] void refuse(std::string_view name, std::string_view what) {
  throw Error(ErrorCode::pack, fmt::format("{}: {}; train it again or take it from the release", name, what));
}

void check_header(const Header& h, std::size_t size, std::string_view name) {
  if (std::memcmp(h.magic, kMagic, sizeof kMagic) != 0) refuse(name, "is not a model file");
  if (h.version != kVersion) refuse(name, fmt::format("has version {}, this program reads {}", h.version, kVersion));
  if (h.size != size) refuse(name, fmt::format("has {} bytes where {} were written", size, h.size));
  const bool sound = h.labels >= 1 && h.labels <= LinearModel::kMaxLabels && h.strings <= size && h.buckets >= 1 &&
                     h.table == table_offset(h.strings) && h.table <= size && h.buckets <= size / kBucket &&
                     h.buckets * kBucket == size - h.table;
  if (!sound) refuse(name, "has sizes that do not fit together");
}

}  // namespace

LinearModel::LinearModel(const std::filesystem::path& path) : file_(path), bytes_(file_->bytes()) { read(path.string()); }

LinearModel::LinearModel(std::string_view bytes, std::string_view name) {
  const auto raw = std::as_bytes(std::span(bytes));
  copy_.assign(raw.begin(), raw.end());
  bytes_ = copy_;
  read(name);
}

void LinearModel::read(std::string_view name) {
  Header header;
  if (bytes_.size() < sizeof header) refuse(name, "is too short for a model file");
  std::memcpy(&header, bytes_.data(), sizeof header);
  check_header(header, bytes_.size(), name);
  if (file_checksum(bytes_) != header.checksum) refuse(name, "is damaged (its checksum is wrong)");
  table_ = bytes_.data() + header.table;
  buckets_ = header.buckets;
  read_strings({reinterpret_cast<const char*>(bytes_.data()) + sizeof header, header.strings}, header.labels, name);
  check_table(header.rows, name);
  make_filter(header.rows);
  if (const std::string_view lead = setting(kLeadSetting); !lead.empty())
    std::from_chars(lead.data(), lead.data() + lead.size(), enough_lead_);
}

void LinearModel::check_table(std::uint64_t rows, std::string_view name) const {
  const Layout& layout = layout_for(labels_.size());
  std::uint64_t used = 0, going_on = 0;
  for (std::uint64_t b = 0; b < buckets_; ++b) {
    const std::byte* bucket = table_ + b * kBucket;
    going_on += (bucket[layout.mark] & std::byte{kGoesOn}) != std::byte{};
    for (std::size_t k = 0; k < layout.rows; ++k) used += load<std::uint32_t>(bucket + 4 * k) != 0;
    for (std::size_t at = kSparse.row(0); &layout == &kSparse && at < kBucket; at += 2)
      if ((std::to_integer<std::uint8_t>(bucket[at]) & ~kGoesOn) >= static_cast<int>(labels_.size()))
        refuse(name, "has a weight for a label that does not exist");
  }
  if (used != rows || going_on == buckets_) refuse(name, "has a table that does not hold as many rows as it says");
}

void LinearModel::read_strings(std::string_view text, std::size_t label_count, std::string_view name) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = text.find('\0');
    if (end == std::string_view::npos) refuse(name, "has a string without an end");
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  if (parts.size() < label_count || (parts.size() - label_count) % 2 != 0) refuse(name, "has too few or too many strings");
  labels_.assign(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(label_count));
  for (std::size_t i = label_count; i < parts.size(); i += 2) settings_.emplace(parts[i], parts[i + 1]);
}

std::optional<std::size_t> LinearModel::label_index(std::string_view name) const {
  const auto at = std::find(labels_.begin(), labels_.end(), name);
  if (at == labels_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - labels_.begin());
}

std::string_view LinearModel::setting(std::string_view key) const {
  const auto at = settings_.find(key);
  return at == settings_.end() ? std::string_view() : at->second;
}

// Calls `look` with each bucket in which the feature may be.
template <class Look>
void LinearModel::search(Feature feature, const std::size_t mark, Look look) const {
  for (std::uint64_t at = bucket_of(feature, buckets_);; at = at + 1 == buckets_ ? 0 : at + 1) {
    const std::byte* bucket = table_ + at * kBucket;
    look(bucket);
    if ((bucket[mark] & std::byte{kGoesOn}) == std::byte{}) return;
  }
}

// The label of the first pair of a bucket has its mark.
void add_pairs(const std::uint8_t* pairs, std::int16_t* sums) {
  const auto add = [&](std::size_t label, std::uint8_t weight) {
    sums[label] = static_cast<std::int16_t>(sums[label] + static_cast<std::int8_t>(weight));
  };
  add(pairs[0] & ~kGoesOn & 0xffu, pairs[1]);
  for (std::size_t j = 1; j < kPairs; ++j) add(pairs[2 * j], pairs[2 * j + 1]);
}

// Without a branch on whether the feature is there: the rows of other keys are masked out.
void LinearModel::score_dense(std::span<const Feature> features, std::int32_t* scores) const {
  std::int32_t sums[kDenseLabels] = {};
  for (Feature f : features)
    search(f, kDense.mark, [&, key = key_of(f)](const std::byte* bucket) {
      const Four near = load<Four>(bucket + kDense.row(0)) & equal(load<Four>(bucket), key);
      const Four far = load<Four>(bucket + kDense.row(4)) & equal(load<Four>(bucket + 16), key);
      const std::uint32_t row = any_of(near | far);
      for (std::size_t i = 0; i < kDenseLabels; ++i) sums[i] += static_cast<std::int8_t>(row >> (8 * i));
    });
  for (std::size_t i = 0; i < labels_.size(); ++i) scores[i] += sums[i];
}

// First the rows that are there are listed, without a branch on whether they are; then their pairs are added, rows by turns
// to two sums, so that an addition does not wait for the one before it to be stored.
void LinearModel::score_sparse(std::span<const Feature> features, std::int32_t* scores) const {
  const std::uint8_t* rows[kMostListed + kSparseRows];
  std::int16_t sums[2][kMaxLabels + 1] = {};
  std::size_t listed = 0;
  const auto add_listed = [&] {
    for (std::size_t i = 0; i < listed; ++i) add_pairs(rows[i], sums[i % 2]);
    for (std::size_t k = 0; k < labels_.size(); ++k) scores[k] += sums[0][k] + sums[1][k], sums[0][k] = sums[1][k] = 0;
    listed = 0;
  };
  for (Feature f : features)
    search(f, kSparse.mark, [&, key = key_of(f)](const std::byte* bucket) {
      const Four same = equal(load<Four>(bucket), key);
      for (std::size_t k = 0; k < kSparseRows; ++k) {
        rows[listed] = reinterpret_cast<const std::uint8_t*>(bucket + kSparse.row(k));
        listed += same[k] & 1;
      }
      if (listed >= kMostListed) add_listed();
    });
  add_listed();
}

void LinearModel::score(std::span<const Feature> features, std::span<std::int32_t> scores) const {
  std::fill(scores.begin(), scores.end(), 0);
  if (scores.size() < labels_.size()) return;
  Feature known[kMostAtOnce];
  while (!features.empty()) {
    const auto some = features.first(std::min(features.size(), kMostAtOnce));
    const std::span<const Feature> found(known, known_of(some, known));
    if (labels_.size() > kDenseLabels) score_sparse(found, scores.data());
    else score_dense(found, scores.data());
    features = features.subspan(some.size());
  }
}

// Lists those of the features that the table may hold, without a branch on that, and asks for their buckets.
std::size_t LinearModel::known_of(std::span<const Feature> features, Feature* known) const {
  std::size_t count = 0;
  for (Feature f : features) {
    const std::uint32_t bit = key_of(f) & filter_mask_;
    known[count] = f;
    count += filter_[bit / 64] >> (bit % 64) & 1;
  }
  for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(table_ + bucket_of(known[i], buckets_) * kBucket);
  return count;
}

void LinearModel::make_filter(std::uint64_t rows) {
  const std::size_t bits = std::bit_ceil(std::max<std::uint64_t>(rows * kFilterBits, 64));
  filter_.assign(bits / 64, 0);
  filter_mask_ = static_cast<std::uint32_t>(bits - 1);
  const Layout& layout = layout_for(labels_.size());
  for (std::uint64_t b = 0; b < buckets_; ++b)
    for (std::size_t k = 0; k < layout.rows; ++k)
      if (const auto key = load<std::uint32_t>(table_ + b * kBucket + 4 * k); key != 0)
        filter_[(key & filter_mask_) / 64] |= 1ULL << (key % 64);
}

std::size_t LinearModel::best(std::span<const std::int32_t> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

Choice LinearModel::choice(std::span<const std::int32_t> scores) {
  const std::size_t label = best(scores);
  std::int32_t next = INT32_MIN;
  for (std::size_t k = 0; k < scores.size(); ++k) next = std::max(next, k == label ? INT32_MIN : scores[k]);
  return {label, next == INT32_MIN ? INT32_MAX : scores[label] - next};
}

}  // namespace greffier
