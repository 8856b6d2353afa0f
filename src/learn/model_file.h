// How the file of a linear model is laid out (docs/formats/model.md): what its reader and its writer share.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

#include "learn/features.h"

namespace greffier::model_file {

static_assert(std::endian::native == std::endian::little, "model files are little-endian and read in place");

inline constexpr char kMagic[8] = {'G', 'R', 'F', 'M', 'O', 'D', 'E', 'L'};
inline constexpr std::uint32_t kVersion = 2;
inline constexpr std::size_t kBucket = 64;       // bytes; the table begins at a multiple of it
inline constexpr std::size_t kDenseLabels = 3;
inline constexpr std::size_t kDenseRows = 8;     // of a bucket
inline constexpr std::size_t kSparseRows = 4;
inline constexpr std::size_t kPairs = 6;         // of a sparse row
inline constexpr std::uint8_t kGoesOn = 128;     // in the mark of a bucket

// Where the rows of a bucket lie. The mark is one bit of a byte of the first row: the one that three weights leave free, or
// its first label.
struct Layout {
  std::size_t rows, row_bytes, mark;
  std::size_t row(std::size_t k) const { return 4 * rows + k * row_bytes; }
};
inline constexpr Layout kDense{kDenseRows, 4, 4 * kDenseRows + 3};
inline constexpr Layout kSparse{kSparseRows, 2 * kPairs, 4 * kSparseRows};
inline const Layout& layout_for(std::size_t labels) { return labels > kDenseLabels ? kSparse : kDense; }

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t labels;
  std::uint64_t checksum;   // of the whole file without this field
  std::uint64_t size;       // of the whole file
  std::uint64_t table;      // offset of the buckets
  std::uint64_t buckets;
  std::uint64_t rows;       // that are not empty
  std::uint32_t unused;
  std::uint32_t strings;    // bytes of the strings that follow the header: labels, then settings
};
static_assert(sizeof(Header) == 64);

// Of a whole file, without the field that holds it.
std::uint64_t file_checksum(std::span<const std::byte> bytes);

inline std::uint32_t key_of(Feature feature) {
  const auto low = static_cast<std::uint32_t>(feature);
  return low == 0 ? 1 : low;  // 0 marks an empty slot
}

// The high half as a fraction of the table, so that the number of buckets need be no power of two.
inline std::uint64_t bucket_of(Feature feature, std::uint64_t buckets) { return ((feature >> 32) * buckets) >> 32; }

inline std::size_t table_offset(std::size_t strings) { return (sizeof(Header) + strings + kBucket - 1) / kBucket * kBucket; }
inline std::uint64_t buckets_for(std::uint64_t rows, const Layout& layout) { return rows * 10 / (7 * layout.rows) + 2; }

}  // namespace greffier::model_file
