// The forms of one language with their analyses: part of speech, features, lemma. Mapped from a file, read in place.
//
// Forms are looked up folded (utf8::fold). A look-up costs one hash and allocates nothing. docs/formats/lexicon.md is the
// manual of the file; build_lexicon() writes it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "greffier/grammar.h"
#include "pack/lexicon_format.h"

namespace greffier {

class Lexicon {
 public:
  using Entry = std::uint32_t;  // what forms with the same analyses share; 0: the form is not known
  using Analysis = lexicon_format::Analysis;

  // What the lexicon says of a form, as small numbers for a model's features. All 0 for an unknown form.
  struct Classes {
    std::uint16_t tags = 0;   // the set of its parts of speech, verbs told apart by their form (< tag_class_count())
    std::uint16_t morph = 0;  // the set of its parts of speech with all features (< morph_class_count())
    std::uint32_t bits = 0;   // the same set, coarsely: see LexiconBit
  };

  // Throws Error{pack} where the file is cut short, damaged or of another version.
  explicit Lexicon(const std::filesystem::path& path);

  Entry find(std::string_view folded) const;
  Classes classes(Entry entry) const;
  Classes classes(std::string_view folded) const { return classes(find(folded)); }
  std::size_t tag_class_count() const { return tag_classes_; }
  std::size_t morph_class_count() const { return morph_classes_; }

  // All analyses of an entry, the commonest first; those that only a treebank shows are among them, although they have no
  // part in the classes (so that a tagger trained on that treebank does not learn to trust them).
  std::span<const Analysis> analyses(Entry entry) const;
  Upos upos(const Analysis& analysis) const { return tags_[analysis.tag].upos; }
  const Feats& feats(const Analysis& analysis) const { return tags_[analysis.tag].feats; }

  // Appends the lemma of a word so tagged to `out`: by its nearest analysis, else by the rules for the ends of words.
  void lemma(std::string_view folded, Upos upos, const Feats& feats, std::string& out) const;

 private:
  struct Tag {
    Upos upos = Upos::X;
    Feats feats;
  };
  const lexicon_format::EntryRecord& record(Entry entry) const { return entries_[entry < entries_.size() ? entry : 0]; }
  const Analysis* nearest(Entry entry, Upos upos, const Feats& feats) const;
  std::uint32_t suffix_rule(std::string_view folded, std::uint32_t key) const;
  void apply(std::uint32_t rule, std::string_view folded, std::string& out) const;
  void read_tags(std::string_view text);
  void check_ranges(const std::filesystem::path& path) const;

  MappedFile file_;
  std::span<const std::uint32_t> slots_;
  std::span<const lexicon_format::EntryRecord> entries_;
  std::span<const Analysis> analyses_;
  std::span<const lexicon_format::Rule> rules_;
  std::span<const lexicon_format::SuffixSlot> suffixes_;
  std::string_view endings_;  // the text that rules append
  std::vector<Tag> tags_;
  std::size_t tag_classes_ = 1;
  std::size_t morph_classes_ = 1;
};

// Bits of Lexicon::Classes::bits: bit n (< 17) is the part of speech n of Upos; the others say what some analysis has.
enum LexiconBit : std::uint32_t {
  kFinite = 1u << 17, kInfinitive = 1u << 18, kPastParticiple = 1u << 19, kPresentParticiple = 1u << 20,
  kMasculine = 1u << 21, kFeminine = 1u << 22, kSingular = 1u << 23, kPlural = 1u << 24,
  kFirstPerson = 1u << 25, kSecondPerson = 1u << 26, kThirdPerson = 1u << 27, kSubjunctive = 1u << 28
};

}  // namespace greffier
