/// Calendar: what a date says, what it resolves to, and how both are written.
///
///     parse_said("REF-1Y-10")                    -> October of the year before publication
///     resolve(said, {.published = "2025-05-30"}) -> edtf 2024-10, start 2024-10-01, end 2024-10-31
///
/// What is said is kept in one closed notation, which is also `timex.value` of dates that nothing
/// anchors. A point is a base, then parts from coarse to fine, then marks:
///
///     2024  199X  19XX     year, decade, century as stated
///     -0430                431 BC: years are counted as astronomers do (ISO 8601-1), 1 BC is 0000
///     XXXX                 no year stated; a part must follow: XXXX-10, XXXX-10-12, XXXX-WXX-4
///     REF-1Y  REF+2W       years, quarters, months, weeks or days from the publication date (Y Q M W D),
///                          decades or centuries (E C)
///     NAR+1M               the same, from the date that the narrative stands at
///     NAR+0T               that date itself
///     REF-1Y=              the same day so many units away
///     -10  -10-12          month, month and day
///     -22                  season: 21 spring, 22 summer, 23 autumn, 24 winter (EDTF level 1)
///     -H1  -Q3             half, quarter
///     -WXX-4               weekday, Monday is 1
///     -11-WXX-4#4          the fourth such weekday of a month, #5 is the last one
///     -E+1                 so many days from Easter Sunday
///     ~                    approximate
///     <  >  +  *           strictly before, strictly after, on or after its anchor, nearest to it;
///                          else on or before
///
/// A span is `A/B`, `A/..` or `../B`; `../!B` ends before B begins. Behind all that stands what only
/// TIMEX3 keeps: a time of day (`;TNI`, `;T14:30`) or the length of a window that is reckoned from
/// today (`REF-3M/REF+0M;P3M`; `;PXM` stands alone). PAST_REF, PRESENT_REF and FUTURE_REF are TIMEX3's dates without a
/// value, 2024-XX-XX is a date by numbers whose order is anybody's guess.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "msmt/extract.hpp"

namespace msmt {

/// A day of the proleptic Gregorian calendar.
struct Day {
  int year = 0;
  int month = 1;
  int day = 1;
  friend auto operator<=>(const Day&, const Day&) = default;
};

int days_in_month(int year, int month);
bool is_day(int year, int month, int day);
/// Days since 1970-01-01.
std::int64_t day_number(Day day);
Day day_of(std::int64_t number);
/// Monday is 1, Sunday 7 (ISO 8601).
int weekday_of(Day day);
/// Easter Sunday of the western churches.
Day easter_of(int year);
/// "2025-05-30".
std::string to_string(Day day);

/// What a point in time leans on.
enum class Base : std::uint8_t { absolute, free, published, narrative };
/// Which of the points that recur every year or week is meant.
enum class Pick : std::uint8_t { latest, earliest, before, after, nearest };

/// A point in time as said. Zero stands for a part that is not stated.
struct Point {
  Base base = Base::free;
  int year = 0;  ///< absolute only
  int unknown =
      0;          ///< absolute only: digits of the year left open, 1 for a decade, 2 for a century
  int shift = 0;  ///< published and narrative: so many `unit`s away
  char unit = 'Y';        ///< Y, Q, M, W, D, E or C; T: the date that the narrative stands at
  bool same_day = false;  ///< "a year ago today"
  int month = 0;
  int day = 0;
  int season = 0;  ///< 21 to 24
  int half = 0;
  int quarter = 0;
  int weekday = 0;                 ///< 1 to 7
  int nth = 0;                     ///< which such weekday of the month; 5 is the last one
  std::optional<int> easter = {};  ///< so many days from Easter Sunday
  bool approximate = false;
  Pick pick = Pick::latest;
  friend bool operator==(const Point&, const Point&) = default;
};

/// A date as said: a point (`from` alone), a span, or a reference without a value.
struct Said {
  std::optional<Point> from;
  std::optional<Point> to;
  bool span = false;    ///< a missing end of a span is open
  bool before = false;  ///< the span ends before `to` begins
  std::string vague;    ///< PAST_REF, PRESENT_REF, FUTURE_REF, 2024-XX-XX
  std::string time;     ///< of day, as TIMEX3 has it: TNI, T14:30
  std::string length;   ///< of a window, as TIMEX3 has it: P3M
  friend bool operator==(const Said&, const Said&) = default;
};

std::string to_string(const Said& said);
/// nullopt for text that is not in the notation above.
std::optional<Said> parse_said(std::string_view text);

/// What relative dates are reckoned from. Dates are EDTF; empty when unknown.
struct DateAnchors {
  std::string published = {};
  Anchor published_from = Anchor::none;
  std::string last_date = {};  ///< the narrative's
  Anchor last_from = Anchor::none;
  std::size_t sentences_since = 0;  ///< from last_date to this date
  std::string quarter = {};         ///< that the narrative reports on, as its months
  bool story = false;  ///< the article tells of the past: its own last date counts first
};

/// The value of a date: EDTF level 1, TIMEX3, first and last day. When something that it leans on
/// is unknown, or known less precisely than it needs, `edtf` stays empty and `timex_value` keeps
/// what was said. TIMEX3 has no spans but lengths: a span has the value of its first stated end, a
/// window (`the past three months`) its length, and a weekend is 2025-W22-WE.
///
/// convention  a month or day without a year is in the narrative's year when the narrative has just
///             stood at an earlier month of it, else the latest one that publication allows; with
///             Pick::earliest the first one from publication on
/// convention  in a story the year goes on from its last date, and turns when the month steps back by
///             half a year or more; bare weekdays follow its last day
/// convention  the narrative's quarter is the one that it reports on; when it has named none, the last
///             one that was over at publication
/// convention  early and late months are the month (`2023-09`), other parts are approximate
///             (`2024-12~`, `2024~`); weeks are their days, halves and quarters their months
Date resolve(const Said& said, const DateAnchors& anchors);

/// First and last day of an EDTF date or interval as resolve() writes them; nullopt ends are open.
struct DayRange {
  std::optional<Day> first;
  std::optional<Day> last;
  int precision = 0;  ///< of its first end: 4 day, 3 month, 2 season, 1 year, 0 coarser
};
std::optional<DayRange> parse_edtf(std::string_view edtf);

}  // namespace msmt
