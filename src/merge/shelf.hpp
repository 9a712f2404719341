/// Shelves: clusters by what they say, so that few have to be looked at.
///
/// Two claims of one fact have figures that share a part and periods that do. Each cluster stands
/// under its sides, by its figure where it is exact, else on the shelves that its figure reaches;
/// each statement asks for those that it may meet, and the time for many statements grows with them
/// and not with their square.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "merge/cluster.hpp"

namespace msmt {

/// Figures and months that something reaches; without any, it may be anywhere.
struct Reach {
  bool figured = false;
  double low = 0;
  double high = 0;
  int first_month = std::numeric_limits<int>::min();
  int last_month = std::numeric_limits<int>::max();
};

/// How near two things must be to be found.
enum class Nearness : std::uint8_t {
  compatible,          ///< both can be true
  contradictory,       ///< of one order of magnitude
  once_contradictory,  ///< and within a year
};

Reach reach_of(const std::optional<Range>& range, const std::optional<Days>& days,
               Nearness nearness);

class Shelves {
 public:
  /// Adds a number under a name for its sides. What reaches less later on may stay where it is.
  ///
  /// holder  whom find() may be asked to leave out
  void add(const std::string& sides, const Reach& reach, std::size_t number,
           std::size_t holder = 0);

  /// Adds to `out` all numbers under this name that `reach` may meet; some of them twice.
  ///
  /// without  holders whose numbers are left out; null for none
  void find(const std::string& sides, const Reach& reach,
            const std::unordered_set<std::size_t>* without, std::vector<std::size_t>& out) const;

 private:
  struct Entry {
    Reach reach;
    std::size_t number = 0;
  };
  /// By holder, so that all of one are passed over at once.
  using Place = std::map<std::size_t, std::vector<Entry>>;
  struct Group {
    Place all;
    Place unfigured;
    std::map<double, Place> exact;
    std::unordered_map<int, Place> shelves;
  };

  std::unordered_map<std::string, Group> groups_;
};

}  // namespace msmt
