// Averaged perceptron (Freund and Schapire 1999; Collins 2002) with lazy averaging: each weight keeps the sum of its
// changes times their time, so that its average over all steps is (weight · time - past) / time, and a step costs nothing.
//
// Only features that were ever in an update have a row, and a row holds only the labels that were updated: memory is that
// of the mistakes, not of the text. Whole numbers throughout, so the same order of updates gives the same bits everywhere.
//
// 8-bit rows: the scale puts the weight that only one in 2,000 exceeds at 127; larger ones are cut off there.
// Tested in tests/unit/linear_model_test.cpp against a plain implementation that averages by adding up.
#include "learn/perceptron.h"

#include <algorithm>
#include <cstdlib>

namespace greffier {
namespace {

constexpr std::size_t kFirstSlots = 1 << 12;
constexpr std::size_t kOneIn = 2000;

std::int64_t rounded(std::int64_t value, std::int64_t unit) {
  return (value >= 0 ? value + unit / 2 : value - unit / 2) / unit;
}

}  // namespace

AveragedPerceptron::AveragedPerceptron(std::vector<std::string> labels) : labels_(std::move(labels)), table_(kFirstSlots) {}

std::size_t AveragedPerceptron::find(Feature feature) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = (feature >> 20) & mask;
  while (table_[slot].room != 0 && table_[slot].feature != feature) slot = (slot + 1) & mask;
  return slot;
}

void AveragedPerceptron::score(std::span<const Feature> features, std::span<std::int32_t> scores) const {
  for (Feature f : features) __builtin_prefetch(&table_[(f >> 20) & (table_.size() - 1)]);
  std::fill(scores.begin(), scores.end(), 0);
  for (Feature f : features) {
    const Row& row = table_[find(f)];
    for (std::size_t i = row.first; i < row.first + row.used; ++i) scores[cells_[i].label] += cells_[i].weight;
  }
}

void AveragedPerceptron::update(std::span<const Feature> features, std::size_t label, std::int32_t change) {
  for (Feature f : features) {
    Cell& c = cell(f, label);
    c.weight += change;
    c.past += change * time_;
  }
}

AveragedPerceptron::Cell& AveragedPerceptron::cell(Feature feature, std::size_t label) {
  if (rows_ * 2 >= table_.size()) grow_table();
  Row& row = table_[find(feature)];
  if (row.room == 0) {
    row = {feature, static_cast<std::uint32_t>(cells_.size()), 0, 2};
    cells_.resize(cells_.size() + 2);
    ++rows_;
  }
  for (std::size_t i = row.first; i < row.first + row.used; ++i)
    if (cells_[i].label == label) return cells_[i];
  if (row.used == row.room) grow_row(row);
  Cell& added = cells_[row.first + row.used++];
  added = {0, 0, 0, static_cast<std::uint32_t>(label)};
  return added;
}

void AveragedPerceptron::restart() {
  for (Cell& c : cells_) c = {0, average(c), 0, c.label};
  time_ = 1;
}

void AveragedPerceptron::grow_table() {
  std::vector<Row> old(table_.size() * 2);
  old.swap(table_);
  for (const Row& row : old)
    if (row.room != 0) table_[find(row.feature)] = row;
}

// The old cells stay behind unused: at most as many as the row has now.
void AveragedPerceptron::grow_row(Row& row) {
  const std::size_t first = cells_.size();
  cells_.resize(first + row.room * 2u);
  std::copy_n(cells_.begin() + row.first, row.used, cells_.begin() + static_cast<std::ptrdiff_t>(first));
  row.first = static_cast<std::uint32_t>(first);
  row.room = static_cast<std::uint16_t>(row.room * 2);
}

std::vector<std::pair<Feature, std::size_t>> AveragedPerceptron::by_feature() const {
  std::vector<std::pair<Feature, std::size_t>> order;
  for (std::size_t slot = 0; slot < table_.size(); ++slot)
    if (table_[slot].room != 0) order.emplace_back(table_[slot].feature, slot);
  std::sort(order.begin(), order.end());
  return order;
}

// The averaged weight (times time_) that one step of the 8-bit scale stands for.
std::int64_t AveragedPerceptron::scale() const {
  std::vector<std::int64_t> sizes;
  for (const Row& row : table_)
    for (std::size_t i = row.first; i < row.first + row.used; ++i)
      if (const auto size = std::abs(average(cells_[i])); size != 0) sizes.push_back(size);
  if (sizes.empty()) return 1;
  const auto top = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / kOneIn);
  std::nth_element(sizes.begin(), top, sizes.end());
  return std::max<std::int64_t>(*top / 127, 1);
}

ModelRows AveragedPerceptron::rows(Quantising quantising, std::map<std::string, std::string> settings) const {
  ModelRows out{labels_, std::move(settings), {}, {}};
  const std::int64_t unit = scale();
  std::vector<std::int8_t> weights(labels_.size());
  for (const auto& [f, slot] : by_feature()) {
    std::fill(weights.begin(), weights.end(), std::int8_t{0});
    std::int64_t largest = 0;
    for (std::size_t i = table_[slot].first; i < table_[slot].first + table_[slot].used; ++i) {
      const std::int64_t w = std::clamp<std::int64_t>(rounded(average(cells_[i]), unit), -127, 127);
      weights[cells_[i].label] = static_cast<std::int8_t>(w);
      largest = std::max(largest, std::abs(w));
    }
    if (largest < std::max(quantising.smallest, 1)) continue;
    out.features.push_back(f);
    out.weights.insert(out.weights.end(), weights.begin(), weights.end());
  }
  return out;
}

}  // namespace greffier
