// The trainer of linear models: averaged perceptron over hashed features.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "learn/features.h"
#include "learn/linear_model.h"

namespace greffier {

// How the averaged weights become a file: rows whose largest weight, in steps of the 8-bit scale, is below `smallest` are
// left out.
struct Quantising {
  int smallest = 2;
};

// Scores with the weights of the moment, learns by +1 and -1, and averages over all steps at the end.
//
//   AveragedPerceptron learner({"B", "I", "O"});
//   for each decision: learner.score(features, scores); if wrong: learner.update(features, right, +1) and (…, wrong, -1);
//                      learner.step();
//   write_file(path, encode(learner.rows({}, settings)));
class AveragedPerceptron {
 public:
  explicit AveragedPerceptron(std::vector<std::string> labels);

  std::size_t label_count() const { return labels_.size(); }
  // As LinearModel::score, with the weights of the moment.
  void score(std::span<const Feature> features, std::span<std::int32_t> scores) const;
  // Adds `change` to the weight of (feature, label) for each feature; a feature listed twice counts twice.
  void update(std::span<const Feature> features, std::size_t label, std::int32_t change);
  // One decision has passed: what the averages count.
  void step() { ++time_; }
  // Begins again with no weights; rows() will give the sum of the averages of all runs. Runs in different orders err in
  // different places, so their sum is better than each (McDonald, Hall and Mann 2010), at the cost of one.
  void restart();
  // The averaged weights as 8-bit rows.
  ModelRows rows(Quantising quantising, std::map<std::string, std::string> settings) const;

 private:
  struct Cell {
    std::int64_t past = 0;   // the sum over changes of change times their time
    std::int64_t kept = 0;   // the averages of the runs before
    std::int32_t weight = 0;
    std::uint32_t label = 0;
  };
  struct Row {
    Feature feature = 0;
    std::uint32_t first = 0;     // index into cells_
    std::uint16_t used = 0;
    std::uint16_t room = 0;      // 0: the slot is empty
  };
  std::size_t find(Feature feature) const;
  Cell& cell(Feature feature, std::size_t label);
  void grow_table();
  void grow_row(Row& row);
  std::int64_t average(const Cell& cell) const { return cell.kept + cell.weight * time_ - cell.past; }
  std::vector<std::pair<Feature, std::size_t>> by_feature() const;
  std::int64_t scale() const;

  std::vector<std::string> labels_;
  std::vector<Row> table_;
  std::vector<Cell> cells_;
  std::size_t rows_ = 0;
  std::int64_t time_ = 1;
};

}  // namespace greffier
