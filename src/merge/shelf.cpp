#include "merge/shelf.hpp"

#include <algorithm>
#include <cmath>

namespace msmt {
namespace {

/// Figures of one shelf are within this factor of each other: `at least` reaches over three.
constexpr double kShelf = 1.5;
/// A product of roots is not exact.
constexpr double kRounding = 1e-9;
/// `~` lets two periods meet that lie two months apart.
constexpr long kSlackDays = 62;
constexpr long kYearAtMost = 366;
constexpr long kDaysPerMonth = 30;

int shelf_of(double figure) {
  constexpr double kLeast = 1e-3;
  constexpr double kMost = 1e15;
  return static_cast<int>(
      std::floor(std::log(std::clamp(figure, kLeast, kMost)) / std::log(kShelf)));
}

bool meet(const Reach& a, const Reach& b) {
  if (a.first_month > b.last_month || b.first_month > a.last_month) return false;
  return !a.figured || !b.figured || (a.low <= b.high && b.low <= a.high);
}

}  // namespace

Reach reach_of(const std::optional<Range>& range, const std::optional<Days>& days,
               Nearness nearness) {
  Reach out;
  if (range) {
    out.figured = true;
    if (nearness == Nearness::compatible) {
      // What is further than a factor of two from the stated figures is another fact in any case.
      out.low = std::max(range->low, range->core_low / kOtherMagnitude);
      out.high = std::min(range->high, range->core_high * kOtherMagnitude);
    } else {  // either side reaches half of the way
      const double half = std::sqrt(kOtherMagnitude) * (1 + kRounding);
      out.low = range->core_low / half;
      out.high = range->core_high * half;
    }
    if (out.low > out.high) std::swap(out.low, out.high);  // a negative figure
  }
  if (!days) return out;
  const long pad = (nearness == Nearness::once_contradictory ? kYearAtMost : kSlackDays) / 2 + 1;
  if (!days->open_start) {
    out.first_month = static_cast<int>((days->first - pad) / kDaysPerMonth - 1);
  }
  if (!days->open_end) out.last_month = static_cast<int>((days->last + pad) / kDaysPerMonth + 1);
  return out;
}

void Shelves::add(const std::string& sides, const Reach& reach, std::size_t number,
                  std::size_t holder) {
  Group& group = groups_[sides];
  const Entry entry{reach, number};
  group.all[holder].push_back(entry);
  if (!reach.figured) {
    group.unfigured[holder].push_back(entry);
  } else if (reach.low == reach.high) {
    group.exact[reach.low][holder].push_back(entry);
  } else {
    for (int shelf = shelf_of(reach.low); shelf <= shelf_of(reach.high); ++shelf) {
      group.shelves[shelf][holder].push_back(entry);
    }
  }
}

void Shelves::find(const std::string& sides, const Reach& reach,
                   const std::unordered_set<std::size_t>* without,
                   std::vector<std::size_t>& out) const {
  const auto known = groups_.find(sides);
  if (known == groups_.end()) return;
  const Group& group = known->second;
  const auto take = [&](const Place& place) {
    for (const auto& [holder, entries] : place) {
      if (without != nullptr && without->contains(holder)) continue;
      for (const Entry& entry : entries) {
        if (meet(entry.reach, reach)) out.push_back(entry.number);
      }
    }
  };
  if (!reach.figured) {
    take(group.all);
    return;
  }
  take(group.unfigured);
  const auto last = group.exact.upper_bound(reach.high);
  for (auto at = group.exact.lower_bound(reach.low); at != last; ++at) take(at->second);
  for (int shelf = shelf_of(reach.low); shelf <= shelf_of(reach.high); ++shelf) {
    const auto found = group.shelves.find(shelf);
    if (found != group.shelves.end()) take(found->second);
  }
}

}  // namespace msmt
