#include "learn/treebank.h"

#include <fmt/format.h>

#include <charconv>

#include "base/mapped_file.h"
#include "base/strings.h"
#include "greffier/error.h"

namespace greffier {
namespace {

GoldWord word_of(const std::vector<std::string_view>& columns) {
  GoldWord word;
  word.form = columns[1];
  word.lemma = columns[2];
  word.upos = upos_from(columns[3]).value_or(Upos::X);
  word.feats = feats_from(columns[5]);
  word.relation = relation_from(columns[7]);
  Index head = 0;
  std::from_chars(columns[6].data(), columns[6].data() + columns[6].size(), head);
  word.head = head == 0 ? kNone : head - 1;
  return word;
}

void close_sentence(GoldSentence& sentence, std::vector<GoldSentence>& out) {
  for (GoldWord& word : sentence)
    if (word.head != kNone && word.head >= sentence.size()) word.head = kNone;
  if (!sentence.empty()) out.push_back(std::move(sentence));
  sentence.clear();
}

void read_one(const std::filesystem::path& file, std::vector<GoldSentence>& out) {
  const std::string text = read_file(file);
  GoldSentence sentence;
  int number = 0;
  for (std::string_view line : split_lines(text)) {
    ++number;
    if (line.empty()) close_sentence(sentence, out);
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() != 10)
      throw Error(ErrorCode::input,
                  fmt::format("{}:{}: has {} columns where CoNLL-U has 10", file.string(), number, columns.size()));
    if (columns[0].find_first_of("-.") == std::string_view::npos) sentence.push_back(word_of(columns));
  }
  close_sentence(sentence, out);
}

}  // namespace

std::vector<GoldSentence> read_treebank(std::span<const std::filesystem::path> files) {
  std::vector<GoldSentence> sentences;
  for (const auto& file : files) read_one(file, sentences);
  return sentences;
}

}  // namespace greffier
