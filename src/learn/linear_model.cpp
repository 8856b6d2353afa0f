// The mapped table of a linear model.
//
// One open-addressing table with linear probing: a slot holds a 32-bit key and 8-bit weights, so that a feature costs one
// cache miss, and the misses of all features of a decision overlap because score() asks for every slot before it reads the
// first. The slot comes from the high half of the feature, the key from the low half; a feature that the model does not
// know is taken for another with probability 2^-32 for each slot probed. The table is at most 3/4 full.
//
// With up to kDenseLabels labels a slot holds a weight for each. With more it holds six pairs of label and weight, since
// a feature has learnt of three labels or so out of fifty: a fourth of the size, and fewer additions. A row of more than
// six takes several slots of one key, each but the last marked as going on.
//
// Cost: the additions of the known features. Limits: kMaxLabels labels, sums fit 32 bits for any list of features that fits
// in memory. The whole file is checked once when it is opened (about 5 GB/s): size, checksum, every
// offset, and that the table has an empty slot, without which a search would not end.
// Tested in tests/unit/linear_model_test.cpp: round trip, files cut at every length, every byte flipped.
#include "learn/linear_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "greffier/error.h"

namespace greffier {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian and read in place");

constexpr char kMagic[8] = {'G', 'R', 'F', 'M', 'O', 'D', 'E', 'L'};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kDenseLabels = 8;
constexpr std::size_t kPairs = 6;              // of a sparse slot
constexpr std::size_t kSparseStride = 4 + 2 * kPairs;
constexpr std::uint8_t kMore = 128;            // on the first label of a sparse slot: the row goes on in another
constexpr std::size_t kAlignment = 64;         // of the table

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t labels;
  std::uint64_t checksum;   // of the whole file with this field as 0
  std::uint64_t size;       // of the whole file
  std::uint64_t table;      // offset of the slots
  std::uint64_t slots;      // more than used
  std::uint64_t used;       // slots that are not empty
  std::uint32_t stride;     // bytes of a slot: key, weights, padding
  std::uint32_t strings;    // bytes of the strings that follow the header: labels, then settings
};
static_assert(sizeof(Header) == 64);

// Four lanes, so that the multiplications overlap; the tail goes byte by byte.
std::uint64_t checksum(std::span<const std::byte> bytes) {
  std::uint64_t lane[4] = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32)
    for (std::size_t k = 0; k < 4; ++k) {
      std::uint64_t word;
      std::memcpy(&word, bytes.data() + at + 8 * k, 8);
      lane[k] = std::rotl((lane[k] ^ word) * 0x9e3779b97f4a7c15ULL, 29);
    }
  for (; at < bytes.size(); ++at) lane[0] = (lane[0] ^ static_cast<std::uint8_t>(bytes[at])) * 0x100000001b3ULL;
  std::uint64_t sum = bytes.size();
  for (std::uint64_t part : lane) sum = spread(sum ^ part);
  return sum;
}

std::uint64_t file_checksum(std::span<const std::byte> bytes) {
  return spread(checksum(bytes.first(offsetof(Header, checksum))) ^ 1) ^
         checksum(bytes.subspan(offsetof(Header, checksum) + 8));
}

std::uint32_t key_of(Feature feature) {
  const auto low = static_cast<std::uint32_t>(feature);
  return low == 0 ? 1 : low;  // 0 marks an empty slot
}

// The high half as a fraction of the table, so that the number of slots need be no power of two.
std::uint64_t slot_of(Feature feature, std::uint64_t slots) { return ((feature >> 32) * slots) >> 32; }

std::uint32_t key_at(const std::byte* slot) {
  std::uint32_t key;
  std::memcpy(&key, slot, 4);
  return key;
}

std::size_t stride_for(std::size_t labels) { return labels > kDenseLabels ? kSparseStride : labels > 4 ? 12 : 8; }
std::size_t table_offset(std::size_t strings) { return (sizeof(Header) + strings + kAlignment - 1) / kAlignment * kAlignment; }

std::string strings_of(const ModelRows& rows) {
  std::string out;
  for (const std::string& label : rows.labels) out += label + '\0';
  for (const auto& [key, value] : rows.settings) out += key + '\0' + value + '\0';
  return out;
}

// What one slot is to hold.
struct Slot {
  Feature feature = 0;
  std::array<std::uint8_t, kSparseStride - 4> content{};
};

void add_sparse(Feature f, std::span<const std::int8_t> weights, std::vector<Slot>& slots) {
  std::vector<std::size_t> labels;
  for (std::size_t k = 0; k < weights.size(); ++k)
    if (weights[k] != 0) labels.push_back(k);
  for (std::size_t k = 0; k < labels.size(); k += kPairs) {
    Slot slot{f, {}};
    for (std::size_t j = 0; j < kPairs && k + j < labels.size(); ++j) {
      slot.content[2 * j] = static_cast<std::uint8_t>(labels[k + j]);
      slot.content[2 * j + 1] = static_cast<std::uint8_t>(weights[labels[k + j]]);
    }
    if (k + kPairs < labels.size()) slot.content[0] |= kMore;
    slots.push_back(slot);
  }
}

std::vector<Slot> slots_for(const ModelRows& rows) {
  std::vector<Slot> slots;
  const std::size_t width = rows.labels.size();
  for (std::size_t i = 0; i < rows.features.size(); ++i) {
    const std::span<const std::int8_t> weights(rows.weights.data() + i * width, width);
    if (width > kDenseLabels) {
      add_sparse(rows.features[i], weights, slots);
    } else {
      slots.push_back({rows.features[i], {}});
      std::memcpy(slots.back().content.data(), weights.data(), width);
    }
  }
  return slots;
}

