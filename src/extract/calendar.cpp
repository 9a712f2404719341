/// Civil calendar arithmetic, the notation for what is said, and its resolution.
#include "extract/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace msmt {

namespace {

constexpr int kSpring = 21;
constexpr int kWinter = 24;

std::string padded(int value, std::size_t width) {
  if (value < 0) return "-" + padded(-value, width);
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// Reads exactly `width` digits at the front of `text` and takes them off.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// --- the notation -----------------------------------------------------------------------------

std::string write_point(const Point& point) {
  std::string out;
  if (point.base == Base::absolute) {
    out = padded(point.year, 4);
    for (int i = 0; i < point.unknown; ++i) out[out.size() - 1 - static_cast<std::size_t>(i)] = 'X';
  } else if (point.base == Base::free) {
    out = "XXXX";
  } else {
    out = point.base == Base::published ? "REF" : "NAR";
    out += point.shift < 0 ? '-' : '+';
    out += std::to_string(std::abs(point.shift));
    out += point.unit;
  }
  if (point.month != 0) out += "-" + padded(point.month, 2);
  if (point.day != 0) out += (point.month == 0 ? "-XX-" : "-") + padded(point.day, 2);
  if (point.season != 0) out += "-" + std::to_string(point.season);
  if (point.half != 0) out += "-H" + std::to_string(point.half);
  if (point.quarter != 0) out += "-Q" + std::to_string(point.quarter);
  if (point.weekday != 0) out += "-WXX-" + std::to_string(point.weekday);
  if (point.nth != 0) out += "#" + std::to_string(point.nth);
  if (point.easter)
    out += std::string("-E") + (*point.easter < 0 ? '-' : '+') +
           std::to_string(std::abs(*point.easter));
  if (point.approximate) out += '~';
  if (point.pick == Pick::before) out += '<';
  if (point.pick == Pick::after) out += '>';
  if (point.pick == Pick::earliest) out += '+';
  if (point.pick == Pick::nearest) out += '*';
  return out;
}

bool read_base(std::string_view& text, Point& point) {
  if (take(text, "XXXX")) return true;
  const bool published = text.starts_with("REF");
  if (published || text.starts_with("NAR")) {
    point.base = published ? Base::published : Base::narrative;
    text.remove_prefix(3);
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
    const bool back = text[0] == '-';
    text.remove_prefix(1);
    std::size_t width = 0;
    while (width < text.size() && width < 5 && text[width] >= '0' && text[width] <= '9') ++width;
    const auto shift = width == 0 ? std::nullopt : take_digits(text, width);
    if (!shift || text.empty() ||
        std::string_view("YQMWD").find(text[0]) == std::string_view::npos) {
      return false;
    }
    point.shift = back ? -*shift : *shift;
    point.unit = text[0];
    text.remove_prefix(1);
    return true;
  }
  point.base = Base::absolute;
  const bool before_christ = take(text, "-");
  std::string digits(text.substr(0, 4));
  for (; point.unknown < 2 && !digits.empty(); ++point.unknown) {
    char& digit = digits[digits.size() - 1 - static_cast<std::size_t>(point.unknown)];
    if (digit != 'X') break;
    digit = '0';
  }
  std::string_view rest = digits;
  const auto year = take_digits(rest, 4);
  if (!year) return false;
  point.year = before_christ ? -*year : *year;
  text.remove_prefix(4);
  return true;
}

std::optional<Point> read_point(std::string_view text) {
  Point point;
  if (!read_base(text, point)) return std::nullopt;
  while (take(text, "-")) {
    if (take(text, "WXX-")) {
      const auto weekday = take_digits(text, 1);
      if (!weekday || *weekday < 1 || *weekday > 7) return std::nullopt;
      point.weekday = *weekday;
      if (take(text, "#")) {
        const auto nth = take_digits(text, 1);
        if (!nth || *nth < 1 || *nth > 5 || point.month == 0) return std::nullopt;
        point.nth = *nth;
      }
    } else if (take(text, "E")) {
      const bool back = take(text, "-");
      if (!back && !take(text, "+")) return std::nullopt;
      const auto tens = take_digits(text, 2);
      const auto days = tens ? tens : take_digits(text, 1);
      if (!days) return std::nullopt;
      point.easter = back ? -*days : *days;
    } else if (text.starts_with('H') || text.starts_with('Q')) {
      const bool half = text.starts_with('H');
      text.remove_prefix(1);
      const auto number = take_digits(text, 1);
      if (!number || *number < 1 || *number > (half ? 2 : 4)) return std::nullopt;
      (half ? point.half : point.quarter) = *number;
    } else if (take(text, "XX-")) {
      const auto day = take_digits(text, 2);
      if (!day || *day < 1 || *day > 31) return std::nullopt;
      point.day = *day;
    } else {
      const auto number = take_digits(text, 2);
      if (!number || *number < 1) return std::nullopt;
      if (point.month != 0) {
        if (point.day != 0 || *number > 31) return std::nullopt;
        point.day = *number;
      } else if (*number >= kSpring && *number <= kWinter) {
        point.season = *number;
      } else if (*number <= 12) {
        point.month = *number;
      } else {
        return std::nullopt;
      }
    }
  }
  point.approximate = take(text, "~");
  if (take(text, "<")) point.pick = Pick::before;
  if (take(text, ">")) point.pick = Pick::after;
  if (take(text, "+")) point.pick = Pick::earliest;
  if (take(text, "*")) point.pick = Pick::nearest;
  return text.empty() ? std::optional(point) : std::nullopt;
}

// --- resolution -------------------------------------------------------------------------------

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

constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};  // of TIMEX3

/// TIMEX3 of a point whose year nobody knows: XXXX-10, XXXX-WXX-4, XXXX-SU.
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

/// The year of TIMEX3 without its last `open` digits: 1998, 199, 19, BC0431, BC04.
std::string timex_year(int year, std::size_t open) {
  const std::string digits = year > 0 || (year == 0 && open > 0)
                                 ? padded(year, 4)
                                 : padded(open > 0 ? -year : 1 - year, 4);
  return (year > 0 || (year == 0 && open > 0) ? "" : "BC") + digits.substr(0, 4 - open);
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

Fixed fix_day(Day day) {
  Fixed fixed;
  fixed.edtf = to_string(day);
  fixed.timex = timex_year(day.year, 0) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
  fixed.first = fixed.last = day;
  fixed.granularity = "day";
  fixed.precision = 4;
  return fixed;
}

/// The week from Monday to Sunday that a day lies in. ISO 8601 numbers it by its Thursday.
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

/// The parts of a point in a year that is known; nullopt for days that do not exist.
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

/// A point so many units from a day.
std::optional<Fixed> fix_shifted(const Point& point, Day origin) {
  constexpr int kMost = 3000;
  if (std::abs(point.shift) > kMost) return std::nullopt;
  Point parts = point;
  switch (point.unit) {
    case 'D':
      return fix_day(day_of(day_number(origin) + point.shift));
    case 'W': {
      const Fixed week = fix_week(day_of(day_number(origin) + std::int64_t{7} * point.shift));
      if (point.weekday == 0) return week;
      return fix_day(day_of(day_number(week.first) + point.weekday - 1));
    }
    case 'Q': {
      const int quarters = origin.year * 4 + (origin.month - 1) / 3 + point.shift;
      return quarters < 0 ? std::nullopt
                          : std::optional(fix_months(quarters / 4, quarters % 4 * 3 + 1, 3));
    }
    case 'M': {
      const int months = origin.year * 12 + origin.month - 1 + point.shift;
      parts.month = months % 12 + 1;
      return months < 0 ? std::nullopt : fix_in_year(parts, months / 12);
    }
    default:
      return fix_in_year(parts, origin.year + point.shift);
  }
}

std::optional<Fixed> fix_free(const Point& point, Day origin);

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

/// "Saturday, April 25": the nearest year in which the day is a Saturday, if one of three has it.
std::optional<Fixed> fix_by_weekday(const Point& point, Day origin) {
  for (const int step : {0, -1, 1}) {
    auto fixed = fix_in_year(point, origin.year + step);
    if (fixed && weekday_of(fixed->first) == point.weekday) return fixed;
  }
  return std::nullopt;
}

/// A point that recurs, near a day.
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

/// Reckons points from the anchors and remembers which one was needed.
class Resolver {
 public:
  explicit Resolver(const DateAnchors& anchors) : anchors_(anchors) {
    if (const auto range = parse_edtf(anchors.published); range && range->first && range->last) {
      published_ = range;
    }
    // An open date is no place for a story to go on from, but it has a year.
    if (const auto range = parse_edtf(anchors.last_date)) last_ = range;
  }

  Anchor used() const { return used_; }

  std::optional<Fixed> fix(const Point& point) {
    auto fixed = fix_exactly(point);
    if (fixed) fixed->approximate = point.approximate;
    return fixed;
  }

  /// A point that recurs, near another one: "from December 2023 to March".
  std::optional<Fixed> fix_near(Point point, Day origin, Pick pick) {
    point.pick = pick;
    auto fixed = fix_free(point, origin);
    if (fixed) fixed->approximate = point.approximate;
    return fixed;
  }

 private:
  std::optional<Fixed> fix_exactly(const Point& point) {
    switch (point.base) {
      case Base::absolute:
        return point.unknown > 0 ? fix_year(point.year, point.unknown)
                                 : fix_in_year(point, point.year);
      case Base::published:
        return from_published([&](Day day) { return fix_shifted(point, day); });
      case Base::narrative:
        return from_narrative(point);
      case Base::free:
        break;
    }
    if (anchors_.story && last_) {
      if (auto told = in_story(point)) {
        use_narrative();
        return told;
      }
    }
    auto near_publication = from_published([&](Day day) { return fix_free(point, day); }, false);
    auto told = in_narrative_year(point);
    if (told && !(near_publication && near_publication->edtf == told->edtf)) {
      use_narrative();
      return told;
    }
    if (near_publication) used_ = anchors_.published_from;
    return near_publication;
  }

  /// A publication date that is only a month or a year gives what all of its days agree on.
  template <typename Reckon>
  std::optional<Fixed> from_published(const Reckon& reckon, bool use = true) {
    if (!published_) return std::nullopt;
    auto early = reckon(*published_->first);
    const auto late = reckon(*published_->last);
    if (!early || !late || early->edtf != late->edtf) return std::nullopt;
    if (use) used_ = anchors_.published_from;
    return early;
  }

  std::optional<Fixed> from_narrative(const Point& point) {
    constexpr std::size_t kReach = 6;  // sentences: about a paragraph
    if (point.unit == 'Q') return from_quarter(point);
    if (!last_) return std::nullopt;
    if (anchors_.sentences_since > kReach && !anchors_.story) return std::nullopt;
    auto origin = last_->first ? last_->first : last_->last;
    // "fought from 1914 to 1918; two years later"
    const bool years = last_->precision == 1 && anchors_.last_date.find('/') != std::string::npos;
    if (years && point.shift > 0 && last_->last) origin = last_->last;
    const bool bare_weekday = point.weekday != 0 && point.month == 0;
    const int needed = bare_weekday ? 4 : point.unit == 'Y' ? 1 : point.unit == 'M' ? 3 : 4;
    if (!origin || last_->precision < needed) return std::nullopt;
    // "the following March" is the next one after it
    auto fixed =
        point.pick == Pick::latest ? fix_shifted(point, *origin) : fix_free(point, *origin);
    if (fixed) use_narrative();
    return fixed;
  }

  /// "the quarter", "the year-earlier quarter"
  std::optional<Fixed> from_quarter(Point point) {
    const auto told = parse_edtf(anchors_.quarter);
    if (!told || !told->first) {
      --point.shift;
      return from_published([&](Day day) { return fix_shifted(point, day); });
    }
    used_ = Anchor::inferred;
    return fix_shifted(point, *told->first);
  }

  /// "In 1941 … On 7 December … In March …": the year goes on.
  std::optional<Fixed> in_story(Point point) const {
    if (point.pick == Pick::before || point.pick == Pick::after) return std::nullopt;
    const auto origin = last_->first ? last_->first : last_->last;
    if (!origin || last_->precision < 1) return std::nullopt;
    if (point.weekday != 0 && point.month == 0) {
      if (last_->precision < 4) return std::nullopt;
      point.pick = Pick::earliest;
      return fix_free(point, *origin);
    }
    constexpr int kTurn = 6;  // months back
    const bool turned =
        last_->precision >= 3 && point.month != 0 && point.month + kTurn <= origin->month;
    return fix_in_year(point, origin->year + (turned ? 1 : 0));
  }

  /// "dismantled in April last year and launched in October"
  std::optional<Fixed> in_narrative_year(const Point& point) const {
    if (!last_ || !last_->first || !last_->last) return std::nullopt;
    if (point.weekday != 0 && point.day == 0) return std::nullopt;
    if (point.pick == Pick::before || point.pick == Pick::after) return std::nullopt;
    const bool same_sentence = anchors_.sentences_since == 0;
    if (anchors_.sentences_since > 1 || last_->precision < (same_sentence ? 1 : 3)) {
      return std::nullopt;
    }
    auto fixed = fix_in_year(point, last_->first->year);
    if (!fixed || fixed->last < *last_->first) return std::nullopt;
    if (point.weekday != 0 && weekday_of(fixed->first) != point.weekday) return std::nullopt;
    if (!published_) return fixed;
    if (point.day != 0 && is_news(point, *fixed)) return std::nullopt;
    const bool to_come = fixed->first > *published_->last;
    if (to_come && point.pick == Pick::latest) return std::nullopt;
    // the story's year may be the last one or the next: what publication is nearer to counts
    constexpr std::int64_t kNear = 200;  // days
    const std::int64_t ahead = day_number(fixed->first) - day_number(*published_->last);
    if (point.pick == Pick::nearest && ahead > kNear) return std::nullopt;
    const bool recent = last_->first->year + 1 >= published_->first->year;
    if (point.pick == Pick::earliest && recent && fixed->last < *published_->first) {
      return std::nullopt;
    }
    return fixed;
  }

  /// "In 1987 it had none. On Sept. 29 …": a day of the last weeks is news, not history, unless the
  /// story stands close before the other one.
  bool is_news(const Point& point, const Fixed& told) const {
    constexpr std::int64_t kWeeks = 45;  // days
    const auto near = fix_free(point, *published_->last);
    if (!near) return false;
    const std::int64_t away = day_number(*published_->last) - day_number(near->first);
    const std::int64_t on = day_number(told.first) - day_number(*last_->first);
    return std::abs(away) <= kWeeks && (last_->precision < 3 || on > kWeeks);
  }

  void use_narrative() {
    used_ = anchors_.last_from == Anchor::none ? Anchor::inferred : anchors_.last_from;
  }

  const DateAnchors& anchors_;
  std::optional<DayRange> published_;
  std::optional<DayRange> last_;
  Anchor used_ = Anchor::none;
};

/// One end of a span: no intervals in intervals, no open digits (EDTF level 1).
std::string write_end(const Fixed& fixed, bool first) {
  if (fixed.several) {
    const std::size_t slash = fixed.edtf.find('/');
    return first ? fixed.edtf.substr(0, slash) : fixed.edtf.substr(slash + 1);
  }
  if (fixed.precision == 0) return padded(first ? fixed.first.year : fixed.last.year, 4);
  return mark(fixed, fixed.approximate);
}

/// What ends right before a point begins, as precise as it is.
Fixed just_before(const Fixed& fixed) {
  const Day last = day_of(day_number(fixed.first) - 1);
  if (fixed.precision <= 1) return fix_year(last.year, 0);
  if (fixed.precision == 4) return fix_day(last);
  return fix_months(last.year, last.month, 1);
}

int rank(std::string_view granularity) {
  static constexpr std::array<std::string_view, 8> kOrder = {
      "century", "decade", "year", "season", "half", "quarter", "month", "day"};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), granularity) - kOrder.begin());
}

