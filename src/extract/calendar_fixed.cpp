/// Points whose year is known, by the parts that were said.
#include "extract/calendar_fixed.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace msmt {

namespace {

constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};  // of TIMEX3

/// The year of TIMEX3 without its last `open` digits: 1998, 199, 19, BC0431, BC04.
std::string timex_year(int year, std::size_t open) {
  const std::string digits = year > 0 || (year == 0 && open > 0)
                                 ? padded(year, 4)
                                 : padded(open > 0 ? -year : 1 - year, 4);
  return (year > 0 || (year == 0 && open > 0) ? "" : "BC") + digits.substr(0, 4 - open);
}

/// Seasons of the northern hemisphere by whole months; winter begins in December of its year.
Fixed fix_season(int year, int season) {
  const auto index = static_cast<std::size_t>(season - kSpring);
  const int month = 3 + 3 * (season - kSpring);
  const int end = month == 12 ? 2 : month + 2;
  const int end_year = month == 12 ? year + 1 : year;
  Fixed fixed;
  fixed.edtf = padded(year, 4) + "-" + std::to_string(season);
  fixed.timex = timex_year(year, 0) + "-" + std::string(kSeasons[index]);
  fixed.first = {year, month, 1};
  fixed.last = {end_year, end, days_in_month(end_year, end)};
  fixed.granularity = "season";
  fixed.precision = 2;
  return fixed;
}

/// Parts of a year, counted from 0, carried over into years, also before Christ.
std::pair<int, int> carried(int year, int part, int parts) {
  const int all = year * parts + part;
  const int rest = (all % parts + parts) % parts;
  return {(all - rest) / parts, rest};
}

/// Of the next and the last one the next only when it is much nearer: news looks back.
std::optional<Fixed> fix_nearest(Point point, Day origin) {
  point.pick = Pick::latest;
  auto last = fix_free(point, origin);
  point.pick = Pick::earliest;
  auto next = fix_free(point, origin);
  if (!last || !next) return last ? last : next;
  constexpr std::int64_t kFarthest = 100;  // days
  const std::int64_t ahead = day_number(next->first) - day_number(origin);
  const std::int64_t back = day_number(origin) - day_number(last->last);
  return ahead <= kFarthest && back > 2 * ahead ? next : last;
}

/// "Saturday, April 25": the nearest year in which the day is a Saturday, if one of five has it.
std::optional<Fixed> fix_by_weekday(const Point& point, Day origin) {
  for (const int step : {0, -1, 1, -2, 2}) {
    auto fixed = fix_in_year(point, origin.year + step);
    if (fixed && weekday_of(fixed->first) == point.weekday) return fixed;
  }
  return std::nullopt;
}

}  // namespace

std::string open_timex(Point point) {
  point.approximate = false;
  point.pick = Pick::latest;
  if (point.easter) return "XXXX-XX-XX";
  if (point.day != 0 || point.nth != 0) point.weekday = 0;
  point.nth = 0;
  const int season = point.season;
  point.season = 0;
  std::string out = write_point(point);
  if (season != 0) out += "-" + std::string(kSeasons[static_cast<std::size_t>(season - kSpring)]);
  return out;
}

Fixed fix_year(int year, int unknown) {
  static constexpr std::array<int, 3> kYears = {1, 10, 100};
  static constexpr std::array<std::string_view, 3> kNames = {"year", "decade", "century"};
  const auto open = static_cast<std::size_t>(unknown);
  const int length = kYears[open];
  const int begin = year - year % length;
  const std::string digits = padded(begin, 4);
  Fixed fixed;
  fixed.edtf = digits.substr(0, digits.size() - open) + std::string(open, 'X');
  fixed.timex = timex_year(begin, open);
  // the years of a century before Christ count down
  fixed.first = {begin < 0 ? begin - length + 1 : begin, 1, 1};
  fixed.last = {begin < 0 ? begin : begin + length - 1, 12, 31};
  fixed.granularity = kNames[open];
  fixed.precision = unknown == 0 ? 1 : 0;
  return fixed;
}

