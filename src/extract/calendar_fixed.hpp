/// Points whose year is known: what the calendar makes of the parts that were said.
///
///     fix_in_year({.month = 10}, 2024)            -> 2024-10, its first and last day
///     fix_shifted({.shift = -1, .unit = 'W'}, d)  -> the week before that of d, Monday to Sunday
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/calendar.hpp"

namespace msmt {

constexpr int kSpring = 21;
constexpr int kWinter = 24;

/// A point with its year known.
struct Fixed {
  std::string edtf;  ///< without `~`
  std::string timex;
  Day first;
  Day last;
  std::string_view granularity;
  int precision = 1;     ///< as in DayRange
  bool several = false;  ///< `edtf` is an interval of its own: weeks, halves, quarters
  bool approximate = false;
};

/// "0431", "-0430".
std::string padded(int value, std::size_t width);
/// A point in the notation of calendar.hpp.
std::string write_point(const Point& point);

/// A year, or with `unknown` digits left open its decade or century.
Fixed fix_year(int year, int unknown);
/// `count` whole months: a month, a quarter or a half.
Fixed fix_months(int year, int first, int count);
Fixed fix_day(Day day);
/// The week from Monday to Sunday that a day lies in. ISO 8601 numbers it by its Thursday.
Fixed fix_week(Day day);
/// The parts of a point in a year that is known; nullopt for days that do not exist.
std::optional<Fixed> fix_in_year(const Point& point, int year);
/// A point so many units from a day.
std::optional<Fixed> fix_shifted(const Point& point, Day origin);
/// A point that recurs, near a day.
std::optional<Fixed> fix_free(const Point& point, Day origin);

/// TIMEX3 of a point whose year nobody knows: XXXX-10, XXXX-WXX-4, XXXX-SU.
std::string open_timex(Point point);
/// EDTF with `~` where it may have one.
std::string mark(const Fixed& fixed, bool approximate);

}  // namespace msmt
