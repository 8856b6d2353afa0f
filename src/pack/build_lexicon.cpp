// Makes a lexicon file: groups the lines by folded form, writes each lemma as a change of the form's end, shares equal sets
// of analyses, and learns which change fits which ending for the words that no line has.
//
// The rules for endings: for every ending of up to kLongestSuffix bytes, the commonest change among the forms that have it,
// left out where the next shorter ending already says the same. Sorting throughout, no order of hash tables: the same
// lines give the same bytes. Tested in tests/unit/lexicon_test.cpp.
#include "pack/build_lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "base/mapped_file.h"
#include "base/utf8.h"
#include "greffier/error.h"
#include "pack/lexicon.h"

namespace greffier {
namespace {

using namespace lexicon_format;

struct Line {
  std::string form;
  Upos upos;
  Feats feats;
  std::string tag;  // "NOUN Gender=Fem|Number=Sing"
  std::string lemma;
  std::uint32_t count;
};

Line read_line(std::string_view text, std::string_view name, std::size_t number) {
  const auto parts = split(text, '\t');
  const auto fail = [&](std::string_view what) { throw Error(ErrorCode::input, fmt::format("{}:{}: {}", name, number, what)); };
  if (parts.size() != 5) fail("needs form, part of speech, features, lemma and count, set apart by tabs");
  const auto upos = upos_from(parts[1]);
  if (!upos) fail(fmt::format("'{}' is no part of speech", parts[1]));
  Line line{utf8::folded(parts[0]), *upos, feats_from(parts[2]), {}, std::string(parts[3]), 0};
  line.tag = fmt::format("{} {}", spelling(line.upos), spelling(line.feats));
  const auto [end, error] = std::from_chars(parts[4].data(), parts[4].data() + parts[4].size(), line.count);
  if (error != std::errc() || end != parts[4].data() + parts[4].size()) fail(fmt::format("'{}' is no count", parts[4]));
  return line;
}

std::vector<Line> read_lines(std::string_view text, std::string_view name) {
  std::vector<Line> lines;
  std::size_t number = 0;
  for (std::string_view each : split_lines(text))
    if (++number; !trim(each).empty()) lines.push_back(read_line(each, name, number));
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.form < b.form; });
  return lines;
}

// Numbers for strings in the order of their first use.
template <class Key>
class Numbers {
 public:
  std::uint32_t of(const Key& key) {
    const auto [at, added] = numbers_.try_emplace(key, static_cast<std::uint32_t>(keys_.size()));
    if (added) keys_.push_back(key);
    return at->second;
  }
  const std::vector<Key>& keys() const { return keys_; }

 private:
  std::map<Key, std::uint32_t> numbers_;
  std::vector<Key> keys_;
};

using Change = std::pair<std::uint8_t, std::string>;  // bytes to strip, ending to append

Change change_of(std::string_view form, std::string_view lemma) {
  std::size_t same =
      static_cast<std::size_t>(std::mismatch(form.begin(), form.end(), lemma.begin(), lemma.end()).first - form.begin());
  while (same > 0 && same < form.size() && (static_cast<std::uint8_t>(form[same]) & 0xC0) == 0x80) --same;
  return {static_cast<std::uint8_t>(form.size() - same), std::string(lemma.substr(same))};
}

std::uint32_t bits_of(Upos upos, const Feats& f) {
  std::uint32_t bits = 1u << static_cast<unsigned>(upos);
  const auto add = [&bits](bool holds, LexiconBit bit) { bits |= holds ? bit : 0u; };
  add(f.verb_form == VerbForm::Fin, kFinite), add(f.verb_form == VerbForm::Inf, kInfinitive);
  add(f.verb_form == VerbForm::Part && f.tense == Tense::Past, kPastParticiple);
  add(f.verb_form == VerbForm::Part && f.tense == Tense::Pres, kPresentParticiple);
  add(f.gender == Gender::Masc, kMasculine), add(f.gender == Gender::Fem, kFeminine);
  add(f.number == Number::Sing, kSingular), add(f.number == Number::Plur, kPlural);
  add(f.person == Person::First, kFirstPerson), add(f.person == Person::Second, kSecondPerson);
  add(f.person == Person::Third, kThirdPerson), add(f.mood == Mood::Sub, kSubjunctive);
  return bits;
}

class Builder {
 public:
  explicit Builder(const std::vector<Line>& lines) {
    changes_.of({0, ""});  // rule 0: the lemma is the form
    sets_.of({});          // entry 0: unknown
    tag_sets_.of(0);
    morph_sets_.of({});
    records_.push_back({});
    for (std::size_t first = 0, last; first < lines.size(); first = last) {
      for (last = first; last < lines.size() && lines[last].form == lines[first].form;) ++last;
      add_form(std::span(lines).subspan(first, last - first));
    }
  }

