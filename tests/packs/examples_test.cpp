// Runs every example and counter-example of every rule of every pack through the whole pipeline.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "support/engine.h"

namespace greffier {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// One finding as key-value pairs, for comparison with what an example expects.
struct Finding {
  std::string rule;
  Pairs pairs;
};

void add(Pairs& pairs, std::string_view key, std::string_view value) {
  if (!value.empty()) pairs.emplace_back(key, value);
}

Finding finding(const Document& d, const Time& t) {
  Finding f{d.origins[t.origin], {}};
  add(f.pairs, "time", d.text(t.place));
  add(f.pairs, "type", spelling(t.type));
  add(f.pairs, "value", d.pooled(t.value));
  add(f.pairs, "earliest", iso_date(t.days.first));
  add(f.pairs, "latest", iso_date(t.days.last));
  return f;
}

Finding finding(const Document& d, const Statement& s) {
  Finding f{d.origins[s.origin], {}};
  add(f.pairs, "kind", spelling(s.kind));
  add(f.pairs, "act", spelling(s.act));
  add(f.pairs, "polarity", s.negative ? "negative" : "positive");
  add(f.pairs, "hearsay", s.hearsay ? "true" : "false");
  add(f.pairs, "cue", d.text(s.cue));
  for (Index k = s.content.begin; k < s.content.end; ++k) add(f.pairs, "content", d.text(d.spans[k]));
  for (Index k = s.chain.begin; k < s.chain.end; ++k) add(f.pairs, spelling(d.hops[k].role), d.text(d.hops[k].place));
  return f;
}

Finding finding(const Document& d, const Event& e) {
  Finding f{d.origins[e.origin], {}};
  add(f.pairs, "type", spelling(event_codes()[e.code].type));
  add(f.pairs, "mode", event_codes()[e.code].mode);
  add(f.pairs, "trigger", d.text(e.trigger));
  add(f.pairs, "status", spelling(e.status));
  add(f.pairs, "earliest", iso_date(e.days.first));
  add(f.pairs, "latest", iso_date(e.days.last));
  for (Index k = e.actors.begin; k < e.actors.end; ++k) add(f.pairs, "actor", d.text(d.parties[k].place));
  for (Index k = e.targets.begin; k < e.targets.end; ++k) add(f.pairs, "target", d.text(d.parties[k].place));
  return f;
}

std::vector<Finding> findings_of(const Document& d, const std::string& rule) {
  std::vector<Finding> all;
  for (const Time& t : d.times) all.push_back(finding(d, t));
  for (const Statement& s : d.statements) all.push_back(finding(d, s));
  for (const Event& e : d.events) all.push_back(finding(d, e));
  std::erase_if(all, [&](const Finding& f) { return f.rule != rule; });
  return all;
}

bool holds(const Finding& f, const Pairs& expected) {
  return std::all_of(expected.begin(), expected.end(),
                     [&](const auto& pair) { return std::find(f.pairs.begin(), f.pairs.end(), pair) != f.pairs.end(); });
}

std::string shown(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& f : findings) {
    out += "\n   ";
    for (const auto& [key, value] : f.pairs) out += " " + key + " «" + value + "»";
  }
  return out.empty() ? " nothing" : out;
}

void run(const RuleInfo& rule, const Example& example) {
  const Document d = read_text(example.text, example.date.empty() ? "2020-08-15" : example.date);
  EXPECT_EQ(check(d), "");
  const std::vector<Finding> found = findings_of(d, rule.name);
  const bool right = example.expected.empty() ? found.empty() : std::any_of(found.begin(), found.end(), [&](const Finding& f) {
    return holds(f, example.expected);
  });
  EXPECT_TRUE(right) << rule.file << ":" << example.line << ": " << rule.name << " on: " << example.text << "\n  expected "
                     << (example.expected.empty() ? "nothing" : shown({{rule.name, example.expected}})) << "\n  found"
                     << shown(found);
}

void run_all(const RuleSet& rules) {
  for (const RuleInfo& rule : rules.rules())
    for (const Example& example : rule.examples) run(rule, example);
}

struct PackExamples : testing::Test {
  void SetUp() override {
    if (!test_engine()) GTEST_SKIP() << "left out: the pack is not complete";
  }
};

TEST_F(PackExamples, Times) { run_all(test_engine()->pipeline().pack().time_rules); }
TEST_F(PackExamples, Statements) { run_all(test_engine()->pipeline().pack().statement_rules); }
TEST_F(PackExamples, Events) { run_all(test_engine()->pipeline().pack().event_rules); }

}  // namespace
}  // namespace greffier
