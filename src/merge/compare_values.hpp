/// Comparing values: as intervals after their qualifiers, never as bare numbers.
///
///     "up to 9 million"  and "about 9 million"   -> overlaps
///     "8,000"            and "about 8,000"       -> refines
///     "11,000"           and "14,000"            -> conflicts (one fact told twice, not alike)
///     "3,000"            and "11,000"            -> different (not the same fact)
#pragma once

#include <optional>
#include <string>

#include "merge/key.hpp"
#include "msmt/claims.hpp"

namespace msmt {

/// How a value stands to another one, from best to worst.
enum class Fit : std::uint8_t {
  same,
  refines,   ///< the first says everything that the second says, and more exactly
  refined,   ///< the second does
  overlaps,  ///< both can be true
  conflicts,
  different,  ///< they do not speak of the same fact
};
bool compatible(Fit fit);
Fit worse(Fit a, Fit b);
Fit flipped(Fit fit);

/// A quantity as an interval. `about` spreads by a tenth, `thousands` reach up to the next power
/// of ten, `more than 5` leaves out 5 where containment is asked and only there.
struct Range {
  double low = 0;
  double high = 0;
  bool low_open = false;
  bool high_open = false;
  double core_low = 0;  ///< the stated figure or figures, for the order of magnitude
  double core_high = 0;
  UnitClass unit;
  std::string per;
};
std::optional<Range> range_of(const Quantity& quantity);

/// Figures whose stated numbers are this far apart tell of different things.
inline constexpr double kOtherMagnitude = 2.0;

Fit compare_quantities(const Quantity& a, const Quantity& b);
Fit compare_ranges(const Range& a, const Range& b, bool figures_equal);
/// Relation and numbers are equal; cue, unit and `of` may differ.
bool same_figure(const Quantity& a, const Quantity& b);

/// A period in days since 1970-01-01. `~` widens both ends by a fraction of what is stated.
struct Days {
  long first = 0;
  long last = 0;
  bool open_start = false;
  bool open_end = false;
  int start_grain = 0;  ///< parts stated of the start: 1 year, 2 month, 3 day
  int end_grain = 0;
  bool vague = false;  ///< has `~` or `?`
};
/// Nothing for a date without a value (`in recent years`).
std::optional<Days> days_of(const Date& date);

/// once: dates that lie apart, but within a year, contradict each other; else they are different.
Fit compare_periods(const Days& a, const Days& b, bool once);

/// Smaller is more precise: exact figure, bounded on both sides, on one side, about, indefinite.
int imprecision(const Quantity& quantity);
/// Grows with the length of the period; open ends count as longer than any closed period.
long imprecision(const Date& date);

/// What a value shows in the report, as text: equal text, equal value.
std::string shown(const Quantity& quantity);
std::string shown(const Date& date);
std::string shown(const Party& party);
std::string shown(const Item& item);

}  // namespace msmt
