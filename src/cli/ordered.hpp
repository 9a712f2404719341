/// Ordered: work on several threads whose results come in the order of what was given.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace msmt::cli {

/// Takes things until there are no more, works on each, and gives the results on in the same order.
/// Only work() runs on several threads at once. No thread runs ahead of the results that are still
/// wanting by more than a few things, so what is held does not grow with the number of them.
///
/// take   bool(Thing&): the next thing; false when there are no more
/// work   Result(Thing): must not throw, or the run ends
/// give   bool(Result): false when nobody wants more
/// errors whatever one of them throws, after all threads have ended
template <typename Thing, typename Result, typename Take, typename Work, typename Give>
void ordered(unsigned jobs, Take take, Work work, Give give) {
  constexpr std::size_t kAheadPerThread = 4;
  const std::size_t ahead = kAheadPerThread * std::max(1U, jobs);
  std::mutex taking;
  std::mutex giving;
  std::condition_variable given;
  std::map<std::size_t, Result> waiting;  // results whose turn has not come
  std::size_t taken = 0;
  std::size_t turn = 0;
  bool done = false;
  std::exception_ptr failure;

  const auto next = [&](Thing& thing, std::size_t& place) {
    {
      const std::lock_guard lock(giving);
      if (done) return false;
    }
    const std::lock_guard lock(taking);
    place = taken++;
    return take(thing);
  };
  const auto deliver = [&](std::size_t place, Result result) {
    std::unique_lock lock(giving);
    given.wait(lock, [&] { return done || place < turn + ahead; });
    waiting.emplace(place, std::move(result));
    for (auto it = waiting.begin(); !done && it != waiting.end() && it->first == turn;
         it = waiting.erase(it), ++turn) {
      if (!give(std::move(it->second))) done = true;
    }
    given.notify_all();
  };
  const auto run = [&] {
    try {
      std::size_t place = 0;
      for (Thing thing; next(thing, place); thing = Thing()) deliver(place, work(std::move(thing)));
    } catch (...) {
      const std::lock_guard lock(giving);
      if (!failure) failure = std::current_exception();
      done = true;
      given.notify_all();
    }
  };
  {
    std::vector<std::jthread> helpers;  // joined at the end of this block; this thread works too
    for (unsigned n = jobs; n > 1; --n) helpers.emplace_back(run);
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace msmt::cli
