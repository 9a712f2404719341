#include "merge/compare_values.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <chrono>
#include <limits>

namespace msmt {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kAboutSpread = 0.1;
constexpr long kDaysPerYear = 366;
constexpr long kFarFuture = 4000000;  // days; year 12921

std::string number_text(const std::optional<double>& number) {
  if (!number) return "-";
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, *number);
  return {buffer, end.ptr};
}

struct Stated {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int grain = 0;
};

/// Leading YYYY, YYYY-MM or YYYY-MM-DD; grain 0 when there is none.
Stated read_date(std::string_view text) {
  Stated out;
  const auto number = [&](std::size_t at, std::size_t length) -> std::optional<int> {
    if (at + length > text.size()) return std::nullopt;
    int value = 0;
    const char* first = text.data() + at;
    const auto [end, error] = std::from_chars(first, first + length, value);
    if (error != std::errc() || end != first + length || value < 0) return std::nullopt;
    return value;
  };
  const auto year = number(0, 4);
  if (!year) return out;
  out = {*year, 0, 0, 1};
  const auto month = text.size() > 4 && text[4] == '-' ? number(5, 2) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return out;
  out.month = static_cast<unsigned>(*month);
  out.grain = 2;
  const auto day = text.size() > 7 && text[7] == '-' ? number(8, 2) : std::nullopt;
  if (!day || *day < 1 || *day > 31) return out;
  out.day = static_cast<unsigned>(*day);
  out.grain = 3;
  return out;
}

long day_number_in(const Stated& stated, bool last_day) {
  using namespace std::chrono;
  const year y{stated.year};
  const month m{stated.grain >= 2 ? stated.month : (last_day ? 12U : 1U)};
  const year_month_day date = stated.grain >= 3 ? y / m / day{stated.day}
                              : last_day        ? year_month_day{y / m / last}
                                                : y / m / day{1};
  return sys_days{date}.time_since_epoch().count();
}

bool ends_meet(long a, int a_grain, long b, int b_grain) {
  using namespace std::chrono;
  const year_month_day x{sys_days{days{a}}};
  const year_month_day y{sys_days{days{b}}};
  if (x.year() != y.year()) return false;
  return std::min(a_grain, b_grain) < 2 || x.month() == y.month();
}

/// How far `~` may reach beyond what is stated.
long slack(const Days& days) {
  if (!days.vague) return 0;
  const int grain = std::max(days.start_grain, days.end_grain);
  return grain >= 3 ? 3 : grain == 2 ? 15 : 31;
}

Fit contained(bool a_in_b, bool b_in_a) {
  if (a_in_b && b_in_a) return Fit::same;
  return a_in_b ? Fit::refines : b_in_a ? Fit::refined : Fit::overlaps;
}

bool inside(const Range& a, const Range& b) {
  const bool low = a.low > b.low || (a.low == b.low && (a.low_open || !b.low_open));
  const bool high = a.high < b.high || (a.high == b.high && (a.high_open || !b.high_open));
  return low && high;
}

}  // namespace

bool compatible(Fit fit) { return fit <= Fit::overlaps; }

Fit worse(Fit a, Fit b) {
  const bool opposed =
      (a == Fit::refines && b == Fit::refined) || (a == Fit::refined && b == Fit::refines);
  return opposed ? Fit::overlaps : std::max(a, b);
}

Fit flipped(Fit fit) {
  return fit == Fit::refines ? Fit::refined : fit == Fit::refined ? Fit::refines : fit;
}

std::optional<Range> range_of(const Quantity& quantity) {
  if (!quantity.value && !quantity.low && !quantity.high) return std::nullopt;
  Range out;
  out.unit = unit_class(quantity.unit);
  out.per = quantity.per;
  const double value = quantity.value.value_or(quantity.low.value_or(quantity.high.value_or(0)));
  out.core_low = out.core_high = value;
  out.low = out.high = value;
  switch (quantity.relation) {
    case Relation::exactly:
      break;
    case Relation::about:
      out.low = std::min(value * (1 - kAboutSpread), value * (1 + kAboutSpread));
      out.high = std::max(value * (1 - kAboutSpread), value * (1 + kAboutSpread));
      break;
    case Relation::more_than:
      out.low_open = true;
      out.high = kInfinity;
      break;
    case Relation::at_least:
      out.high = kInfinity;
      break;
    case Relation::less_than:
      out.high_open = true;
      out.low = -kInfinity;
      break;
    case Relation::at_most:
      out.low = -kInfinity;
      break;
    case Relation::between:
      out.low = out.core_low = quantity.low.value_or(value);
      out.high = out.core_high = quantity.high.value_or(value);
      break;
    case Relation::indefinite:
      out.high = out.core_high = quantity.high.value_or(10 * value);
      break;
  }
  for (double* number : {&out.low, &out.high, &out.core_low, &out.core_high}) {
    *number *= out.unit.factor;
  }
  return out;
}

