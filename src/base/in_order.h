// Many threads at work on a stream of items, the results in the items' order.
//
// One thread produces, `threads` threads work, the caller's thread consumes. At most `window` items and about
// `max_weight` units of them are under way at a time, so that memory stays bounded however long the stream is. What
// consume sees does not depend on the number of threads. Tested in tests/unit/in_order_test.cpp.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace greffier {

template <class Item, class Result>
class InOrder {
 public:
  struct Steps {
    std::function<bool(Item&)> produce;                  // false: nothing more comes
    std::function<std::size_t(const Item&)> weight;
    std::function<Result(Item&&, unsigned)> work;        // with the number of the worker, from 0
    std::function<bool(Result&&)> consume;               // false: enough
  };

  InOrder(Steps steps, unsigned threads, std::size_t window, std::size_t max_weight, std::atomic<bool>& stop)
      : steps_(std::move(steps)), slots_(window), max_weight_(max_weight), stop_(stop), threads_(threads) {}

  // Returns when all is consumed or consume has enough. An exception of any step ends the run, once what came before it is
  // consumed, and is thrown again. Where it ends early, `stop` is set, for a producer that may be waiting.
  void run() {
    {
      std::vector<std::jthread> crew;
      crew.emplace_back([this] { produce_all(); });
      for (unsigned i = 0; i < threads_; ++i) crew.emplace_back([this, i] { work_all(i); });
      consume_all();
    }
    if (error_) std::rethrow_exception(error_);
  }

 private:
  struct Slot {
    Item item{};
    Result result{};
    std::size_t weight = 0;
    std::exception_ptr error;
    bool done = false;
  };
  using Lock = std::unique_lock<std::mutex>;

  Slot& slot(std::size_t number) { return slots_[number % slots_.size()]; }

  void produce_all() {
    for (bool more = true; more;) {
      Item item{};
      std::exception_ptr error;
      try {
        more = steps_.produce(item);
      } catch (...) {
        error = std::current_exception();
      }
      Lock lock(mutex_);
      if (more) more = put(lock, std::move(item), error) && !error;
      if (!more) ended_ = true, changed_.notify_all();
    }
  }

  // Waits for room; false where the run has been stopped.
  bool put(Lock& lock, Item&& item, std::exception_ptr error) {
    const std::size_t weight = error ? 0 : steps_.weight(item);
    changed_.wait(lock, [&] {
      return stop_ || consumed_ == produced_ || (produced_ - consumed_ < slots_.size() && weight_ + weight <= max_weight_);
    });
    if (stop_) return false;
    slot(produced_) = {std::move(item), Result{}, weight, error, error != nullptr};
    weight_ += weight;
    ++produced_;
    changed_.notify_all();
    return true;
  }

  void work_all(unsigned worker) {
    Lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [&] { return stop_ || taken_ < produced_ || ended_; });
      if (stop_ || taken_ == produced_) return;
      Slot& mine = slot(taken_++);
      if (mine.done) continue;  // it failed in production
      lock.unlock();
      work_one(mine, worker);
      lock.lock();
      mine.done = true;
      changed_.notify_all();
    }
  }

  void work_one(Slot& mine, unsigned worker) {
    try {
      mine.result = steps_.work(std::move(mine.item), worker);
    } catch (...) {
      mine.error = std::current_exception();
    }
  }

  void consume_all() {
    Lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [&] { return consumed_ < produced_ ? slot(consumed_).done : ended_; });
      if (consumed_ == produced_) return;
      Slot& next = slot(consumed_);
      error_ = next.error;
      lock.unlock();
      const bool more = !error_ && consume_one(next);
      next.result = Result{};
      lock.lock();
      if (!more) return stop_ = true, changed_.notify_all();
      weight_ -= next.weight;
      ++consumed_;
      changed_.notify_all();
    }
  }

  bool consume_one(Slot& next) {
    try {
      return steps_.consume(std::move(next.result));
    } catch (...) {
      error_ = std::current_exception();
      return false;
    }
  }

  Steps steps_;
  std::vector<Slot> slots_;
  const std::size_t max_weight_;
  std::atomic<bool>& stop_;
  const unsigned threads_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t produced_ = 0, taken_ = 0, consumed_ = 0;  // consumed ≤ taken ≤ produced ≤ consumed + window
  std::size_t weight_ = 0;
  bool ended_ = false;
  std::exception_ptr error_;
};

}  // namespace greffier
