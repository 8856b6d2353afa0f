#include "stages/names/consistency.h"

#include <algorithm>
#include <array>

namespace greffier::names {
namespace {

// One string that was found as a name, with its votes by type.
struct Name {
  std::uint64_t key;
  std::array<unsigned, 4> votes{};
  EntityType winner() const { return static_cast<EntityType>(std::max_element(votes.begin(), votes.end()) - votes.begin()); }
};

std::uint64_t key_of(const std::vector<Fingerprint>& words, TokenRange tokens) {
  Fingerprint sum;
  for (Index t = tokens.begin; t < tokens.end; ++t) sum = sum + words[t];
  return sum.hash;
}

std::vector<Name> votes_of(const std::vector<Fingerprint>& words, const Document& d) {
  std::vector<std::pair<std::uint64_t, EntityType>> cast;
  for (const Mention& m : d.mentions) cast.emplace_back(key_of(words, m.tokens), m.type);
  std::sort(cast.begin(), cast.end());
  std::vector<Name> names;
  for (const auto& [key, type] : cast) {
    if (names.empty() || names.back().key != key) names.push_back({key});
    ++names.back().votes[static_cast<std::size_t>(type)];
  }
  return names;
}

const Name* find(const std::vector<Name>& names, std::uint64_t key) {
  const auto at = std::lower_bound(names.begin(), names.end(), key, [](const Name& n, std::uint64_t k) { return n.key < k; });
  return at != names.end() && at->key == key ? &*at : nullptr;
}

bool free_between(const std::vector<std::uint8_t>& taken, TokenRange tokens) {
  return std::none_of(taken.begin() + tokens.begin, taken.begin() + tokens.end, [](std::uint8_t t) { return t != 0; });
}

// The last words of persons' names of several words, sorted.
std::vector<std::uint64_t> last_names(const std::vector<Fingerprint>& words, const Document& d) {
  std::vector<std::uint64_t> out;
  for (const Mention& m : d.mentions)
    if (m.type == EntityType::per && m.tokens.size() > 1) out.push_back(words[m.tokens.end - 1].hash);
  std::sort(out.begin(), out.end());
  return out;
}

// A person's last name that is also a country's or a town's ("Hollande") is the person's, unless it stands behind "in".
void give_last_names(const std::vector<Fingerprint>& words, Document& d) {
  const std::vector<std::uint64_t> names = last_names(words, d);
  for (Mention& m : d.mentions) {
    if (m.type != EntityType::loc || m.tokens.size() != 1 ||
        !std::binary_search(names.begin(), names.end(), words[m.tokens.begin].hash))
      continue;
    const Upos before = m.tokens.begin == 0 ? Upos::X : d.tokens[m.tokens.begin - 1].upos;
    if (before != Upos::ADP && before != Upos::DET) m.type = EntityType::per;
  }
}

constexpr std::size_t kLongest = 6;  // words of a name that is looked for again

// Adds the names that stand elsewhere as such; the longest at each capital that is not yet part of one.
void add_missed(const std::vector<Name>& names, const std::vector<Fingerprint>& words, const ClueSheet& sheet, Document& d) {
  std::vector<std::uint8_t> taken(d.tokens.size(), 0);
  for (const Mention& m : d.mentions) std::fill(taken.begin() + m.tokens.begin, taken.begin() + m.tokens.end, std::uint8_t{1});
  const std::size_t found = d.mentions.size();
  for (std::size_t s = 0; s + 1 < sheet.first.size(); ++s)
    for (std::size_t i = sheet.first[s]; i < sheet.first[s + 1]; ++i) {
      const Clue& clue = sheet.clues[i];
      if (!clue.capital() || taken[clue.token] != 0 || clue.length < 2) continue;
      for (std::size_t end = std::min<std::size_t>(i + kLongest, sheet.first[s + 1]); end > i; --end) {
        const Index after = end < sheet.clues.size() ? sheet.clues[end].token : static_cast<Index>(d.tokens.size());
        if (words[sheet.clues[end - 1].token].empty()) continue;  // a mark is not the end of a name
        const TokenRange tokens{clue.token, after};
        const Name* name = free_between(taken, tokens) ? find(names, key_of(words, tokens)) : nullptr;
        if (name == nullptr || (end == i + 1 && (clue.context & kSmallElsewhere) != 0)) continue;
        std::fill(taken.begin() + tokens.begin, taken.begin() + tokens.end, std::uint8_t{1});
        d.mentions.push_back({d.place_of(tokens), tokens, kNone, MentionKind::name, name->winner(), d.mentions.front().origin});
        break;
      }
    }
  if (d.mentions.size() > found)
    std::sort(d.mentions.begin(), d.mentions.end(), [](const Mention& a, const Mention& b) { return a.place < b.place; });
}

}  // namespace

void make_consistent(const std::vector<Fingerprint>& words, const ClueSheet& sheet, Document& d) {
  if (d.mentions.empty()) return;
  give_last_names(words, d);
  const std::vector<Name> names = votes_of(words, d);
  for (Mention& m : d.mentions)
    if (const Name* name = find(names, key_of(words, m.tokens))) m.type = name->winner();
  add_missed(names, words, sheet, d);
}

}  // namespace greffier::names
