/// Which annotated entry is which of the output, and the figures that follow.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>
#include <vector>

#include "msmt/text.hpp"

namespace msmt::test {

/// What two spans share of what they cover together.
inline double overlap(Span a, Span b) {
  if (!a.overlaps(b)) return 0;
  const auto shared = static_cast<double>(std::min(a.end, b.end) - std::max(a.begin, b.begin));
  return shared / static_cast<double>(std::max(a.end, b.end) - std::min(a.begin, b.begin));
}

/// An annotated entry and one of the output that may be it, by index.
struct Pair {
  double fit;
  std::size_t gold;
  std::size_t output;
};

/// One to one, the best fit first.
inline std::vector<Pair> pair_off(std::vector<Pair> candidates) {
  std::ranges::stable_sort(candidates, std::greater<>(), &Pair::fit);
  std::set<std::size_t> gold, output;
  std::erase_if(candidates, [&](const Pair& pair) {
    if (gold.contains(pair.gold) || output.contains(pair.output)) return true;
    gold.insert(pair.gold);
    output.insert(pair.output);
    return false;
  });
  return candidates;
}

/// What was annotated, what was read, and how much of it is right.
struct Tally {
  std::size_t gold = 0;
  std::size_t output = 0;
  std::size_t right = 0;

  void add(const Tally& other) {
    gold += other.gold;
    output += other.output;
    right += other.right;
  }
  double precision() const { return share(right, output); }
  double recall() const { return share(right, gold); }
  double f1() const { return share(2 * right, gold + output); }

 private:
  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

}  // namespace msmt::test
