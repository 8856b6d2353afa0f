// According to whom: every statement whose content holds the trigger, the outer before the inner.
#include "stages/events/links.h"

#include <gtest/gtest.h>

namespace greffier {
namespace {

void add_statement(Document& d, ByteRange content) {
  Statement s;
  s.content = {static_cast<Index>(d.spans.size()), static_cast<Index>(d.spans.size() + 1)};
  d.spans.push_back(content);
  d.statements.push_back(s);
}

void add_event(Document& d, ByteRange trigger) {
  Event e;
  e.trigger = trigger;
  d.events.push_back(e);
}

std::vector<Index> links(const Document& d, std::size_t event) {
  const ItemRange range = d.events[event].according_to;
  return {d.links.begin() + range.begin, d.links.begin() + range.end};
}

TEST(EventLinks, NestedStatementsAllHoldTheTrigger) {
  Document d;
  add_statement(d, {10, 50});
  add_statement(d, {20, 40});
  add_statement(d, {60, 80});
  add_event(d, {0, 5});
  add_event(d, {12, 15});
  add_event(d, {25, 30});
  add_event(d, {38, 45});
  add_event(d, {70, 75});
  events::link_statements(d);
  EXPECT_EQ(links(d, 0), (std::vector<Index>{}));
  EXPECT_EQ(links(d, 1), (std::vector<Index>{0}));
  EXPECT_EQ(links(d, 2), (std::vector<Index>{0, 1}));
  EXPECT_EQ(links(d, 3), (std::vector<Index>{0}));
  EXPECT_EQ(links(d, 4), (std::vector<Index>{2}));
}

}  // namespace
}  // namespace greffier