// In the order given, so that the slots of one row stand in the order in which a search meets them.
void fill_table(std::span<const Slot> slots, const Header& header, std::byte* table) {
  for (const Slot& slot : slots) {
    std::uint64_t at = slot_of(slot.feature, header.slots);
    while (key_at(table + at * header.stride) != 0) at = at + 1 == header.slots ? 0 : at + 1;
    const std::uint32_t key = key_of(slot.feature);
    std::memcpy(table + at * header.stride, &key, 4);
    std::memcpy(table + at * header.stride + 4, slot.content.data(), header.stride - 4);
  }
}

[[noreturn]] void refuse(std::string_view name, std::string_view what) {
  throw Error(ErrorCode::pack, fmt::format("{}: {}; train it again or take it from the release", name, what));
}

void check_header(const Header& h, std::size_t size, std::string_view name) {
  if (std::memcmp(h.magic, kMagic, sizeof kMagic) != 0) refuse(name, "is not a model file");
  if (h.version != kVersion) refuse(name, fmt::format("has version {}, this program reads {}", h.version, kVersion));
  if (h.size != size) refuse(name, fmt::format("has {} bytes where {} were written", size, h.size));
  const bool sound = h.labels >= 1 && h.labels <= LinearModel::kMaxLabels && h.slots >= 1 && h.slots <= UINT32_MAX &&
                     h.slots <= size && h.stride == stride_for(h.labels) && h.strings <= size &&
                     h.table == table_offset(h.strings) && h.table <= size &&
                     h.slots * h.stride == size - h.table && h.used < h.slots;
  if (!sound) refuse(name, "has sizes that do not fit together");
}

}  // namespace

std::string encode(const ModelRows& rows) {
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  const std::string strings = strings_of(rows);
  header.version = kVersion;
  header.labels = static_cast<std::uint32_t>(rows.labels.size());
  const std::vector<Slot> slots = slots_for(rows);
  header.table = table_offset(strings.size());
  header.slots = slots.size() * 4 / 3 + 2;
  header.used = slots.size();
  header.stride = static_cast<std::uint32_t>(stride_for(rows.labels.size()));
  header.strings = static_cast<std::uint32_t>(strings.size());
  header.size = header.table + header.slots * header.stride;
  std::string out(header.size, '\0');
  std::memcpy(out.data() + sizeof(Header), strings.data(), strings.size());
  fill_table(slots, header, reinterpret_cast<std::byte*>(out.data() + header.table));
  std::memcpy(out.data(), &header, sizeof header);
  header.checksum = file_checksum(std::as_bytes(std::span(out)));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

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
  slots_ = header.slots;
  stride_ = header.stride;
  used_ = header.used;
  std::size_t used = 0;
  for (std::uint64_t slot = 0; slot < header.slots; ++slot) used += key_at(table_ + slot * stride_) != 0;
  if (used != used_) refuse(name, "has a table that does not hold as many rows as it says");
  read_strings({reinterpret_cast<const char*>(bytes_.data()) + sizeof header, header.strings}, header.labels, name);
  check_labels(name);
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

void LinearModel::check_labels(std::string_view name) const {
  if (labels_.size() <= kDenseLabels) return;
  for (std::uint64_t slot = 0; slot < slots_; ++slot)
    for (std::size_t k = 0; k < kPairs; ++k)
      if (std::to_integer<std::uint8_t>(table_[slot * stride_ + 4 + 2 * k] & ~std::byte{kMore}) >= labels_.size())
        refuse(name, "has a weight for a label that does not exist");
}

// Calls `found` with the content of each slot of `feature`, while it returns true.
template <class Found>
void LinearModel::search(Feature feature, Found found) const {
  const std::uint32_t key = key_of(feature);
  for (std::uint64_t slot = slot_of(feature, slots_);; slot = slot + 1 == slots_ ? 0 : slot + 1) {
    const std::byte* at = table_ + slot * stride_;
    const std::uint32_t here = key_at(at);
    if (here == 0 || (here == key && !found(reinterpret_cast<const std::uint8_t*>(at + 4)))) return;
  }
}

void LinearModel::score_dense(std::span<const Feature> features, std::int32_t* scores) const {
  for (Feature f : features)
    search(f, [&](const std::uint8_t* weights) {
      for (std::size_t i = 0; i < labels_.size(); ++i) scores[i] += static_cast<std::int8_t>(weights[i]);
      return false;
    });
}

void LinearModel::score_sparse(std::span<const Feature> features, std::int32_t* scores) const {
  for (Feature f : features)
    search(f, [&](const std::uint8_t* pairs) {
      scores[pairs[0] & ~kMore] += static_cast<std::int8_t>(pairs[1]);
      for (std::size_t k = 1; k < kPairs; ++k) scores[pairs[2 * k]] += static_cast<std::int8_t>(pairs[2 * k + 1]);
      return (pairs[0] & kMore) != 0;
    });
}

void LinearModel::score(std::span<const Feature> features, std::span<std::int32_t> scores) const {
  for (Feature f : features) __builtin_prefetch(table_ + slot_of(f, slots_) * stride_);
  std::fill(scores.begin(), scores.end(), 0);
  if (scores.size() < labels_.size()) return;
  if (labels_.size() > kDenseLabels) score_sparse(features, scores.data());
  else score_dense(features, scores.data());
}

std::size_t LinearModel::best(std::span<const std::int32_t> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace greffier
