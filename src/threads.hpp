/// Threads: the same work on each of many things, several of them at once.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace msmt {

/// Calls `work(i)` for every i below `count`, on `jobs` threads, in no order.
///
/// errors   what the call with the least i that failed threw, after all have ended
template <typename Work>
void at_once(unsigned jobs, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(count);
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;  // joined at the end of this block; this thread works too
    for (std::size_t n = std::min<std::size_t>(jobs, count); n > 1; --n) helpers.emplace_back(run);
    run();
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace msmt