Fit compare_ranges(const Range& a, const Range& b, bool figures_equal) {
  if (!comparable(a.unit, b.unit)) return Fit::different;
  if (!a.per.empty() && !b.per.empty() && a.per != b.per) return Fit::different;
  if (figures_equal && a.unit.factor == b.unit.factor) return Fit::same;
  // "$600 million a year" says nothing of "$160 million"
  if (a.per.empty() != b.per.empty() && a.core_low != b.core_low) return Fit::different;
  const double apart = std::max(a.core_low, b.core_low);
  const double together = std::min(a.core_high, b.core_high);
  if (apart > together && apart >= kOtherMagnitude * together) return Fit::different;
  if (a.low > b.high || b.low > a.high) return Fit::conflicts;
  return contained(inside(a, b), inside(b, a));
}

bool same_figure(const Quantity& a, const Quantity& b) {
  return a.relation == b.relation && a.value == b.value && a.low == b.low && a.high == b.high;
}

Fit compare_quantities(const Quantity& a, const Quantity& b) {
  const auto x = range_of(a);
  const auto y = range_of(b);
  if (!x || !y) return x ? Fit::refines : y ? Fit::refined : Fit::same;
  return compare_ranges(*x, *y, same_figure(a, b));
}

std::optional<Days> days_of(const Date& date) {
  if (date.edtf.empty() && date.start.empty() && date.end.empty()) return std::nullopt;
  Days out;
  out.vague = date.edtf.find_first_of("~?%") != std::string::npos;
  const std::string_view edtf = date.edtf;
  const std::size_t slash = edtf.find('/');
  const std::string_view head = edtf.substr(0, slash);
  const std::string_view tail = slash == std::string_view::npos ? head : edtf.substr(slash + 1);
  const bool resolved = !date.start.empty() || !date.end.empty();
  const Stated first = read_date(resolved ? std::string_view(date.start) : head);
  const Stated last = read_date(resolved ? std::string_view(date.end) : tail);
  if (first.grain == 0 && last.grain == 0) return std::nullopt;
  out.open_start = first.grain == 0;
  out.open_end = last.grain == 0;
  out.first = out.open_start ? -kFarFuture : day_number_in(first, false);
  out.last = out.open_end ? kFarFuture : day_number_in(last, true);
  // The first and last days of the interval are always given to the day; what was said is in EDTF.
  out.start_grain = edtf.empty() ? first.grain : read_date(head).grain;
  out.end_grain = edtf.empty() ? last.grain : read_date(tail).grain;
  return out;
}

Fit compare_periods(const Days& a, const Days& b, bool once) {
  if (a.first == b.first && a.last == b.last) {
    return a.vague == b.vague ? Fit::same : a.vague ? Fit::refined : Fit::refines;
  }
  const auto by_grain = [](int x, int y) { return x >= y ? Fit::refines : Fit::refined; };
  if (a.open_end && b.open_end && !a.open_start && !b.open_start) {
    return ends_meet(a.first, a.start_grain, b.first, b.start_grain)
               ? by_grain(a.start_grain, b.start_grain)
               : Fit::different;
  }
  if (a.open_start && b.open_start && !a.open_end && !b.open_end) {
    return ends_meet(a.last, a.end_grain, b.last, b.end_grain) ? by_grain(a.end_grain, b.end_grain)
                                                               : Fit::different;
  }
  const long gap = std::max(a.first - b.last, b.first - a.last);
  if (gap <= 0) {
    return contained(b.first <= a.first && a.last <= b.last,
                     a.first <= b.first && b.last <= a.last);
  }
  if (gap <= slack(a) + slack(b)) return Fit::overlaps;
  return once && gap <= kDaysPerYear ? Fit::conflicts : Fit::different;
}

int imprecision(const Quantity& quantity) {
  switch (quantity.relation) {
    case Relation::exactly:
      return 0;
    case Relation::between:
      return 1;
    case Relation::more_than:
    case Relation::at_least:
    case Relation::less_than:
    case Relation::at_most:
      return 2;
    case Relation::about:
      return 3;
    case Relation::indefinite:
      return 4;
  }
  return 5;
}

long imprecision(const Date& date) {
  const auto days = days_of(date);
  if (!days) return std::numeric_limits<long>::max();
  const long vague = days->vague ? 1 : 0;
  if (days->open_start || days->open_end) {
    const int grain = days->open_start ? days->end_grain : days->start_grain;
    return 2L * (64 + 3 - grain) + vague;
  }
  // By powers of two: March is no less precise than April for being longer.
  return 2L * static_cast<long>(
                  std::bit_width(static_cast<unsigned long>(days->last - days->first))) +
         vague;
}

std::string shown(const Quantity& quantity) {
  return std::to_string(static_cast<int>(quantity.relation)) + "|" + number_text(quantity.value) +
         "|" + number_text(quantity.low) + "|" + number_text(quantity.high) + "|" + quantity.unit +
         "|" + quantity.per;
}

std::string shown(const Date& date) {
  if (date.edtf.empty() && date.start.empty() && date.end.empty()) return {};
  return date.edtf + "|" + date.start + "|" + date.end + "|" + date.granularity;
}

std::string shown(const Party& party) { return party.name + "|" + party.iso2; }

std::string shown(const Item& item) { return item.name + "|" + item.category + "|" + item.weapon; }

}  // namespace msmt