  std::string file();

 private:
  using Set = std::vector<Analysis>;
  struct Seen {
    std::uint32_t key;
    std::string_view form;
    std::uint32_t rule;
  };

  void add_form(std::span<const Line> lines);
  void learn(const Line& line, std::string_view form, std::uint32_t rule) {
    seen_.push_back({fine_key(line.upos, line.feats), form, rule});
    seen_.push_back({coarse_key(line.upos), form, rule});
  }
  std::uint32_t entry_of(const Set& all, const Set& known, std::uint32_t bits);
  std::vector<std::uint32_t> slots() const;
  std::vector<SuffixSlot> suffixes() const;

  Numbers<std::string> tags_;
  Numbers<Change> changes_;
  Numbers<std::pair<Set, Set>> sets_;  // all analyses, those of the dictionary
  Numbers<std::uint32_t> tag_sets_;
  Numbers<std::vector<std::uint16_t>> morph_sets_;
  std::vector<EntryRecord> records_;
  std::vector<Analysis> analyses_;
  std::vector<std::pair<std::string_view, std::uint32_t>> forms_;  // with their entries
  std::vector<Seen> seen_;  // what the rules for endings are learned from
};

std::uint32_t Builder::entry_of(const Set& all, const Set& known, std::uint32_t bits) {
  const std::uint32_t entry = sets_.of({all, known});
  if (entry < records_.size()) return entry;
  std::vector<std::uint16_t> morph;
  for (const Analysis& a : known) morph.push_back(a.tag);
  std::sort(morph.begin(), morph.end());
  morph.erase(std::unique(morph.begin(), morph.end()), morph.end());
  constexpr std::uint32_t kTagBits = (1u << 21) - 1;
  records_.push_back({static_cast<std::uint32_t>(analyses_.size()), static_cast<std::uint16_t>(all.size()),
                      static_cast<std::uint16_t>(tag_sets_.of(bits & kTagBits)),
                      static_cast<std::uint16_t>(morph_sets_.of(morph)), 0, bits});
  analyses_.insert(analyses_.end(), all.begin(), all.end());
  return entry;
}

// The analyses of one form, the commonest first; lines that say the same count together.
void Builder::add_form(std::span<const Line> lines) {
  struct Counted {
    Analysis analysis;
    std::uint32_t count;
    bool known;
  };
  std::vector<Counted> all;
  const std::string_view form = lines[0].form;
  std::uint32_t bits = 0;
  for (const Line& line : lines) {
    if (form.empty() || form.size() > 255 || line.lemma.empty() || line.lemma.size() > 255) continue;
    const bool name = line.upos == Upos::PROPN;  // the lemma of a name is the name as it is written: nothing to learn
    const auto rule = static_cast<std::uint16_t>(name ? 0 : changes_.of(change_of(form, line.lemma)));
    const Analysis analysis{static_cast<std::uint16_t>(tags_.of(line.tag)), rule};
    auto at = std::find_if(all.begin(), all.end(), [&](const Counted& c) { return c.analysis == analysis; });
    if (at == all.end()) {
      at = all.insert(at, {analysis, 0, false});
      if (!name) learn(line, form, rule);
    }
    at->count += line.count;
    if (line.count == 0) at->known = true, bits |= bits_of(line.upos, line.feats);
  }
  if (all.empty()) return;
  std::stable_sort(all.begin(), all.end(), [](const Counted& a, const Counted& b) { return a.count > b.count; });
  Set set, known;
  for (const Counted& c : all) {
    set.push_back(c.analysis);
    if (c.known) known.push_back(c.analysis);
  }
  std::sort(known.begin(), known.end());
  forms_.emplace_back(form, entry_of(set, known, bits));
}

std::vector<std::uint32_t> Builder::slots() const {
  std::vector<std::uint32_t> table(forms_.size() + forms_.size() / 3 + 2, 0);
  for (const auto& [form, entry] : forms_) {
    auto [at, mark] = probe(form, table.size());
    while (table[at] != 0) at = at + 1 == table.size() ? 0 : at + 1;
    table[at] = mark | entry;
  }
  return table;
}

// The commonest value of a sorted run of (value) with its count.
std::pair<std::uint32_t, std::size_t> commonest(std::span<const std::uint32_t> sorted) {
  std::pair<std::uint32_t, std::size_t> best{0, 0};
  for (std::size_t first = 0, last; first < sorted.size(); first = last) {
    for (last = first; last < sorted.size() && sorted[last] == sorted[first];) ++last;
    if (last - first > best.second) best = {sorted[first], last - first};
  }
  return best;
}

