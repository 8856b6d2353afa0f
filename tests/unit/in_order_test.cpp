#include <gtest/gtest.h>

#include <stdexcept>

#include "base/in_order.h"

namespace greffier {
namespace {

struct Stream {
  unsigned threads = 4;
  int items = 1000;
  int fail_producing = -1, fail_working = -1, fail_consuming = -1, enough = -1;
  std::atomic<bool> stop{false};
  std::vector<int> seen{};
  std::atomic<int> under_way{0}, most_under_way{0};

  void go() {
    int next = 0;
    InOrder<int, int> work(
        {.produce =
             [&](int& item) {
               if (next == fail_producing) throw std::runtime_error("producing");
               if (next == items) return false;
               most_under_way = std::max(most_under_way.load(), ++under_way);
               item = next++;
               return true;
             },
         .weight = [](int) { return std::size_t{1}; },
         .work =
             [&](int&& item, unsigned worker) {
               EXPECT_LT(worker, threads);
               if (item % 7 == 0) std::this_thread::yield();
               if (item == fail_working) throw std::runtime_error("working");
               return item * item;
             },
         .consume =
             [&](int&& result) {
               --under_way;
               if (static_cast<int>(seen.size()) == fail_consuming) throw std::runtime_error("consuming");
               seen.push_back(result);
               return static_cast<int>(seen.size()) != enough;
             }},
        threads, 8, 5, stop);
    work.run();
  }
  void expect_first(int count) const {
    ASSERT_EQ(seen.size(), static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) EXPECT_EQ(seen[static_cast<std::size_t>(i)], i * i);
  }
};

TEST(InOrder, GivesEverythingInOrderWhateverTheThreads) {
  for (unsigned threads : {1u, 2u, 8u}) {
    Stream run{.threads = threads};
    run.go();
    run.expect_first(1000);
  }
}

TEST(InOrder, KeepsToItsWindow) {
  Stream run;
  run.go();
  EXPECT_LE(run.most_under_way, 7);  // five by weight, one that waits for room, one on its way out
}

TEST(InOrder, EndsWithNothingToDo) {
  Stream run{.items = 0};
  run.go();
  run.expect_first(0);
}

TEST(InOrder, EndsWhenThereIsEnough) {
  Stream run{.enough = 17};
  run.go();
  run.expect_first(17);
  EXPECT_TRUE(run.stop);
}

TEST(InOrder, DeliversWhatCameBeforeAFailure) {
  Stream producing{.fail_producing = 100};
  EXPECT_THROW(producing.go(), std::runtime_error);
  producing.expect_first(100);
  Stream working{.fail_working = 33};
  EXPECT_THROW(working.go(), std::runtime_error);
  working.expect_first(33);
  Stream consuming{.fail_consuming = 12};
  EXPECT_THROW(consuming.go(), std::runtime_error);
  consuming.expect_first(12);
  EXPECT_TRUE(consuming.stop);
}

}  // namespace
}  // namespace greffier
