// The templates of the tagger, after Collins (2002) and the ones usual since, with the lexicon's classes of the words from
// -1 to +2. Each unigram part is hashed once for each word (word_parts.h); a template mixes up to four of them.
// What each group is worth stands in docs/grammar.md.
#include "learn/tagger.h"

namespace greffier {
namespace {

constexpr std::uint64_t kQuickTagKind = 1000, kQuickMorphKind = 1100;

const TagWord kOutside{WordParts{1, {1, 1, 1, 1}, {1, 1, 1}, 1, 1, 1}, Upos::X, Feats()};

const TagWord& at(std::span<const TagWord> words, std::size_t i, int offset) {
  const auto k = static_cast<std::ptrdiff_t>(i) + offset;
  return k < 0 || k >= static_cast<std::ptrdiff_t>(words.size()) ? kOutside : words[static_cast<std::size_t>(k)];
}

std::uint64_t tag_of(std::span<const TagWord> words, std::size_t i, int offset) {
  const auto k = static_cast<std::ptrdiff_t>(i) + offset;
  if (k < 0 || k >= static_cast<std::ptrdiff_t>(words.size())) return 31;
  return static_cast<std::uint64_t>(words[static_cast<std::size_t>(k)].upos);
}

std::uint32_t agreement(const Feats& f) {
  return static_cast<std::uint32_t>(f.gender) | static_cast<std::uint32_t>(f.number) << 2 |
         static_cast<std::uint32_t>(f.person) << 4;
}

std::uint32_t verbal(const Feats& f) {
  return static_cast<std::uint32_t>(f.verb_form) | static_cast<std::uint32_t>(f.mood) << 3 |
         static_cast<std::uint32_t>(f.tense) << 6;
}

void tag_features_of_forms(std::span<const TagWord> words, std::size_t i, FeatureList& out) {
  const WordParts &w = words[i].parts, &l = at(words, i, -1).parts, &l2 = at(words, i, -2).parts;
  const WordParts &r = at(words, i, 1).parts, &r2 = at(words, i, 2).parts;
  std::uint64_t kind = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { out.add(feature(kind++, a, b, c)); };
  add(0);
  add(w.form);
  add(w.suffix[0]);
  add(w.suffix[1]);
  add(w.suffix[2]);
  add(w.suffix[3]);
  add(w.prefix[0]);
  add(w.prefix[1]);
  add(w.prefix[2]);
  add(w.shape);
  add(w.tags);
  add(w.tags, w.shape);
  add(w.suffix[2], w.shape);
  add(l.form);
  add(l2.form);
  add(r.form);
  add(r2.form);
  kind = 26;
  add(l.form, w.form);
  add(w.form, r.form);
  add(l.form, w.tags);
  add(w.tags, r.form);
  add(l.tags);
  add(r.tags);
  add(r2.tags);
  add(l.tags, w.tags);
  add(w.tags, r.tags);
  add(w.tags, r.tags, r2.tags);
  add(w.form, r.tags);
  add(l.suffix[2]);
  add(r.suffix[2]);
  add(l.shape, w.shape);
  add(w.shape, r.shape);
  add(l2.form, l.form);
}

void tag_features_of_tags(std::span<const TagWord> words, std::size_t i, FeatureList& out) {
  const WordParts &w = words[i].parts, &r = at(words, i, 1).parts;
  const std::uint64_t t1 = tag_of(words, i, -1), t2 = tag_of(words, i, -2);
  std::uint64_t kind = 17;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { out.add(feature(kind++, a, b, c)); };
  add(t1);
  add(t2);
  add(t1, t2);
  add(t1, t2, w.tags);
  add(t1, w.form);
  add(t1, w.tags);
  add(t1, w.suffix[2]);
  add(t1, r.form);
  add(t1, w.tags, r.tags);
}

void morph_features_of_tags(std::span<const TagWord> words, std::size_t i, FeatureList& out) {
  const WordParts &w = words[i].parts, &l = at(words, i, -1).parts, &r = at(words, i, 1).parts, &r2 = at(words, i, 2).parts;
  const std::uint64_t t = tag_of(words, i, 0), t1 = tag_of(words, i, -1), t2 = tag_of(words, i, -2);
  const std::uint64_t u1 = tag_of(words, i, 1), u2 = tag_of(words, i, 2);
  std::uint64_t kind = 100;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { out.add(feature(kind++, t, a, b, c)); };
  add(0);
  add(w.form);
  add(w.suffix[0]);
  add(w.suffix[1]);
  add(w.suffix[2]);
  add(w.suffix[3]);
  add(w.shape);
  add(w.analyses);
  kind = 112;
  add(l.form);
  add(r.form);
  add(l.form, w.form);
  add(w.form, r.form);
  add(w.form, t1);
  add(w.form, u1);
  add(l.form, w.analyses);
  add(t1, t2);
  add(u1, u2);
  add(l.analyses, w.analyses);
  add(w.analyses, r.analyses);
  add(r.analyses, u1);
  add(r.analyses, r2.analyses, u1);
  add(r.suffix[1], u1);
  add(r.suffix[2], u1, w.form);
  add(r.analyses, u1, w.form);
  add(r2.analyses, u2, w.form);
}

void morph_features_of_features(std::span<const TagWord> words, std::size_t i, const Agreement& left, FeatureList& out) {
  const WordParts& w = words[i].parts;
  const std::uint64_t t = tag_of(words, i, 0), t1 = tag_of(words, i, -1), t2 = tag_of(words, i, -2);
  const std::uint64_t a1 = agreement(at(words, i, -1).feats), v1 = verbal(at(words, i, -1).feats);
  const std::uint64_t a2 = agreement(at(words, i, -2).feats);
  std::uint64_t kind = 108;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { out.add(feature(kind++, t, a, b, c)); };
  add(w.analyses, t1, a1);
  add(w.suffix[1], t1, a1);
  add(t1, a1, v1);
  add(t2, a2, t1);
  kind = 129;
  add(left.noun, w.analyses);
  add(left.noun, w.suffix[2]);
  add(left.noun, left.auxiliary, w.suffix[1]);
  add(left.determiner, w.analyses, t1);
  add(left.auxiliary, w.analyses);
  add(v1, w.form);
}

}  // namespace

void quick_tag_features(std::span<const TagWord> words, std::size_t i, FeatureList& out) {
  const WordParts &w = words[i].parts, &l = at(words, i, -1).parts, &r = at(words, i, 1).parts;
  const std::uint64_t t1 = tag_of(words, i, -1);
  std::uint64_t kind = kQuickTagKind;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { out.add(feature(kind++, a, b, c)); };
  add(w.form);
  add(w.tags);
  add(w.tags, w.shape);
  add(w.suffix[3]);
  add(w.tags, r.tags);
  add(w.form, r.tags);
  add(l.form, w.tags);
  add(t1, w.tags);
  add(t1, w.suffix[2]);
  add(t1, w.tags, r.tags);
}

void tag_features(std::span<const TagWord> words, std::size_t i, FeatureList& out) {
  tag_features_of_forms(words, i, out);
  tag_features_of_tags(words, i, out);
}

void Agreement::pass(const TagWord& word) {
  if (word.upos == Upos::NOUN || word.upos == Upos::PROPN || word.upos == Upos::PRON) noun = agreement(word.feats) + 1;
  if (word.upos == Upos::DET) determiner = agreement(word.feats) + 1;
  if (word.upos == Upos::AUX) auxiliary = word.parts.form;
}

void quick_morph_features(std::span<const TagWord> words, std::size_t i, const Agreement& left, FeatureList& out) {
  const WordParts &w = words[i].parts, &r = at(words, i, 1).parts;
  const std::uint64_t t = tag_of(words, i, 0), t1 = tag_of(words, i, -1), u1 = tag_of(words, i, 1);
  const std::uint64_t a1 = agreement(at(words, i, -1).feats), v1 = verbal(at(words, i, -1).feats);
  std::uint64_t kind = kQuickMorphKind;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { out.add(feature(kind++, t, a, b, c)); };
  add(w.form);
  add(w.suffix[1]);
  add(w.analyses);
  add(w.form, u1);
  add(w.analyses, t1, a1);
  add(t1, a1, v1);
  add(r.analyses, u1, w.form);
  add(v1, w.form);
  add(left.noun, left.auxiliary, w.suffix[1]);
}

void morph_features(std::span<const TagWord> words, std::size_t i, const Agreement& left, FeatureList& out) {
  morph_features_of_tags(words, i, out);
  morph_features_of_features(words, i, left, out);
}

}  // namespace greffier