std::vector<SuffixSlot> Builder::suffixes() const {
  constexpr std::size_t kLeast = 3;  // forms that must have an ending before it is a rule
  std::map<std::uint32_t, std::uint32_t> rules;  // key of an ending to the change
  for (std::size_t length = 0; length <= kLongestSuffix; ++length) {
    std::vector<std::tuple<std::uint32_t, std::string_view, std::uint32_t>> ends;
    for (const Seen& s : seen_)
      if (s.form.size() >= length) ends.emplace_back(s.key, s.form.substr(s.form.size() - length), s.rule);
    std::sort(ends.begin(), ends.end());
    std::vector<std::uint32_t> here;
    for (std::size_t first = 0, last; first < ends.size(); first = last) {
      const auto& [key, ending, unused] = ends[first];
      here.clear();
      for (last = first; last < ends.size() && std::get<0>(ends[last]) == key && std::get<1>(ends[last]) == ending; ++last)
        here.push_back(std::get<2>(ends[last]));
      if (here.size() < kLeast) continue;
      const std::uint32_t rule = commonest(here).first;
      std::uint32_t shorter = UINT32_MAX;
      for (std::size_t n = length; n-- > 0 && shorter == UINT32_MAX;)
        if (const auto at = rules.find(suffix_key(key, ending.substr(length - n))); at != rules.end()) shorter = at->second;
      if (rule != shorter) rules.try_emplace(suffix_key(key, ending), rule);
    }
  }
  std::vector<SuffixSlot> table(rules.size() * 3 / 2 + 2, SuffixSlot{0, 0});
  for (const auto& [key, rule] : rules) {
    std::size_t at = key % table.size();
    while (table[at].key != 0) at = at + 1 == table.size() ? 0 : at + 1;
    table[at] = {key, rule};
  }
  return table;
}

template <class Item>
void put(std::string& bytes, Header& header, Section which, std::span<const Item> items) {
  bytes.resize((bytes.size() + 7) / 8 * 8, '\0');
  header.sections[which] = {static_cast<std::uint32_t>(bytes.size()), static_cast<std::uint32_t>(items.size())};
  bytes.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
}

std::string Builder::file() {
  constexpr std::size_t kMost = UINT16_MAX;
  if (records_.size() >= 1u << kEntryBits || changes_.keys().size() > kMost || tags_.keys().size() > kMost ||
      morph_sets_.keys().size() > kMost)
    throw Error(ErrorCode::input, "too many different analyses for one lexicon");
  std::string tags, endings;
  for (const std::string& tag : tags_.keys()) tags += tag + "\n";
  std::vector<Rule> rules;
  for (const auto& [strip, ending] : changes_.keys()) {
    rules.push_back({strip, static_cast<std::uint8_t>(ending.size()), 0, static_cast<std::uint32_t>(endings.size())});
    endings += ending;
  }
  Header header{kMagic,
                kVersion,
                0,
                0,
                static_cast<std::uint32_t>(tag_sets_.keys().size()),
                static_cast<std::uint32_t>(morph_sets_.keys().size()),
                {}};
  std::string bytes(sizeof header, '\0');
  const auto slot_table = slots();
  const auto suffix_table = suffixes();
  put(bytes, header, kSlots, std::span<const std::uint32_t>(slot_table));
  put(bytes, header, kEntries, std::span<const EntryRecord>(records_));
  put(bytes, header, kAnalyses, std::span<const Analysis>(analyses_));
  put(bytes, header, kTags, std::span<const char>(tags));
  put(bytes, header, kRules, std::span<const Rule>(rules));
  put(bytes, header, kEndings, std::span<const char>(endings));
  put(bytes, header, kSuffixes, std::span<const SuffixSlot>(suffix_table));
  header.size = static_cast<std::uint32_t>(bytes.size());
  header.checksum =
      checksum(header, reinterpret_cast<const std::byte*>(bytes.data()) + sizeof header, bytes.size() - sizeof header);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

}  // namespace

std::string build_lexicon(std::string_view text, std::string_view name) {
  const std::vector<Line> lines = read_lines(text, name);
  return Builder(lines).file();
}

void build_lexicon(const std::vector<std::filesystem::path>& from, const std::filesystem::path& to) {
  std::string text;
  for (const auto& path : from) text += read_file(path);
  write_file(to, build_lexicon(text, from.size() == 1 ? from[0].string() : "lexicon lines"));
}

}  // namespace greffier
