#include "merge/shelf.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace msmt {
namespace {

// Places that are no figure or month.
constexpr int kNone = std::numeric_limits<int>::max();     // states none, or too many to list
constexpr int kAll = std::numeric_limits<int>::max() - 1;  // whatever it states

/// Figures of one shelf are within a tenth of each other, as `about` has it.
constexpr double kShelf = 1.1;
/// What reaches further stands among those that state no month.
constexpr long kMostMonths = 30;
constexpr std::size_t kManyFigures = 4;
/// `~` lets two periods meet that lie two months apart.
constexpr long kSlackDays = 62;
constexpr long kYear = 366;
constexpr long kDaysPerMonth = 30;

int shelf_of(double figure) {
  constexpr double kLeast = 1e-3;
  constexpr double kMost = 1e15;
  return static_cast<int>(
      std::floor(std::log(std::clamp(figure, kLeast, kMost)) / std::log(kShelf)));
}

}  // namespace

Reach reach_of(const std::optional<Range>& range, const std::optional<Days>& days,
               Nearness nearness) {
  Reach out;
  if (range) {
    out.figured = true;
    // What is further than a factor of two from the stated figures is another fact in any case.
    double low = range->core_low / kOtherMagnitude;
    double high = range->core_high * kOtherMagnitude;
    if (nearness == Nearness::compatible) {
      low = std::max(low, range->low);
      high = std::min(high, range->high);
    } else {  // either side reaches half of the way
      low = range->core_low / std::sqrt(kOtherMagnitude);
      high = range->core_high * std::sqrt(kOtherMagnitude);
    }
    if (low > high) std::swap(low, high);  // a negative figure
    for (int shelf = shelf_of(low); shelf <= shelf_of(high); ++shelf) out.figures.push_back(shelf);
  }
  if (days && !days->open_start && !days->open_end) {
    const long pad = (nearness == Nearness::once_contradictory ? kYear : kSlackDays) / 2 + 1;
    const long first = (days->first - pad) / kDaysPerMonth - 1;
    const long last = (days->last + pad) / kDaysPerMonth + 1;
    if (last - first <= kMostMonths) {
      out.dated = true;
      for (long month = first; month <= last; ++month) {
        out.months.push_back(static_cast<int>(month));
      }
    }
  }
  return out;
}

std::size_t Shelves::Hash::operator()(const Place& place) const {
  const auto mixed = [](std::uint64_t x) {
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
  };
  const auto bits = [](int number) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(number));
  };
  return mixed(mixed(place.sides + 0x9e3779b97f4a7c15U) ^ (bits(place.figure) << 32U) ^
               bits(place.month));
}

void Shelves::add(const std::string& sides, const Reach& reach, std::size_t number) {
  const std::uint32_t name =
      names_.emplace(sides, static_cast<std::uint32_t>(names_.size())).first->second;
  const auto put = [&](int figure, bool by_month) {
    places_[{name, figure, kAll}].push_back(number);
    if (!by_month) {
      places_[{name, figure, kNone}].push_back(number);
      return;
    }
    for (const int month : reach.months) places_[{name, figure, month}].push_back(number);
  };
  put(kAll, reach.dated);
  if (!reach.figured) put(kNone, reach.dated);
  const bool few = reach.figures.size() <= kManyFigures;
  for (const int figure : reach.figures) put(figure, reach.dated && few);
}

void Shelves::find(const std::string& sides, const Reach& reach,
                   std::vector<std::size_t>& out) const {
  const auto known = names_.find(sides);
  if (known == names_.end()) return;
  const auto take = [&](int figure, int month) {
    const auto found = places_.find({known->second, figure, month});
    if (found == places_.end()) return;
    out.insert(out.end(), found->second.begin(), found->second.end());
  };
  const auto look = [&](int figure) {
    if (!reach.dated) {
      take(figure, kAll);
      return;
    }
    take(figure, kNone);
    for (const int month : reach.months) take(figure, month);
  };
  if (!reach.figured) {
    look(kAll);
    return;
  }
  look(kNone);
  for (const int figure : reach.figures) look(figure);
}

}  // namespace msmt