bool is_weekend(const Said& said) {
  return said.from && said.to && said.from->base == Base::free && said.to->base == Base::free &&
         said.from->weekday == 6 && said.to->weekday == 7;
}

Date resolve_span(const Said& said, Resolver& resolver, Date date) {
  std::optional<Fixed> from;
  std::optional<Fixed> to;
  const auto is_free = [](const Point& point) { return point.base == Base::free; };
  // An end without a year is the one next to the other end.
  if (said.from && said.to && is_free(*said.from) && said.from->pick == Pick::latest) {
    to = resolver.fix(*said.to);
    if (to) from = resolver.fix_near(*said.from, to->first, Pick::latest);
  } else {
    if (said.from) from = resolver.fix(*said.from);
    if (said.from && said.to && is_free(*said.to)) {
      if (from) to = resolver.fix_near(*said.to, from->last, Pick::earliest);
    } else if (said.to) {
      to = resolver.fix(*said.to);
    }
  }
  if ((said.from && !from) || (said.to && !to)) return date;
  if (from && to && to->last < from->first) return date;
  std::string_view granularity;
  for (const auto& end : {from, to}) {
    if (end && (granularity.empty() || rank(end->granularity) > rank(granularity))) {
      granularity = end->granularity;
    }
  }
  date.granularity = granularity;
  date.timex_value = from ? from->timex : to->timex;
  if (from && to && is_weekend(said)) date.timex_value = fix_week(from->first).timex + "-WE";
  if (to && said.before && !to->approximate) to = just_before(*to);
  const std::string begin = from ? write_end(*from, true) : "..";
  const std::string end = to ? write_end(*to, false) : "..";
  date.edtf = begin == end ? begin : begin + "/" + end;
  if (from) date.start = to_string(from->first);
  if (to) date.end = to_string(to->last);
  return date;
}

}  // namespace

