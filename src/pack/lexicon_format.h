// The layout of a lexicon file, shared by its reader (lexicon.cpp) and its writer (build_lexicon.cpp).
//
// Little-endian. A header, then the sections in the order of `Section`, each at a multiple of 8 bytes. The checksum covers
// the whole file.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/strings.h"
#include "greffier/grammar.h"

namespace greffier::lexicon_format {

static_assert(std::endian::native == std::endian::little, "lexicon files are read in place");

inline constexpr std::array<char, 8> kMagic = {'G', 'R', 'E', 'F', 'L', 'E', 'X', '\n'};
inline constexpr std::uint32_t kVersion = 2;
inline constexpr unsigned kEntryBits = 18;  // of a slot; the other 14 are the form's fingerprint
inline constexpr std::size_t kLongestSuffix = 8;  // bytes that the rules for the ends of words look at

enum Section : std::size_t { kSlots, kEntries, kAnalyses, kTags, kRules, kEndings, kSuffixes, kSections };

struct Place {
  std::uint32_t offset;  // in bytes from the start of the file
  std::uint32_t count;   // of items
};

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t size;  // of the whole file
  std::uint64_t checksum;
  std::uint32_t tag_classes;
  std::uint32_t morph_classes;
  std::array<Place, kSections> sections;
};

struct EntryRecord {
  std::uint32_t first = 0;  // into the analyses
  std::uint16_t count = 0;
  std::uint16_t tags = 0;
  std::uint16_t morph = 0;
  std::uint16_t unused = 0;
  std::uint32_t bits = 0;
};

struct Analysis {
  std::uint16_t tag;   // line of the section of tags
  std::uint16_t rule;  // how the lemma is made
  friend auto operator<=>(const Analysis&, const Analysis&) = default;
};

struct Rule {  // the lemma is the form without its last `strip` bytes, and then the ending
  std::uint8_t strip;
  std::uint8_t length;  // of the ending
  std::uint16_t unused;
  std::uint32_t ending;  // offset into the section of endings
};

struct SuffixSlot {
  std::uint32_t key;  // 0: empty
  std::uint32_t rule;
};

// FNV-1a spreads short strings badly over the high bits; this finishes the job (MurmurHash3's finaliser).
constexpr std::uint64_t mix(std::uint64_t h) {
  h = (h ^ h >> 33) * 0xff51afd7ed558ccdULL;
  h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53ULL;
  return h ^ h >> 33;
}

struct Probe {
  std::size_t slot;
  std::uint32_t mark;  // the fingerprint in its place in a slot
};

inline Probe probe(std::string_view folded, std::size_t slots) {
  const std::uint64_t h = mix(hash(folded));
  const auto high = static_cast<std::uint32_t>(h >> 32);
  return {static_cast<std::size_t>((static_cast<std::uint64_t>(high) * slots) >> 32), static_cast<std::uint32_t>(h)
                                                                                          << kEntryBits};
}

// What the rules for the ends of words tell apart: the part of speech alone, or with the features that endings show.
inline std::uint32_t coarse_key(Upos upos) { return static_cast<std::uint32_t>(upos) + 1; }
inline std::uint32_t fine_key(Upos upos, const Feats& f) {
  const auto n = [](auto value) { return static_cast<std::uint32_t>(value); };
  return coarse_key(upos) | n(f.number) << 5 | n(f.gender) << 7 | n(f.verb_form) << 9 | n(f.mood) << 12 | n(f.tense) << 15 |
         n(f.person) << 18;
}

// Never 0.
inline std::uint32_t suffix_key(std::uint32_t key, std::string_view suffix) {
  return static_cast<std::uint32_t>(mix(hash(suffix, 0xcbf29ce484222325ULL ^ key))) | 1u;
}

// A checksum of a whole file by words of 8 bytes, its own place left out: damage anywhere changes it.
inline std::uint64_t checksum(Header header, const std::byte* data, std::size_t size) {
  header.checksum = 0;
  std::array<std::uint64_t, sizeof(Header) / 8> words;
  static_assert(sizeof words == sizeof header);
  std::memcpy(words.data(), &header, sizeof header);
  std::uint64_t sum = size;
  for (const std::uint64_t word : words) sum = std::rotl((sum ^ word) * 0x9e3779b97f4a7c15ULL, 29);
  for (std::size_t at = 0; at < size; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, data + at, size - at < 8 ? size - at : 8);
    sum = std::rotl((sum ^ word) * 0x9e3779b97f4a7c15ULL, 29);
  }
  return mix(sum);
}

}  // namespace greffier::lexicon_format
