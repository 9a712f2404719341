/// Shelves: clusters by what they say, so that few have to be looked at.
///
/// Two claims of one fact have figures that share a part and periods that do. Each cluster stands on
/// the shelves of all figures and months that it reaches, each statement asks those that it
/// reaches, and the time for many statements grows with them and not with their square.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "merge/cluster.hpp"

namespace msmt {

/// Figures and months that something reaches, as numbers; without any, it may be anywhere.
struct Reach {
  bool figured = false;
  bool dated = false;
  std::vector<int> figures;
  std::vector<int> months;
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
  /// Adds a number under a name for its sides. What is added later is found later.
  void add(const std::string& sides, const Reach& reach, std::size_t number);

  /// Adds to `out` all numbers under this name that `reach` may meet; some of them twice.
  void find(const std::string& sides, const Reach& reach, std::vector<std::size_t>& out) const;

 private:
  struct Place {
    std::uint32_t sides = 0;
    int figure = 0;
    int month = 0;
    friend bool operator==(const Place&, const Place&) = default;
  };
  struct Hash {
    std::size_t operator()(const Place& place) const;
  };

  std::unordered_map<std::string, std::uint32_t> names_;
  std::unordered_map<Place, std::vector<std::size_t>, Hash> places_;
};

}  // namespace msmt
