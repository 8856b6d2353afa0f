// Look-ups in a lexicon file.
//
// A hash table whose slots hold no strings: 14 bits of fingerprint and the number of an entry. An entry is a set of analyses
// that many forms share, since a lemma is written as a change of the word's end ("strip 2, add 'er'", as in Morfologik and
// UDPipe): half a million forms take about 3 MB. An unknown form is taken for a known one about once in 10,000 look-ups.
// The checksum is verified at the start (about 1 ms a MB), and every index that the file holds is checked once there, so
// that look-ups need not. Tested in tests/unit/lexicon_test.cpp.
#include "pack/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "greffier/error.h"

namespace greffier {
namespace {

using namespace lexicon_format;

[[noreturn]] void damaged(const std::filesystem::path& path, std::string_view what) {
  throw Error(ErrorCode::pack, fmt::format("{}: {}; make it anew with 'greffier train lexicon'", path.string(), what));
}

Header read_header(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  Header header;
  if (bytes.size() < sizeof header) damaged(path, "is cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic) damaged(path, "is no lexicon");
  if (header.version != kVersion) damaged(path, fmt::format("is of version {}, not {}", header.version, kVersion));
  if (header.size != bytes.size()) damaged(path, fmt::format("has {} bytes instead of {}", bytes.size(), header.size));
  if (header.checksum != checksum(header, bytes.data() + sizeof header, bytes.size() - sizeof header))
    damaged(path, "is damaged (its checksum is wrong)");
  return header;
}

template <class Item>
std::span<const Item> section(const std::filesystem::path& path, std::span<const std::byte> bytes, const Header& header,
                              Section which) {
  const Place place = header.sections[which];
  const std::uint64_t end = place.offset + static_cast<std::uint64_t>(place.count) * sizeof(Item);
  if (place.offset % 8 != 0 || end > bytes.size()) damaged(path, "has a section outside the file");
  return {reinterpret_cast<const Item*>(bytes.data() + place.offset), place.count};
}

int likeness(const Feats& a, const Feats& b) {
  return 8 * (a.verb_form == b.verb_form) + 4 * (a.mood == b.mood) + 4 * (a.tense == b.tense) + 2 * (a.number == b.number) +
         2 * (a.person == b.person) + 2 * (a.gender == b.gender) + (a.pron_type == b.pron_type) + (a.poss == b.poss);
}

// The open classes, whose unknown words are led back to a lemma by their ends.
bool inflected(Upos u) { return u == Upos::NOUN || u == Upos::ADJ || u == Upos::VERB || u == Upos::AUX || u == Upos::ADV; }

bool kin(Upos a, Upos b) {
  const auto verbal = [](Upos u) { return u == Upos::VERB || u == Upos::AUX; };
  return verbal(a) && verbal(b);
}

}  // namespace

Lexicon::Lexicon(const std::filesystem::path& path) : file_(path) {
  const auto bytes = file_.bytes();
  const Header header = read_header(path, bytes);
  slots_ = section<std::uint32_t>(path, bytes, header, kSlots);
  entries_ = section<EntryRecord>(path, bytes, header, kEntries);
  analyses_ = section<Analysis>(path, bytes, header, kAnalyses);
  rules_ = section<Rule>(path, bytes, header, kRules);
  suffixes_ = section<SuffixSlot>(path, bytes, header, kSuffixes);
  const auto endings = section<char>(path, bytes, header, kEndings);
  const auto tags = section<char>(path, bytes, header, kTags);
  endings_ = {endings.data(), endings.size()};
  tag_classes_ = header.tag_classes;
  morph_classes_ = header.morph_classes;
  read_tags({tags.data(), tags.size()});
  check_ranges(path);
}

void Lexicon::read_tags(std::string_view text) {
  for (std::string_view line : split_lines(text)) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    tags_.push_back(
        {upos_from(line.substr(0, blank)).value_or(Upos::X), feats_from(line.substr(std::min(blank + 1, line.size())))});
  }
}

void Lexicon::check_ranges(const std::filesystem::path& path) const {
  const auto entry_sound = [&](const EntryRecord& e) {
    return e.first + std::uint64_t{e.count} <= analyses_.size() && e.tags < tag_classes_ && e.morph < morph_classes_;
  };
  const auto analysis_sound = [&](const Analysis& a) { return a.tag < tags_.size() && a.rule < rules_.size(); };
  const auto rule_sound = [&](const Rule& r) { return r.ending + std::uint64_t{r.length} <= endings_.size(); };
  const auto suffix_sound = [&](const SuffixSlot& s) { return s.key == 0 || s.rule < rules_.size(); };
  // A table without an empty slot would never end a search.
  const bool tables_sound = std::any_of(slots_.begin(), slots_.end(), [](std::uint32_t s) { return s == 0; }) &&
                            std::any_of(suffixes_.begin(), suffixes_.end(), [](const SuffixSlot& s) { return s.key == 0; });
  if (entries_.empty() || entries_[0].count != 0 || rules_.empty() || !tables_sound ||
      !std::all_of(entries_.begin(), entries_.end(), entry_sound) || !std::all_of(rules_.begin(), rules_.end(), rule_sound) ||
      !std::all_of(analyses_.begin(), analyses_.end(), analysis_sound) ||
      !std::all_of(suffixes_.begin(), suffixes_.end(), suffix_sound))
    damaged(path, "contradicts itself");
}

Lexicon::Entry Lexicon::find(std::string_view folded) const {
  constexpr std::uint32_t kEntryMask = (1u << kEntryBits) - 1;
  auto [at, mark] = probe(folded, slots_.size());
  for (std::uint32_t slot; (slot = slots_[at]) != 0; at = at + 1 == slots_.size() ? 0 : at + 1)
    if ((slot & ~kEntryMask) == mark) return slot & kEntryMask;
  return 0;
}

Lexicon::Classes Lexicon::classes(Entry entry) const {
  const EntryRecord& e = record(entry);
  return {e.tags, e.morph, e.bits};
}

std::span<const Lexicon::Analysis> Lexicon::analyses(Entry entry) const {
  const EntryRecord& e = record(entry);
  return analyses_.subspan(e.first, e.count);
}

const Lexicon::Analysis* Lexicon::nearest(Entry entry, Upos wanted, const Feats& wanted_feats) const {
  const Analysis* best = nullptr;
  int most = -1;
  for (const Analysis& a : analyses(entry)) {
    const bool same = upos(a) == wanted;
    if (!same && !kin(upos(a), wanted)) continue;
    const int score = 32 * same + likeness(feats(a), wanted_feats);
    if (score > most) best = &a, most = score;
  }
  return best;
}

std::uint32_t Lexicon::suffix_rule(std::string_view folded, std::uint32_t key) const {
  for (std::size_t length = std::min(folded.size(), kLongestSuffix) + 1; length-- > 0;) {
    const std::uint32_t wanted = suffix_key(key, folded.substr(folded.size() - length));
    for (std::size_t at = wanted % suffixes_.size(); suffixes_[at].key != 0; at = at + 1 == suffixes_.size() ? 0 : at + 1)
      if (suffixes_[at].key == wanted) return suffixes_[at].rule;
  }
  return static_cast<std::uint32_t>(rules_.size());
}

void Lexicon::apply(std::uint32_t rule, std::string_view folded, std::string& out) const {
  // A rule for endings may meet a word that it does not fit, whose last letters are wider than those it was learned from.
  const auto fits = [&](const Rule& r) {
    return r.strip <= folded.size() &&
           (r.strip == 0 || (static_cast<unsigned char>(folded[folded.size() - r.strip]) & 0xC0) != 0x80);
  };
  if (rule >= rules_.size() || !fits(rules_[rule])) {
    out += folded;
    return;
  }
  const Rule& r = rules_[rule];
  out += folded.substr(0, folded.size() - r.strip);
  out += endings_.substr(r.ending, r.length);
}

void Lexicon::lemma(std::string_view folded, Upos upos, const Feats& feats, std::string& out) const {
  const Entry entry = find(folded);
  if (const Analysis* known = nearest(entry, upos, feats)) return apply(known->rule, folded, out);
  if (!inflected(upos)) return apply(entry != 0 ? analyses(entry)[0].rule : 0u, folded, out);
  std::uint32_t rule = suffix_rule(folded, fine_key(upos, feats));
  if (rule >= rules_.size()) rule = suffix_rule(folded, coarse_key(upos));
  apply(rule, folded, out);
}

}  // namespace greffier
