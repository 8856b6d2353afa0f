#include "pack/phrase_table.h"

#include <algorithm>
#include <bit>

namespace greffier {
namespace {

constexpr std::size_t kFewest = 64;

std::size_t place(std::uint64_t key, std::size_t slots) {
  return static_cast<std::size_t>((key ^ key >> 32) * 0x9E3779B97F4A7C15ULL >> 20) & (slots - 1);
}

// The end of the word that begins at `at`: before white space, behind a hyphen or an apostrophe.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != ' ' && text[at] != '-' && text[at] != '\'') ++at;
  return std::min(at + 1, text.size());
}

}  // namespace

void PhraseTable::reserve(std::size_t phrases) {
  values_.reserve(phrases);
  grow(std::bit_ceil(phrases * 3));
}

void PhraseTable::add(std::string_view phrase, std::uint32_t number) {
  Fingerprint sum;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = word_end(phrase, at);
    sum = sum + fingerprint(phrase.substr(at, end - at));
    at = end;
    if (!sum.empty() && at < phrase.size()) claim(sum.hash);
  }
  add(sum, number);
}

void PhraseTable::add(Fingerprint phrase, std::uint32_t number) {
  if (phrase.empty()) return;
  Slot& slot = claim(phrase.hash);
  if (slot.last != kNone && values_[slot.last].number == number) return;
  const auto added = static_cast<Index>(values_.size());
  values_.push_back({number, kNone});
  (slot.first == kNone ? slot.first : values_[slot.last].next) = added;
  slot.last = added;
}

PhraseTable::Hit PhraseTable::longest(std::span<const Fingerprint> words, Index begin, Index end) const {
  Hit best;
  Fingerprint sum;
  for (Index at = begin; at < end; ++at) {
    if (words[at].empty()) continue;
    sum = sum + words[at];
    const Slot* found = slot(sum.hash);
    if (found == nullptr) break;
    if (found->first != kNone) best = {{begin, at + 1}, found->first};
  }
  return best;
}

Index PhraseTable::find(Fingerprint phrase) const {
  const Slot* found = phrase.empty() ? nullptr : slot(phrase.hash);
  return found == nullptr ? kNone : found->first;
}

PhraseTable::Slot& PhraseTable::claim(std::uint64_t key) {
  if (used_ * 2 >= slots_.size()) grow(slots_.empty() ? kFewest : slots_.size() * 2);
  std::size_t at = place(key, slots_.size());
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  if (slots_[at].key == 0) ++used_;
  slots_[at].key = key;
  return slots_[at];
}

const PhraseTable::Slot* PhraseTable::slot(std::uint64_t key) const {
  if (slots_.empty()) return nullptr;
  for (std::size_t at = place(key, slots_.size()); slots_[at].key != 0; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].key == key) return &slots_[at];
  return nullptr;
}

void PhraseTable::grow(std::size_t slots) {
  if (slots <= slots_.size()) return;
  std::vector<Slot> old(slots);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.key == 0) continue;
    std::size_t at = place(slot.key, slots_.size());
    while (slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

}  // namespace greffier
