// Writes the file of a linear model: rows into buckets, then the checksum. The reader is linear_model.cpp.
#include <array>
#include <cstddef>

#include "learn/linear_model.h"
#include "learn/model_file.h"

namespace greffier {

namespace model_file {
namespace {

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

}  // namespace

std::uint64_t file_checksum(std::span<const std::byte> bytes) {
  return spread(checksum(bytes.first(offsetof(Header, checksum))) ^ 1) ^
         checksum(bytes.subspan(offsetof(Header, checksum) + 8));
}

}  // namespace model_file

namespace {

using namespace model_file;

std::uint32_t key_at(const std::byte* at) {
  std::uint32_t key;
  std::memcpy(&key, at, sizeof key);
  return key;
}

std::string strings_of(const ModelRows& rows) {
  std::string out;
  for (const std::string& label : rows.labels) out += label + '\0';
  for (const auto& [key, value] : rows.settings) out += key + '\0' + value + '\0';
  return out;
}

// What one row of a bucket is to hold.
struct Row {
  Feature feature = 0;
  std::array<std::uint8_t, 2 * kPairs> content{};
};

// Weights of 0 for different labels, so that adding them does not wait for the one before.
constexpr std::array<std::uint8_t, 2 * kPairs> kNoPairs = {0, 0, 1, 0, 2, 0, 3, 0, 0, 0, 1, 0};

void add_sparse(Feature f, std::span<const std::int8_t> weights, std::vector<Row>& rows) {
  std::size_t used = 0;
  for (std::size_t label = 0; label < weights.size(); ++label) {
    if (weights[label] == 0) continue;
    if (used % kPairs == 0) rows.push_back({f, kNoPairs});
    rows.back().content[2 * (used % kPairs)] = static_cast<std::uint8_t>(label);
    rows.back().content[2 * (used % kPairs) + 1] = static_cast<std::uint8_t>(weights[label]);
    ++used;
  }
}

std::vector<Row> table_rows(const ModelRows& model) {
  std::vector<Row> rows;
  const std::size_t width = model.labels.size();
  for (std::size_t i = 0; i < model.features.size(); ++i) {
    const std::span<const std::int8_t> weights(model.weights.data() + i * width, width);
    if (width > kDenseLabels) {
      add_sparse(model.features[i], weights, rows);
    } else {
      rows.push_back({model.features[i], {}});
      std::memcpy(rows.back().content.data(), weights.data(), width);
    }
  }
  return rows;
}

std::byte* free_row(std::byte* table, std::uint64_t buckets, const Layout& layout, const Row& row) {
  for (std::uint64_t at = bucket_of(row.feature, buckets);; at = at + 1 == buckets ? 0 : at + 1) {
    std::byte* bucket = table + at * kBucket;
    for (std::size_t k = 0; k < layout.rows; ++k) {
      if (key_at(bucket + 4 * k) != 0) continue;
      const std::uint32_t key = key_of(row.feature);
      std::memcpy(bucket + 4 * k, &key, 4);
      return bucket + layout.row(k);
    }
    bucket[layout.mark] |= std::byte{kGoesOn};
  }
}

void fill_table(std::span<const Row> rows, std::uint64_t buckets, const Layout& layout, std::byte* table) {
  for (const Row& row : rows) std::memcpy(free_row(table, buckets, layout, row), row.content.data(), layout.row_bytes);
}

}  // namespace

std::string encode(const ModelRows& model) {
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  const std::string strings = strings_of(model);
  const std::vector<Row> rows = table_rows(model);
  const Layout& layout = layout_for(model.labels.size());
  header.version = kVersion;
  header.labels = static_cast<std::uint32_t>(model.labels.size());
  header.table = table_offset(strings.size());
  header.buckets = buckets_for(rows.size(), layout);
  header.rows = rows.size();
  header.strings = static_cast<std::uint32_t>(strings.size());
  header.size = header.table + header.buckets * kBucket;
  std::string out(header.size, '\0');
  std::memcpy(out.data() + sizeof(Header), strings.data(), strings.size());
  fill_table(rows, header.buckets, layout, reinterpret_cast<std::byte*>(out.data() + header.table));
  std::memcpy(out.data(), &header, sizeof header);
  header.checksum = file_checksum(std::as_bytes(std::span(out)));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace greffier