Fixed fix_months(int year, int first, int count) {
  const int last = first + count - 1;
  Fixed fixed;
  fixed.first = {year, first, 1};
  fixed.last = {year, last, days_in_month(year, last)};
  const std::string head = padded(year, 4) + "-";
  const std::string timex_head = timex_year(year, 0) + "-";
  fixed.edtf = head + padded(first, 2);
  fixed.timex = timex_head + padded(first, 2);
  fixed.granularity = "month";
  fixed.precision = 3;
  if (count > 1) {
    fixed.edtf += "/" + head + padded(last, 2);
    fixed.timex =
        timex_head + (count == 6 ? "H" : "Q") + std::to_string((last + count - 1) / count);
    fixed.granularity = count == 6 ? "half" : "quarter";
    fixed.precision = 2;
    fixed.several = true;
  }
  return fixed;
}

Fixed fix_day(Day day) {
  Fixed fixed;
  fixed.edtf = to_string(day);
  fixed.timex = timex_year(day.year, 0) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
  fixed.first = fixed.last = day;
  fixed.granularity = "day";
  fixed.precision = 4;
  return fixed;
}

Fixed fix_week(Day day) {
  const std::int64_t monday = day_number(day) - (weekday_of(day) - 1);
  const Day thursday = day_of(monday + 3);
  const std::int64_t week = (monday + 3 - day_number({thursday.year, 1, 1})) / 7 + 1;
  Fixed fixed;
  fixed.first = day_of(monday);
  fixed.last = day_of(monday + 6);
  fixed.edtf = to_string(fixed.first) + "/" + to_string(fixed.last);
  fixed.timex = padded(thursday.year, 4) + "-W" + padded(static_cast<int>(week), 2);
  fixed.granularity = "day";
  fixed.precision = 4;
  fixed.several = true;
  return fixed;
}

std::optional<Fixed> fix_in_year(const Point& point, int year) {
  constexpr int kLastYear = 9998;  // EDTF level 0 writes four digits; winters end a year later
  if (year < -kLastYear || year > kLastYear) return std::nullopt;
  if (point.easter) return fix_day(day_of(day_number(easter_of(year)) + *point.easter));
  if (point.nth != 0) {
    const int last = days_in_month(year, point.month);
    const int first = 1 + (point.weekday - weekday_of({year, point.month, 1}) + 7) % 7;
    const int day = first + 7 * (point.nth - 1);
    return fix_day({year, point.month, day > last ? day - 7 : day});
  }
  if (point.day != 0) {
    if (!is_day(year, point.month, point.day)) return std::nullopt;
    return fix_day({year, point.month, point.day});
  }
  if (point.month != 0) return fix_months(year, point.month, 1);
  if (point.season != 0) return fix_season(year, point.season);
  if (point.half != 0) return fix_months(year, point.half * 6 - 5, 6);
  if (point.quarter != 0) return fix_months(year, point.quarter * 3 - 2, 3);
  return fix_year(year, 0);
}

/// The day so many weeks, months or years from another one; of February 29 the day before where there
/// is none.
std::optional<Fixed> fix_same_day(const Point& point, Day origin) {
  if (point.unit == 'W' || point.unit == 'D') {
    const std::int64_t days = point.unit == 'W' ? 7 : 1;
    return fix_day(day_of(day_number(origin) + days * point.shift));
  }
  if (point.unit != 'Y' && point.unit != 'M') return std::nullopt;
  const int shift = point.shift * (point.unit == 'Y' ? 12 : 1);
  const auto [year, index] = carried(origin.year, origin.month - 1 + shift, 12);
  const int month = index + 1;
  return fix_day({year, month, std::min(origin.day, days_in_month(year, month))});
}