// The anonymous Gregorian algorithm (J. Meeus, Astronomical Algorithms, chapter 8).
Day easter_of(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int g = (b - (b + 8) / 25 + 1) / 3;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int days = h + l - 7 * m + 114;
  return {year, days / 31, days % 31 + 1};
}

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_day(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

// Days from civil and back: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::int64_t day_number(Day day) {
  const std::int64_t y = day.month <= 2 ? day.year - 1 : day.year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t month = (day.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month + 2) / 5 + day.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

Day day_of(std::int64_t number) {
  const std::int64_t z = number + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int64_t day_of_era = z - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  Day day;
  day.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  day.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  day.year = static_cast<int>(year_of_era + era * 400 + (day.month <= 2 ? 1 : 0));
  return day;
}

int weekday_of(Day day) {
  const std::int64_t days = day_number(day) + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(((days % 7) + 7) % 7) + 1;
}

std::string to_string(Day day) {
  return padded(day.year, 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
}

std::string to_string(const Said& said) {
  if (!said.vague.empty()) return said.vague;
  std::string out = said.from ? write_point(*said.from) : said.span ? ".." : "";
  if (said.span) out += (said.before ? "/!" : "/") + (said.to ? write_point(*said.to) : "..");
  if (!said.time.empty()) out += ";" + said.time;
  if (!said.length.empty()) out += ";" + said.length;
  return out;
}

std::optional<Said> parse_said(std::string_view text) {
  Said said;
  while (true) {
    const std::size_t mark = text.rfind(';');
    if (mark == std::string_view::npos) break;
    const std::string_view value = text.substr(mark + 1);
    if (value.empty() || (value[0] != 'T' && value[0] != 'P')) return std::nullopt;
    (value[0] == 'T' ? said.time : said.length) = value;
    text = text.substr(0, mark);
  }
  if (text.empty() && !said.length.empty() && said.time.empty()) return said;
  if (text.ends_with("_REF") || text.ends_with("-XX") || text == "XXXX-WXX-WE") {
    said.vague = text;
    return said;
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    said.from = read_point(text);
    return said.from ? std::optional(said) : std::nullopt;
  }
  said.span = true;
  const std::string_view begin = text.substr(0, slash);
  std::string_view end = text.substr(slash + 1);
  said.before = take(end, "!");
  if (begin != "..") {
    said.from = read_point(begin);
    if (!said.from) return std::nullopt;
  }
  if (end != "..") {
    said.to = read_point(end);
    if (!said.to) return std::nullopt;
  }
  return said.from || said.to ? std::optional(said) : std::nullopt;
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

Date resolve(const Said& said, const DateAnchors& anchors) {
  Date date;
  date.timex_type = "DATE";
  date.timex_value = to_string(said);
  if (!said.vague.empty()) return date;
  const Point* stated = said.from ? &*said.from : said.to ? &*said.to : nullptr;
  if (stated != nullptr && stated->base == Base::free) {
    date.timex_value = is_weekend(said) ? "XXXX-WXX-WE" : open_timex(*stated);
  } else if (stated != nullptr && !said.span) {
    date.timex_value = write_point(*stated);
  }
  Resolver resolver(anchors);
  if (said.span) {
    date = resolve_span(said, resolver, std::move(date));
  } else if (const auto fixed = said.from ? resolver.fix(*said.from) : std::nullopt) {
    date.edtf = mark(*fixed, fixed->approximate);
    date.timex_value = fixed->timex;
    date.start = to_string(fixed->first);
    date.end = to_string(fixed->last);
    date.granularity = fixed->granularity;
  }
  if (!date.edtf.empty()) date.anchored_by = resolver.used();
  if (!said.length.empty()) {
    date.timex_type = "DURATION";
    date.timex_value = said.length;
  } else if (!said.time.empty() && !(said.from && said.to)) {
    date.timex_type = "TIME";
    date.timex_value += said.time;
  }
  return date;
}

}  // namespace msmt
