#include "pack/rules.h"

namespace greffier {

struct RuleSet::Compiled {
  std::vector<RuleInfo> rules;
};

RuleSet::RuleSet() : compiled_(std::make_shared<const Compiled>()) {}
std::span<const RuleInfo> RuleSet::rules() const { return compiled_->rules; }
void RuleSet::match(const Document&, const TokenIndex&, const Sentence&, std::vector<Match>&) const {}

std::string_view Gives::value(std::string_view key, std::string_view otherwise) const {
  const auto at = values.find(key);
  return at == values.end() ? otherwise : std::string_view(at->second);
}

std::size_t RuleInfo::capture(std::string_view name_of_capture) const {
  for (std::size_t i = 0; i < captures.size(); ++i)
    if (captures[i] == name_of_capture) return i;
  return kMaxCaptures;
}

RuleSet compile_rules(std::string_view, std::string_view, std::string_view, Vocabulary&) { return RuleSet(); }

}  // namespace greffier