std::optional<Fixed> fix_shifted(const Point& point, Day origin) {
  constexpr int kMost = 3000;
  constexpr int kDecade = 10;
  constexpr int kCentury = 100;
  if (std::abs(point.shift) > kMost) return std::nullopt;
  Point parts = point;
  if (point.same_day) return fix_same_day(point, origin);
  switch (point.unit) {
    case 'D':
      return fix_day(day_of(day_number(origin) + point.shift));
    case 'W': {
      const Fixed week = fix_week(day_of(day_number(origin) + std::int64_t{7} * point.shift));
      if (point.weekday == 0) return week;
      return fix_day(day_of(day_number(week.first) + point.weekday - 1));
    }
    case 'Q': {
      const auto [year, quarter] = carried(origin.year, (origin.month - 1) / 3 + point.shift, 4);
      return fix_months(year, quarter * 3 + 1, 3);
    }
    case 'M': {
      const auto [year, month] = carried(origin.year, origin.month - 1 + point.shift, 12);
      parts.month = month + 1;
      return fix_in_year(parts, year);
    }
    case 'E':
      return fix_year(origin.year + kDecade * point.shift, 1);
    case 'C':
      return fix_year(origin.year + kCentury * point.shift, 2);
    default:
      return fix_in_year(parts, origin.year + point.shift);
  }
}

std::optional<Fixed> fix_free(const Point& point, Day origin) {
  if (point.weekday != 0 && point.month == 0) {
    const int today = weekday_of(origin);
    int days = point.weekday - today;  // within this week
    switch (point.pick) {
      case Pick::latest:
        days = days > 0 ? days - 7 : days;
        break;
      case Pick::before:
        days = days >= 0 ? days - 7 : days;
        break;
      case Pick::earliest:
        days = days < 0 ? days + 7 : days;
        break;
      case Pick::after:
        days = days <= 0 ? days + 7 : days;
        break;
      case Pick::nearest:
        days = days > 3 ? days - 7 : days < -3 ? days + 7 : days;
        break;
    }
    return fix_day(day_of(day_number(origin) + days));
  }
  if (point.weekday != 0 && point.day != 0) {
    if (auto fixed = fix_by_weekday(point, origin)) return fixed;
  }
  if (point.pick == Pick::nearest) return fix_nearest(point, origin);
  const bool forward = point.pick == Pick::earliest || point.pick == Pick::after;
  constexpr int kLeapGap = 9;  // February 29 is at most eight years away
  for (int i = 0; i <= kLeapGap; ++i) {
    auto fixed = fix_in_year(point, origin.year + (forward ? i - 1 : 1 - i));
    if (!fixed) continue;
    const bool now = fixed->first <= origin && origin <= fixed->last;
    const bool past = fixed->last < origin;
    const bool fits = point.pick == Pick::latest     ? past || now
                      : point.pick == Pick::before   ? past
                      : point.pick == Pick::earliest ? !past
                                                     : !past && !now;
    if (fits) return fixed;
  }
  return std::nullopt;
}

std::string mark(const Fixed& fixed, bool approximate) {
  return approximate && !fixed.several && fixed.precision > 0 && fixed.precision != 2
             ? fixed.edtf + "~"
             : fixed.edtf;
}

std::optional<DayRange> parse_edtf(std::string_view edtf) {
  if (edtf.empty()) return std::nullopt;
  const auto said = parse_said(edtf);
  if (!said || !said->vague.empty()) return std::nullopt;
  DayRange range;
  bool first = true;
  for (const auto& end : {said->from, said->to}) {
    if (!end) {
      first = false;
      continue;
    }
    if (end->base != Base::absolute) return std::nullopt;
    const auto fixed = end->unknown > 0 ? std::optional(fix_year(end->year, end->unknown))
                                        : fix_in_year(*end, end->year);
    if (!fixed) return std::nullopt;
    if (first || !said->from) range.precision = fixed->precision;
    if (first) range.first = fixed->first;
    if (!first || !said->span) range.last = fixed->last;
    first = false;
  }
  return range;
}

}  // namespace msmt
